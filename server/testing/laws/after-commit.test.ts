import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type DatabaseProxy, useDatabaseProxies } from '../database-proxy.ts';
import { GraphQLClient } from '../graphql-client.ts';
import { ACCEPT, LOG_IN, LOG_OUT, OPT_IN, REPLY, SEND, SIGN_OUT, SUBMIT } from '../operations.ts';
import { type SecondServer, useSecondServers } from '../second-server.ts';
import { PASSWORD } from '../seed.ts';
import { useTestServer } from '../test-server.ts';

/** What stands before an operation that is about to write. */
interface Scene {
  readonly server: SecondServer;
  readonly caseworker: GraphQLClient;
  readonly reporter: GraphQLClient;
  readonly code: string;
  readonly caseId: string;
}

const message = () => ({ idempotencyKey: randomUUID(), text: 'words' });

/** Each operation that writes, and the statement that makes it last. */
const WRITES: [string, RegExp, (scene: Scene) => Promise<unknown>][] = [
  [
    'submitReport',
    /^COMMIT/,
    async ({ server }) => server.anyone().outcome(SUBMIT, { input: await server.seed.reportInput('words') }),
  ],
  ['sendMessage', /^COMMIT/, ({ reporter }) => reporter.outcome(SEND, { input: message() })],
  [
    'replyToReporter',
    /^COMMIT/,
    ({ caseworker, caseId }) => caseworker.outcome(REPLY, { input: { caseId, ...message() } }),
  ],
  [
    'acceptInvitation',
    /^COMMIT/,
    async ({ server }) => {
      const token = await server.seed.invitation('noor@example.ac.uk');
      return server.stranger().outcome(ACCEPT, { input: { token, name: 'Noor', password: PASSWORD } });
    },
  ],
  [
    'loginWithCode',
    /^INSERT INTO reporter_session/,
    ({ server, code }) => server.anyone().outcome(LOG_IN, { code }),
  ],
  ['logOut', /^DELETE FROM reporter_session/, ({ reporter }) => reporter.data(LOG_OUT)],
  ['signOut', /^DELETE FROM staff_session/, ({ caseworker }) => caseworker.data(SIGN_OUT)],
];

describe('an answer', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  async function scene(): Promise<{ database: DatabaseProxy; scene: Scene }> {
    const signedIn = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { token } = await lab.seed.reporter(code);
    const [caseId = ''] = await lab.seed.caseIds(signedIn);
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const caseworker = new GraphQLClient(server.staffUrl);
    for (const [name, value] of signedIn.cookies) caseworker.cookies.set(name, value);
    const reporter = server.anyone().withToken(token);
    return { database, scene: { server, caseworker, reporter, code, caseId } };
  }

  it.each(WRITES)('to %s goes out only after the database has it for good', async (_, statement, write) => {
    const { database, scene: before } = await scene();
    let isAnswered = false;
    const held = database.holdAt(statement);

    const answer = write(before).then((outcome) => {
      isAnswered = true;
      return outcome;
    });
    const release = await held;
    // The server answers others meanwhile, so its silence is not that of a server that stands still.
    for (let turn = 0; turn < 5; turn += 1) await before.server.anyone().outcome(OPT_IN);
    const early = isAnswered;
    release();

    expect(early).toBe(false);
    expect(JSON.stringify(await answer)).toMatch(/Submitted|Sent|Welcome|ReporterSession|true/);
  });
});
