import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { openLog } from '../shared/log.ts';
import { CASES, LOG_IN, MY_REPORT, SIGN_IN } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';
import { type Demonstration, makeDemonstration } from './demonstration.ts';

const REPORTS = 40;

describe('the demonstration', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  async function make(count = REPORTS): Promise<Demonstration & { progress: number[] }> {
    const progress: number[] = [];
    const made = await makeDemonstration(
      {
        config: readConfig({ PORT: '0', STAFF_PORT: '0', ORGANISATION_NAME: 'Ashdown Vale University' }),
        dataSource: lab.dataSource,
        wakeUp: lab.wakeUp,
        master: lab.master,
        log: openLog('silent'),
        present: new Date(),
      },
      count,
      (done) => void progress.push(done),
    );
    return { ...made, progress };
  }

  it('tells a year of reports and conversations in all states, which both caseworkers can open', async () => {
    const { logIns, code, progress } = await make();
    const second = await openSecond();
    const clients = await Promise.all(
      logIns.map(async ({ email, password }) => {
        const client = second.stranger();
        expect((await client.outcome(SIGN_IN, { input: { email, password } })).__typename).toBe(
          'StaffSession',
        );
        return client;
      }),
    );

    const pages = await Promise.all(
      clients.map((client) =>
        client.data<{
          cases: { totalCount: number; edges: { node: { status: string; receivedOn: string } }[] };
        }>(CASES, { first: 100 }),
      ),
    );

    expect(pages.map(({ cases }) => cases.totalCount)).toEqual([REPORTS, REPORTS]);
    const rows = pages[0]?.cases.edges.map(({ node }) => node) ?? [];
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(rows.map(({ receivedOn }) => receivedOn)).size).toBeGreaterThan(10);
    const languages = await lab.dataSource.query<{ locale: string }[]>(
      'SELECT DISTINCT locale FROM case_file ORDER BY locale',
    );
    expect(languages.map(({ locale }) => locale)).toEqual(['ar', 'cy', 'en']);
    expect(progress).toEqual(Array.from({ length: REPORTS }, (_, index) => index + 1));
    const session = await second.anyone().data<{ loginWithCode: { token: string } }>(LOG_IN, { code });
    const reporter = second.anyone().withToken(session.loginWithCode.token);
    expect(JSON.stringify(await reporter.data(MY_REPORT))).toContain('"author":"CASEWORKER"');
  }, 120_000);

  it('says on both doors that it is one, and a real installation says that it is none', async () => {
    const ask = 'query { organisation { isDemonstration } }';
    const doors = [lab.anyone(), lab.stranger()];
    const before = await Promise.all(doors.map((door) => door.data(ask)));

    await make(1);

    const second = await openSecond();
    const after = await Promise.all([second.anyone(), second.stranger()].map((door) => door.data(ask)));
    expect(before).toEqual(before.map(() => ({ organisation: { isDemonstration: false } })));
    expect(after).toEqual(after.map(() => ({ organisation: { isDemonstration: true } })));
  });

  it('draws other passwords each time, and begins one anew that was broken off', async () => {
    const first = await make(2);
    const second = await make(3);

    const passwords = [first, second].flatMap(({ logIns }) => logIns.map(({ password }) => password));
    expect(new Set(passwords).size).toBe(4);
    expect(await lab.dataSource.query('SELECT FROM case_file')).toHaveLength(3);
  });

  it.each([
    ['a caseworker', async () => void (await lab.seed.firstAdministrator())],
    [
      'a report',
      async () => {
        await lab.seed.firstAdministrator();
        await lab.seed.report('words');
      },
    ],
  ])('touches no database with %s of a real installation', async (_, use) => {
    await use();
    const rows = () => lab.dataSource.query('SELECT c, o FROM caseworker c, organisation o');
    const before = await rows();

    await expect(make(1)).rejects.toThrow('real installation');

    expect(await rows()).toEqual(before);
  });

  it('names nobody who could exist: its addresses are under a domain that is never given out', async () => {
    const { logIns } = await make(1);

    for (const { email } of logIns) expect(email).toMatch(/\.example$/);
  });
});
