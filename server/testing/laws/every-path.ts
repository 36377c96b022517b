import { randomUUID } from 'node:crypto';
import { keyed } from '../case-story.ts';
import { ADD_NOTE, CHANGE_STATUS, SAVE_DRAFT, SEARCH } from '../casework-operations.ts';
import type { DatabaseProxy } from '../database-proxy.ts';
import type { GraphQLClient } from '../graphql-client.ts';
import {
  CASE,
  CASES,
  INBOX_CHANGED,
  LOG_IN,
  MY_REPORT,
  OPT_IN,
  ORGANISATION,
  QUESTIONS,
  REPLIED,
  REPLY,
  SEND,
  SIGN_IN,
  SUBMIT,
} from '../operations.ts';
import type { SecondServer } from '../second-server.ts';
import { SocketClient } from '../socket-client.ts';
import type { TestServer } from '../test-server.ts';

/** What is left of a walk through every door and every way to fail. */
export interface Trace {
  readonly codes: readonly string[];
  readonly tokens: readonly string[];
  /** Everything that people got who hold no key. */
  readonly answersToOthers: readonly string[];
  /** Every answer that is an error or a refusal, whoever got it. */
  readonly errors: readonly string[];
  /** Texts of all statements that the server sent. */
  readonly statements: readonly string[];
}

interface Walk {
  readonly lab: TestServer;
  readonly server: SecondServer;
  /** Between `server` and its database. */
  readonly proxy: DatabaseProxy;
  /** Talks to `server`. */
  readonly reporter: GraphQLClient;
  /** Stands in everything that is typed. */
  readonly stem: string;
}

/** Types the stem into every field of the public door, on the good path and on each path that fails. */
export async function everyPath({ lab, server, proxy, reporter, stem }: Walk): Promise<Trace> {
  const answersToOthers: string[] = [];
  const errors: string[] = [];
  const codes: string[] = [];
  const tokens: string[] = [];
  const caseworker = await lab.seed.firstAdministrator();
  const reply = (caseId: unknown, text: string) => ({
    input: { caseId, idempotencyKey: randomUUID(), text },
  });

  const report = async (change: object = {}) => {
    const input = { ...(await server.seed.reportInput(`${stem} happened`)), idempotencyKey: key(stem) };
    return { input: { ...input, ...change } };
  };
  const fail = async (query: string, variables: object, client = reporter) => {
    errors.push(await (await client.post({ query, variables })).text());
  };

  // The good path, with contact details and messages of both sides.
  const offer = await reporter.outcome(OPT_IN);
  codes.push(String(offer['code']));
  const contactDetails = { name: `${stem} name`, email: `${stem}@example.org`, phone: `${stem} 123` };
  const sent = await report({ enrolment: offer['enrolment'], contactDetails });
  await reporter.outcome(SUBMIT, sent);
  const session = await reporter.outcome(LOG_IN, { code: offer['code'] });
  tokens.push(String(session['token']));
  const loggedIn = reporter.withToken(String(session['token']));
  await loggedIn.outcome(SEND, { input: { idempotencyKey: key(stem), text: `${stem} message` } });
  const [id] = await lab.seed.caseIds(caseworker);
  await caseworker.outcome(REPLY, reply(id, `${stem} reply`));
  const socket = await loggedIn.follow(REPLIED);
  await socket.event();
  // Joins too late for a key to that report.
  const colleague = await lab.seed.colleague();
  const bystander = await colleague.follow(INBOX_CHANGED);

  // What staff write about it.
  await caseworker.outcome(ADD_NOTE, keyed({ caseId: id, text: `${stem} note` }));
  await caseworker.outcome(SAVE_DRAFT, { input: { caseId: id, kind: 'REPLY', text: `${stem} draft` } });
  await caseworker.data(SEARCH, { text: `${stem} happened` });
  await caseworker.outcome(CHANGE_STATUS, { input: { caseId: id, to: 'ON_HOLD', reason: `${stem} reason` } });
  await caseworker.outcome(SAVE_DRAFT, { input: { caseId: id, kind: 'REPLY', text: '' } });

  // Refusals and everything that cannot be read.
  await fail(SUBMIT, await report({ answers: [{ question: 'when', month: stem }] }));
  await fail(SUBMIT, await report({ answers: [{ question: stem, text: stem }] }));
  await fail(SUBMIT, await report({ answers: [{ question: 'what-happened', text: { [stem]: stem } }] }));
  await fail(SUBMIT, await report({ answers: [{ question: 'kinds', choices: [stem, stem] }] }));
  await fail(SUBMIT, await report({ answers: [{ question: 'what-happened', [stem]: stem }] }));
  await fail(SUBMIT, await report({ answers: [{ question: 'what-happened', text: stem.repeat(4_000) }] }));
  await fail(SUBMIT, await report({ contactDetails: { name: stem, email: stem } }));
  await fail(SUBMIT, await report({ enrolment: stem, questionnaireVersion: stem, locale: stem }));
  await fail(SUBMIT, { input: { ...sent.input, locale: stem } });
  await fail(SUBMIT, { input: `${stem} as text` });
  await fail(SUBMIT, { input: stem, [stem]: stem.repeat(12_000) });
  await fail(LOG_IN, { code: stem });
  await fail(LOG_IN, { code: { [stem]: 1 } });
  await fail(SEND, { input: { idempotencyKey: key(stem), text: `${stem} without a session` } });
  await fail(SEND, { input: { idempotencyKey: key(stem), text: stem.repeat(500) } }, loggedIn);
  await fail(MY_REPORT, {}, reporter.withToken(`${stem}token`));
  await fail(ORGANISATION, { locale: [stem, stem] });
  await fail(`mutation { submitReport(input: { idempotencyKey: "${stem}" }) { __typename } }`, {});
  await fail(`query { ${stem} }`, {});
  await fail(`query ${stem} { organisation { ${stem}: name ${stem}`, {});
  await fail(
    SIGN_IN,
    { input: { email: `${stem}@example.org`, password: `${stem} ${stem}` } },
    server.stranger(),
  );
  await fail(CASE, { id: stem }, colleague);
  await fail(REPLY, reply(stem, stem), colleague);
  await fail(CASES, { after: stem, filter: { assignee: stem } }, colleague);
  await fail(ADD_NOTE, keyed({ caseId: id, text: stem }), colleague);
  await fail(CHANGE_STATUS, { input: { caseId: id, to: stem, reason: stem } }, colleague);
  for (const body of [`{"query": "${stem}`, `${stem}`, `[{"query":"{${stem}}"}]`]) {
    errors.push(await oddRequest(server.publicUrl, '/graphql', { method: 'POST', body }));
  }
  errors.push(await oddRequest(server.publicUrl, `/graphql?query={${stem}}`, {}));
  errors.push(await oddRequest(server.publicUrl, `/${stem}`, { headers: { cookie: `a=${stem}` } }));

  // The same on a socket.
  const bare = await SocketClient.ready(server.publicUrl, { [stem]: stem });
  bare.subscribe(stem, `subscription { caseworkerReplied(afterSeq: "${stem}") { text } }`);
  bare.subscribe('2', `query { ${stem} }`);
  errors.push(JSON.stringify((await bare.next()).payload), JSON.stringify((await bare.next()).payload));
  bare.say(`{"type": "${stem}`);
  errors.push((await bare.closed()).reason);

  // The connection to the database breaks in the middle of a write, and statements are refused.
  for (const statement of [/^INSERT INTO case_file/, /^INSERT INTO idempotency/, /^COMMIT/]) {
    const again = await reporter.outcome(OPT_IN);
    codes.push(String(again['code']));
    const variables = await report({ enrolment: again['enrolment'], contactDetails });
    const broke = proxy.breakAt(statement, 'after');
    await fail(SUBMIT, variables);
    await broke;
  }
  for (const table of ['case_file', 'message', 'conversation', 'idempotency']) {
    await lab.dataSource.query(`ALTER TABLE ${table} ADD CONSTRAINT refusing CHECK (false) NOT VALID`);
    const offered = await reporter.outcome(OPT_IN);
    await fail(SUBMIT, await report({ enrolment: offered['enrolment'], contactDetails }));
    await fail(SEND, { input: { idempotencyKey: key(stem), text: `${stem} refused` } }, loggedIn);
    await lab.dataSource.query(`ALTER TABLE ${table} DROP CONSTRAINT refusing`);
  }
  proxy.sever();
  await fail(SUBMIT, sent);
  await fail(SEND, { input: { idempotencyKey: key(stem), text: `${stem} while away` } }, loggedIn);
  await fail(MY_REPORT, {}, loggedIn);
  proxy.mend();

  // Everybody else.
  for (const [client, query, variables] of [
    [colleague, CASES, {}],
    [colleague, CASE, { id }],
    [colleague, REPLY, reply(id, 'words')],
    [lab.anyone(), MY_REPORT, {}],
    [lab.anyone(), ORGANISATION, {}],
    [lab.anyone(), QUESTIONS, {}],
    [lab.stranger(), CASE, { id }],
  ] as const) {
    answersToOthers.push(await (await client.post({ query, variables })).text());
  }
  await bystander.heardSoFar();
  answersToOthers.push(...bystander.heard);
  return { codes, tokens, answersToOthers, errors, statements: proxy.statements };
}

function key(stem: string): string {
  return `${stem}-${randomUUID()}`;
}

/** What no GraphQL client sends. The answer with its status and headers. */
async function oddRequest(url: string, path: string, init: RequestInit): Promise<string> {
  const headers = { 'content-type': 'application/json', ...init.headers };
  const response = await fetch(`${url}${path}`, { ...init, headers });
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}
