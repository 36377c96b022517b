import { describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';
import type { ReportFacts } from './tally.ts';
import { closeMonths, countAll } from './testing/year-of-reports.ts';

const SETTING = 'query { statisticsSetting { threshold inForce appliesFrom } }';
const CHANGE = `mutation($threshold: Int!) { changeStatisticsThreshold(threshold: $threshold) { __typename
  ... on StatisticsSettingChanged { setting { threshold inForce appliesFrom } } ... on Problem { message } } }`;
const FACTS: ReportFacts = {
  route: 'ANONYMOUS',
  locale: 'en',
  locales: ['en'],
  messaging: false,
  answers: [],
};

describe('the threshold of statistics', () => {
  const lab = useTestServer();

  const reports = (count: number, receivedOn: string) =>
    Array.from({ length: count }, () => ({ receivedOn, facts: FACTS }));
  const goTo = (day: string) => lab.clock.advance(Date.parse(`${day}T12:00:00Z`) - lab.clock.now().getTime());
  const told = () =>
    lab.dataSource.query(
      "SELECT months[1] AS month, count FROM statistics.part WHERE subject = 'REPORTS' ORDER BY 1",
    );

  it.each([4, 0, -5, 101])('is not set to %i', async (threshold) => {
    const morgan = await lab.seed.firstAdministrator();

    const outcome = await morgan.outcome(CHANGE, { threshold });

    expect(outcome.__typename).toBe('InvalidThreshold');
    expect(await morgan.data(SETTING)).toMatchObject({ statisticsSetting: { threshold: 10, inForce: 10 } });
  });

  it('counts at once where no month of the year was told, and is written down once', async () => {
    const morgan = await lab.seed.firstAdministrator();

    const first = await morgan.outcome(CHANGE, { threshold: 20 });
    const again = await morgan.outcome(CHANGE, { threshold: 20 });

    expect(first).toMatchObject({ setting: { threshold: 20, inForce: 20 } });
    expect(again).toEqual(first);
    const entries = "SELECT details FROM audit_entry WHERE act = 'STATISTICS_CHANGED'";
    expect(await lab.dataSource.query(entries)).toEqual([{ details: '{"threshold":20}' }]);
  });

  it('waits for the next year where one has begun to be told', async () => {
    await lab.seed.firstAdministrator();
    const year = lab.clock.now().getUTCFullYear() + 1;
    await countAll(lab, [
      ...reports(12, `${year}-01-10`),
      ...reports(7, `${year}-02-10`),
      ...reports(7, `${year + 1}-01-10`),
    ]);
    goTo(`${year}-02-20`);
    await closeMonths(lab, `${year}-01-01`);
    const morgan = await lab.seed.signedInAgain('morgan@example.ac.uk', PASSWORD);

    const changed = await morgan.outcome(CHANGE, { threshold: 5 });
    goTo(`${year}-03-20`);
    await closeMonths(lab);
    const ofThisYear = await told();
    goTo(`${year + 1}-02-20`);
    await closeMonths(lab);

    expect(changed).toMatchObject({
      setting: { threshold: 5, inForce: 10, appliesFrom: `${year + 1}-01-01` },
    });
    expect(ofThisYear).toEqual([{ month: `${year}-01-01`, count: 12 }]);
    expect(await told()).toContainEqual({ month: `${year + 1}-01-01`, count: 7 });
    expect(
      await lab.dataSource.query('SELECT DISTINCT threshold FROM statistics.closed_month ORDER BY 1'),
    ).toEqual([{ threshold: 5 }, { threshold: 10 }]);
  });

  it('is nobody’s to see or to change but an administrator’s', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();

    expect(await noor.errorCodes(SETTING)).toEqual(['FORBIDDEN']);
    expect(await noor.errorCodes(CHANGE, { threshold: 20 })).toEqual(['FORBIDDEN']);
    expect(await lab.stranger().errorCodes(SETTING)).toEqual(['UNAUTHENTICATED']);
  });
});
