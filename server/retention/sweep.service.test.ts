import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { MY_REPORT, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const DAY = 24 * 3_600_000; // milliseconds

describe('the sweep', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const counts = async () =>
    (
      await lab.dataSource.query<Record<string, number>[]>(
        `SELECT (SELECT count(*) FROM reporter_session) AS reporters, (SELECT count(*) FROM staff_session) AS staff,
                (SELECT count(*) FROM idempotency) AS keys, (SELECT count(*) FROM case_file) AS cases`,
      )
    )[0];

  it('deletes sessions that are over, and nothing that still matters', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.reporter((await lab.seed.report('words')).code);
    expect(await counts()).toEqual({ reporters: 1, staff: 1, keys: 1, cases: 1 });

    lab.clock.advance(DAY);
    await openSecond();

    await eventually(async () => (await counts())?.['reporters'] === 0 && (await counts())?.['staff'] === 0);
    expect(await counts()).toEqual({ reporters: 0, staff: 0, keys: 1, cases: 1 });
  });

  it('keeps sessions that still run', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.reporter((await lab.seed.report('words')).code);
    await lab.dataSource.query(
      "INSERT INTO staff_session SELECT '\\x01', caseworker_id, '\\x02', $1::timestamptz - interval '1 day', $1 FROM staff_session",
      [lab.clock.now()],
    );

    await openSecond();

    await eventually(async () => (await counts())?.['staff'] === 1);
    expect(await counts()).toEqual({ reporters: 1, staff: 1, keys: 1, cases: 1 });
  });

  it('ends sessions that began while the clock was years ahead, and no other, once it is right', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client: right } = await lab.seed.reporter(code);
    lab.clock.advance(1_000 * DAY);
    const { client: ahead } = await lab.seed.reporter(code);
    const morgan = await lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp');
    lab.clock.advance(-1_000 * DAY);

    await openSecond();

    expect(await right.data(MY_REPORT)).toMatchObject({ myReport: { status: expect.any(String) } });
    expect(await ahead.data(MY_REPORT)).toEqual({ myReport: null });
    expect(await morgan.errorCodes('{ people { id } }')).toEqual(['UNAUTHENTICATED']);
  });

  it('goes round all the others where one part cannot be swept', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.reporter((await lab.seed.report('words')).code);
    await lab.dataSource.query(`
      CREATE FUNCTION refusing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END';
      CREATE TRIGGER refusing BEFORE DELETE ON reporter_session EXECUTE FUNCTION refusing()`);
    try {
      lab.clock.advance(DAY);
      const second = await openSecond();

      await eventually(async () => (await counts())?.['staff'] === 0);
      expect(await counts()).toMatchObject({ reporters: 1, staff: 0 });
      expect(second.logLines.join()).toContain('could not be swept away');
    } finally {
      await lab.dataSource.query('DROP TRIGGER refusing ON reporter_session; DROP FUNCTION refusing()');
    }
  });

  it('forgets a write after 30 days, when no enrolment or session that could repeat it is left', async () => {
    await lab.seed.firstAdministrator();
    const { input } = await lab.seed.report('words');
    lab.clock.advance(30 * DAY);
    await openSecond();
    const kept = await lab.anyone().outcome(SUBMIT, { input });

    lab.clock.advance(DAY);
    await openSecond();
    await eventually(async () => (await counts())?.['keys'] === 0);
    const late = await lab.anyone().outcome(SUBMIT, { input });

    expect(kept.__typename).toBe('ReportSubmitted');
    expect(late.__typename).toBe('EnrolmentExpired');
    expect((await counts())?.['cases']).toBe(1);
  });
});
