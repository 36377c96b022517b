import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { GraphQLClient, type Outcome } from '../graphql-client.ts';
import { ACCEPT, LOG_IN, OPT_IN, QUESTIONNAIRE, SUBMIT } from '../operations.ts';
import { openServer } from '../server-child.ts';
import { useDataDir } from '../temporary-folder.ts';

const KILLS = 10;
const PER_SECOND = 20;
/** Longest time that a server lives before it is killed, in milliseconds. */
const LONGEST_LIFE = 1_500;
/** What an honest client waits before it tries again, in milliseconds. */
const PATIENCE = 40;
const ANSWER_WITHIN = 5_000; // milliseconds

interface Sent {
  readonly words: string;
  readonly code: string | null;
}

describe('a server that is killed again and again', () => {
  const dataDir = useDataDir();

  it('loses and doubles no acknowledged report: 10 times SIGKILL under 20 reports a second', async () => {
    const [port, staffPort] = [await freePort(), await freePort()];
    const env = { DATA_DIR: dataDir.path, PORT: String(port), STAFF_PORT: String(staffPort) };
    let server = await openServer(env);
    const { publicUrl, staffUrl } = server;
    const caseworker = await firstAdministrator(staffUrl, server.child.out());
    const { questionnaire } = await new GraphQLClient(publicUrl).data<{ questionnaire: { version: string } }>(
      QUESTIONNAIRE,
    );
    const clients: Promise<Sent>[] = [];
    const arrivals = setInterval(() => {
      clients.push(report(publicUrl, questionnaire.version, `report ${clients.length} ${randomUUID()}`));
    }, 1_000 / PER_SECOND);

    for (let kill = 0; kill < KILLS; kill += 1) {
      // At a random instant, so that some fall between COMMIT and the answer.
      await pause(randomInt(LONGEST_LIFE));
      server.child.kill('SIGKILL');
      await server.child.ended;
      server = await openServer(env);
    }
    clearInterval(arrivals);
    const sent = await Promise.all(clients);

    const stored = await allReports(caseworker);
    expect(sent.length).toBeGreaterThan(KILLS * 10);
    expect(stored.sort()).toEqual(sent.map(({ words }) => words).sort());
    const codes = sent.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBeGreaterThan(KILLS);
    for (const code of codes.slice(-5)) {
      const session = await new GraphQLClient(publicUrl).outcome(LOG_IN, { code });
      expect(session.__typename).toBe('ReporterSession');
    }
  }, 300_000);
});

/** Sends one report as an honest client does: with one key, until it is acknowledged. Every third opts in. */
async function report(url: string, questionnaireVersion: string, words: string): Promise<Sent> {
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

async function firstAdministrator(staffUrl: string, said: string): Promise<GraphQLClient> {
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
async function allReports(caseworker: GraphQLClient): Promise<string[]> {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
