import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import type { Outcome } from '../testing/graphql-client.ts';
import { LOG_IN, OPT_IN, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const HOUR = 3_600_000; // milliseconds

describe('opting into messaging', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  const rows = async () =>
    await lab.dataSource.query<{ cases: number; codes: number; keys: number }[]>(
      `SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM conversation) AS codes,
              (SELECT count(*) FROM idempotency) AS keys`,
    );

  it('writes nothing and costs no Argon2', async () => {
    const database = await openProxy(lab.databaseUrl);
    const second = await openSecond({ url: database.url });
    let offers: Outcome[] = [];

    const statements = await database.heardDuring(async () => {
      offers = await Promise.all(Array.from({ length: 20 }, () => second.anyone().outcome(OPT_IN)));
    });

    expect(statements.filter((statement) => !/^(SELECT 1|LISTEN|NOTIFY)/.test(statement))).toEqual([]);
    expect(second.argon2Runs()).toBe(0);
    for (const offer of offers) {
      expect(offer).toEqual({
        __typename: 'MessagingOffer',
        code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
        enrolment: expect.stringMatching(/^[\w-]+$/),
        expiresAt: expect.any(String),
      });
    }
    expect(new Set(offers.map(({ code }) => code)).size).toBe(20);
  });

  it('makes a code that opens nothing until the report is sent', async () => {
    await lab.seed.firstAdministrator();
    const { code, enrolment } = await lab.seed.offer();

    const before = await lab.anyone().outcome(LOG_IN, { code });
    await lab.anyone().outcome(SUBMIT, { input: await lab.seed.reportInput('words', enrolment) });
    const after = await lab.anyone().outcome(LOG_IN, { code });

    expect([before.__typename, after.__typename]).toEqual(['CodeNotRecognised', 'ReporterSession']);
  });

  it('is good in the 48th hour, and in another process', async () => {
    await lab.seed.firstAdministrator();
    const second = await openSecond();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);

    lab.clock.advance(47.9 * HOUR);
    const outcome = await second.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({ __typename: 'ReportSubmitted', messaging: true });
  });

  it.each<[string, (enrolment: string) => string]>([
    ['empty', () => ''],
    ['no enrolment', () => 'x'.repeat(87)],
    ['changed in its first character', (enrolment) => `B${enrolment.slice(1)}`],
    [
      'changed in its middle',
      (enrolment) => enrolment.replace(/(?<=^.{40})./, (c) => (c === 'A' ? 'B' : 'A')),
    ],
    ['cut', (enrolment) => enrolment.slice(0, -4)],
    ['lengthened', (enrolment) => `${enrolment}AAAA`],
    ['padded', (enrolment) => `${enrolment}=`],
    ['in other letters', (enrolment) => enrolment.toUpperCase()],
  ])(
    'is refused as expired where the enrolment is %s; nothing is stored and no Argon2 runs',
    async (_, change) => {
      await lab.seed.firstAdministrator();
      const { enrolment } = await lab.seed.offer();
      const before = lab.argon2Runs();

      const outcome = await lab.anyone().outcome(SUBMIT, {
        input: { ...(await lab.seed.reportInput('words')), enrolment: change(enrolment) },
      });

      expect(outcome).toEqual({ __typename: 'EnrolmentExpired', message: expect.any(String) });
      expect(await rows()).toEqual([{ cases: 0, codes: 0, keys: 0 }]);
      expect(lab.argon2Runs()).toBe(before);
    },
  );

  it('is refused as expired in the 49th hour, and the same report goes with a new code under the same key', async () => {
    await lab.seed.firstAdministrator();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);

    lab.clock.advance(49 * HOUR);
    const late = await lab.anyone().outcome(SUBMIT, { input });
    const fresh = await lab.seed.offer();
    const outcome = await lab.anyone().outcome(SUBMIT, { input: { ...input, enrolment: fresh.enrolment } });

    expect(late.__typename).toBe('EnrolmentExpired');
    expect(outcome).toMatchObject({ __typename: 'ReportSubmitted', messaging: true });
    expect(await rows()).toEqual([{ cases: 1, codes: 1, keys: 1 }]);
  });

  it('is answered as before when a stored report is sent again after its enrolment expired', async () => {
    await lab.seed.firstAdministrator();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);
    const first = await lab.anyone().outcome(SUBMIT, { input });

    lab.clock.advance(49 * HOUR);
    const again = await lab.anyone().outcome(SUBMIT, { input });

    expect(again).toEqual(first);
    expect(await rows()).toEqual([{ cases: 1, codes: 1, keys: 1 }]);
  });

  it('is not taken from a server with another master secret', async () => {
    await lab.seed.firstAdministrator();
    const second = await openSecond({ master: Buffer.alloc(32, 7) });
    const { enrolment } = await second.seed.offer();

    const outcome = await lab.anyone().outcome(SUBMIT, {
      input: await lab.seed.reportInput('words', enrolment),
    });

    expect(outcome.__typename).toBe('EnrolmentExpired');
  });
});
