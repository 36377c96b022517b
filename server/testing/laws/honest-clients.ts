import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLClient, type Outcome } from '../graphql-client.ts';
import { ACCEPT, OPT_IN, SUBMIT } from '../operations.ts';

/** What an honest client waits before it tries again, in milliseconds. */
const PATIENCE = 40;
const ANSWER_WITHIN = 5_000; // milliseconds

/** A report that was acknowledged. */
export interface Sent {
  readonly words: string;
  readonly code: string | null;
}

/** Sends one report as an honest client does: with one key, until it is acknowledged. Every third opts in. */
export async function report(url: string, questionnaireVersion: string, words: string): Promise<Sent> {
  const offer = randomInt(3) === 0 ? await untilAnswered(url, OPT_IN, {}) : null;
  const input = {
    idempotencyKey: randomUUID(),
    questionnaireVersion,
    locale: 'en',
    answers: [{ question: 'what-happened', text: words }],
    ...(offer && { enrolment: offer['enrolment'] }),
  };
  const outcome = await untilAnswered(url, SUBMIT, { input });
  if (outcome.__typename !== 'ReportSubmitted') throw new Error(JSON.stringify(outcome));
  return { words, code: offer && String(offer['code']) };
}

/** An answer that says busy, an error, a broken connection and silence are all reasons to ask once more. */
async function untilAnswered(url: string, query: string, variables: object): Promise<Outcome> {
  for (;;) {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    })
      .then(async (response) => (await response.json()) as { data?: Record<string, Outcome> | null })
      .catch(() => ({ data: null }));
    const [outcome] = Object.values(answer.data ?? {});
    if (outcome && outcome.__typename !== 'ServiceBusy') return outcome;
    await pause(PATIENCE);
  }
}

/** Joins with the link that a server printed at its first start. */
export async function firstAdministrator(staffUrl: string, said: string): Promise<GraphQLClient> {
  const [, token] = /\/welcome#(\S+)/.exec(said) ?? [];
  const client = new GraphQLClient(staffUrl);
  const newcomer = {
    name: 'Morgan Ellis',
    email: 'morgan@example.ac.uk',
    password: 'otter violin monday lamp',
  };
  const outcome = await client.outcome(ACCEPT, { input: { token, ...newcomer } });
  if (outcome.__typename !== 'Welcome') throw new Error(JSON.stringify(outcome));
  return client;
}

interface Page {
  readonly cases: {
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { answers: { text: string }[] } }[];
  };
}

/** What was written in each report that is there, read by the caseworker. */
export async function allReports(caseworker: GraphQLClient): Promise<string[]> {
  const query = `query($after: String) { cases(first: 100, after: $after, orderBy: RECEIVED) {
    pageInfo { hasNextPage endCursor } edges { node { answers { text } } } } }`;
  const words: string[] = [];
  for (let after: string | null = null; ; ) {
    const { cases }: Page = await caseworker.data<Page>(query, { after });
    words.push(...cases.edges.map((edge) => edge.node.answers[0]?.text ?? ''));
    if (!cases.pageInfo.hasNextPage) return words;
    after = cases.pageInfo.endCursor;
  }
}
