import { describe, expect, it } from '@jest/globals';
import { type BreakingPoint, useDatabaseProxies } from '../testing/database-proxy.ts';
import { LOG_IN, OPT_IN, QUESTIONNAIRE, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('submitReport while the database is out of reach', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  /** A server whose way to the database a test can break, and a report that is ready to be sent to it. */
  async function ready() {
    await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url });
    const { code, enrolment } = await server.seed.offer();
    return { database, server, code, input: await server.seed.reportInput('words', enrolment) };
  }

  const rows = async () =>
    await lab.dataSource.query<Record<string, number>[]>(
      `SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM case_wrap) AS wraps,
              (SELECT count(*) FROM conversation) AS codes, (SELECT count(*) FROM idempotency) AS keys`,
    );

  it.each<[string, BreakingPoint, RegExp, number]>([
    ['before it is asked whether the key is known', 'before', /FROM idempotency/, 0],
    ['before the transaction', 'before', /^START TRANSACTION/, 0],
    ['before the key is claimed', 'before', /^INSERT INTO idempotency/, 0],
    ['after the key was claimed', 'after', /^INSERT INTO idempotency/, 0],
    ['after the case was written', 'after', /^INSERT INTO case_file/, 0],
    ['before the keys of the caseworkers', 'before', /^INSERT INTO case_wrap/, 0],
    ['after the conversation was written', 'after', /^INSERT INTO conversation/, 0],
    ['before COMMIT arrives', 'before', /^COMMIT/, 0],
    ['after COMMIT, so that only its answer is lost', 'after', /^COMMIT/, 1],
  ])('loses and doubles nothing when the connection breaks %s', async (_, point, statement, stored) => {
    const { database, server, code, input } = await ready();
    const broke = database.breakAt(statement, point);

    const first = await server.anyone().outcome(SUBMIT, { input });
    await broke;

    expect(first).toMatchObject({
      __typename: 'ServiceBusy',
      message: expect.stringMatching(/safe to send/),
    });
    expect(await rows()).toEqual([{ cases: stored, wraps: stored, codes: stored, keys: stored }]);

    const again = await server.anyone().outcome(SUBMIT, { input });

    expect(again).toMatchObject({ __typename: 'ReportSubmitted', messaging: true });
    expect(await rows()).toEqual([{ cases: 1, wraps: 1, codes: 1, keys: 1 }]);
    expect((await server.anyone().outcome(LOG_IN, { code })).__typename).toBe('ReporterSession');
  });

  it('answers ServiceBusy while the database is away, and takes the same report once it is back', async () => {
    const { database, server, input } = await ready();

    database.sever();
    const away = await server.anyone().outcome(SUBMIT, { input });
    database.mend();
    const back = await server.anyone().outcome(SUBMIT, { input });

    expect(away).toMatchObject({ __typename: 'ServiceBusy' });
    expect(back).toMatchObject({ __typename: 'ReportSubmitted' });
  });

  it('answers ServiceBusy to a code and goes on drawing new ones, which need no database', async () => {
    const { database, server } = await ready();

    database.sever();

    expect(await server.anyone().outcome(LOG_IN, { code: lab.seed.unusedCode() })).toMatchObject({
      __typename: 'ServiceBusy',
    });
    expect(await server.anyone().outcome(OPT_IN)).toMatchObject({ __typename: 'MessagingOffer' });
  });

  it('masks what a query without a way to say busy runs into', async () => {
    const { database, server } = await ready();
    lab.clock.advance(5_000);
    database.sever();

    const answer = await server.anyone().withToken('x'.repeat(43)).send(QUESTIONNAIRE);

    expect(answer).toEqual({
      data: null,
      errors: [
        expect.objectContaining({
          message: 'Something went wrong on our side.',
          extensions: {
            code: 'INTERNAL_SERVER_ERROR',
            incident: expect.stringMatching(/^[0-9a-f]{16}$/),
            retryAfterSeconds: 5,
          },
        }),
      ],
    });
  });

  it('undoes everything when the server goes on but a statement is refused', async () => {
    const { server, input } = await ready();
    await lab.dataSource.query('ALTER TABLE conversation ADD CONSTRAINT refusing CHECK (false) NOT VALID');
    try {
      expect(await server.anyone().errorCodes(SUBMIT, { input })).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(await rows()).toEqual([{ cases: 0, wraps: 0, codes: 0, keys: 0 }]);
    } finally {
      await lab.dataSource.query('ALTER TABLE conversation DROP CONSTRAINT refusing');
    }
    expect(await server.anyone().outcome(SUBMIT, { input })).toMatchObject({ __typename: 'ReportSubmitted' });
  });
});
