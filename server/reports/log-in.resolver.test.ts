import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { LOG_IN, MY_REPORT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { type TestServer, useTestServer } from '../testing/test-server.ts';

describe('loginWithCode', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('opens the report whose code it is, in lower case, with spaces, and O for 0', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('the words of the report');
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');

    const { loginWithCode } = await lab
      .anyone()
      .data<{ loginWithCode: Record<string, unknown> }>(LOG_IN, { code: typed });

    expect(loginWithCode).toMatchObject({
      __typename: 'ReporterSession',
      idleMinutes: 20,
      report: { status: 'RECEIVED', canSend: true, messages: [] },
    });
    expect(JSON.stringify(loginWithCode)).toContain('the words of the report');
  });

  it.each<[string, (lab: TestServer) => Promise<string>]>([
    ['a code nobody holds', async (lab) => lab.seed.unusedCode()],
    ['the code of a closed conversation', (lab) => lab.seed.closedConversation()],
    ['the code of a deleted report', (lab) => lab.seed.deletedReport()],
  ])(
    'answers %s with the same bytes after one Argon2 run, so none can be told apart',
    async (_, codeFrom) => {
      await lab.seed.firstAdministrator();
      const code = await codeFrom(lab);
      const before = lab.argon2Runs();

      const answer = await lab.anyone().post({ query: LOG_IN, variables: { code } });

      expect(await answer.text()).toBe(
        '{"data":{"loginWithCode":{"__typename":"CodeNotRecognised","message":"We do not recognise that code. Check each character. If it is lost we cannot recover it, but you can make a new report."}}}\n',
      );
      expect(lab.argon2Runs() - before).toBe(1);
    },
  );

  it.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQR', '!'.repeat(16), 'x'.repeat(100_000)])(
    'finds %# mistyped without an Argon2 run',
    async (code) => {
      const { loginWithCode } = await lab
        .anyone()
        .data<{ loginWithCode: { __typename: string } }>(LOG_IN, { code });

      expect(loginWithCode.__typename).toBe('MistypedCode');
      expect(lab.argon2Runs()).toBe(0);
    },
  );

  it('ends a session after it was idle for its minutes and the quarter of an hour they are rounded up to', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);

    lab.clock.advance(36 * 60_000);

    expect(await client.data(MY_REPORT)).toEqual({ myReport: null });
  });

  it.each([
    ['closed for good', 'UPDATE conversation SET is_open = false'],
    ['deleted', 'DELETE FROM case_file'],
  ])('does not recognise a code whose conversation is %s while it is checked', async (_, statement) => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const held = database.holdAt(/^INSERT INTO reporter_session/);

    const answer = server.anyone().outcome(LOG_IN, { code });
    const release = await held;
    await lab.dataSource.query(statement);
    release();

    expect(await answer).toEqual(await lab.anyone().outcome(LOG_IN, { code: lab.seed.unusedCode() }));
  });

  it('says that the session is over where the report is deleted while it is read', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const held = database.holdAt(/FROM "case_file"/);

    const codes = server.anyone().errorCodes(LOG_IN, { code });
    const release = await held;
    await lab.dataSource.query('DELETE FROM case_file');
    release();

    expect(await codes).toEqual(['UNAUTHENTICATED']);
  });

  it('reads nothing of the report for a client that asks for the token alone', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const tokenOnly =
      'mutation($code: String!) { loginWithCode(code: $code) { ... on ReporterSession { token } } }';

    const statements = await database.heardDuring(() => server.anyone().data(tokenOnly, { code }));

    expect(statements).toHaveLength(2);
    expect(statements.join()).not.toContain('case_file');
  });
});
