import { describe, expect, it } from '@jest/globals';
import { keyed } from '../testing/case-story.ts';
import { LOG_IN, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { TestClock, useTestServer } from '../testing/test-server.ts';
import { closedStory } from './testing/closed-story.ts';
import { MARK_READ, PREVIEW } from './testing/retention-operations.ts';

const DAY = 86_400_000; // milliseconds
const THREE_YEARS = 3 * 365 * DAY;

describe('a clock that jumps three years', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const WAITS = '{ retention { waitsUntil } }';
  const WARNING = 'The clock is more than 31 days ahead of the last day on which the service ran';

  const dayIn = (days: number) => new Date(lab.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
  const again = () => lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp');
  const warnings = (lines: readonly string[]) => lines.filter((line) => line.includes(WARNING)).length;

  /** A process starts, which sweeps, and then does all that is done at fixed hours. */
  async function startAndRun(clock = lab.clock) {
    const second = await openSecond({ clock });
    await run(second.app);
    return second;
  }
  const run = async (app = lab.app) => {
    for (const job of app.jobs) await job.run(new AbortController().signal);
  };

  /** What time puts an end to: cases, open conversations, remembered writes, months of which the numbers are still open. */
  const kept = async () =>
    (
      await lab.dataSource.query<object[]>(
        `SELECT (SELECT count(*)::int FROM case_file) AS cases,
                (SELECT count(*)::int FROM conversation WHERE is_open) AS conversations,
                (SELECT count(*) > 0 FROM idempotency) AS "hasWrites",
                (SELECT count(*)::int FROM statistics.closed_month) AS "closedMonths"`,
      )
    )[0];
  const ALL = { cases: 1, conversations: 1, hasWrites: true, closedMonths: 0 };

  it('puts an end to nothing, and when it is right again all is as before', async () => {
    const story = await closedStory(lab);
    lab.clock.advance(THREE_YEARS);
    await startAndRun();
    const meanwhile = await kept();
    const read = (await lab.anyone().outcome(LOG_IN, { code: story.code })).__typename;

    lab.clock.advance(-THREE_YEARS);
    await startAndRun();

    expect([meanwhile, await kept()]).toEqual([ALL, ALL]);
    expect(read).toBe('ReporterSession');
    expect((await lab.anyone().outcome(LOG_IN, { code: story.code })).__typename).toBe('ReporterSession');
    expect(await (await again()).data(WAITS)).toEqual({ retention: { waitsUntil: null } });
    await lab.letDaysPass(100);
    await startAndRun();
    expect(await kept()).toMatchObject({ cases: 0 });
  });

  it('stores a report once that is sent again after the clock was set right', async () => {
    await lab.seed.firstAdministrator();
    const { input } = await lab.seed.report('words');
    lab.clock.advance(THREE_YEARS);
    await startAndRun();
    lab.clock.advance(-THREE_YEARS);

    const { __typename } = await lab.anyone().outcome(SUBMIT, { input });

    expect(__typename).toBe('ReportSubmitted');
    expect(await kept()).toMatchObject({ cases: 1 });
  });

  it('puts an end to what is over after seven days where it stays so, and not before', async () => {
    await closedStory(lab);
    lab.clock.advance(THREE_YEARS);
    await Promise.all([startAndRun(), startAndRun(), run()]);
    lab.clock.advance(6 * DAY);
    await startAndRun();
    const before = await kept();

    lab.clock.advance(DAY);
    await Promise.all([startAndRun(), startAndRun(), run()]);

    expect(before).toEqual(ALL);
    expect(await kept()).toMatchObject({ cases: 0, conversations: 0, closedMonths: expect.any(Number) });
    expect(await kept()).not.toMatchObject({ closedMonths: 0 });
  });

  it('waits anew where it jumps once more', async () => {
    await closedStory(lab);
    lab.clock.advance(40 * DAY);
    await startAndRun();
    lab.clock.advance(THREE_YEARS);

    await startAndRun();

    expect(await kept()).toEqual(ALL);
  });

  it('ends nothing in one process while another has the right time', async () => {
    await closedStory(lab);
    const wrong = new TestClock(new Date(lab.clock.now().getTime() + THREE_YEARS));
    const second = await startAndRun(wrong);

    for (let day = 0; day < 10; day += 1) {
      wrong.advance(DAY);
      lab.clock.advance(DAY);
      await run(lab.app);
      await run(second.app);
    }

    expect(await kept()).toEqual(ALL);
  });

  it('is found by a process whose database was away when it jumped', async () => {
    await closedStory(lab);
    await lab.dataSource.query('ALTER TABLE day_seen RENAME TO away');
    try {
      lab.clock.advance(THREE_YEARS);
      await expect(run()).rejects.toThrow();
    } finally {
      await lab.dataSource.query('ALTER TABLE away RENAME TO day_seen');
    }

    await startAndRun();
    await run();

    expect(await kept()).toEqual(ALL);
  });

  it('is warned of once, however often is looked', async () => {
    await closedStory(lab);
    const second = await startAndRun();
    const before = warnings([...lab.logLines, ...second.logLines]);
    lab.clock.advance(THREE_YEARS);

    for (let turn = 0; turn < 3; turn += 1) await run(second.app);

    expect([before, warnings(second.logLines)]).toEqual([0, 1]);
  });

  it('is told to administrators at once, and what would go is not said to go earlier', async () => {
    const story = await closedStory(lab);
    const before = await story.morgan.data(WAITS);
    lab.clock.advance(THREE_YEARS);
    const morgan = await again();

    const told = await morgan.data(WAITS);
    const { retentionPreview } = await morgan.data<{ retentionPreview: object }>(PREVIEW, { days: 100 });

    expect([before, told]).toEqual([
      { retention: { waitsUntil: null } },
      { retention: { waitsUntil: dayIn(7) } },
    ]);
    expect(retentionPreview).toMatchObject({ cases: [{ caseId: story.caseId, deletesOn: dayIn(7) }] });
  });

  it('holds up no deletion that somebody asked for', async () => {
    const story = await closedStory(lab);
    await story.noor.data(MARK_READ, { id: story.caseId, seq: 1 });
    lab.clock.advance(THREE_YEARS);
    await startAndRun();
    const ask = `mutation($input: AskForDeletionInput!) { askForDeletion(input: $input) { __typename } }`;
    const confirm = `mutation($input: ConfirmDeletionInput!) { confirmDeletion(input: $input) { __typename } }`;
    const noor = await lab.seed.signedInAgain('noor@example.ac.uk', 'harbour pencil comet wool');

    await (await again()).outcome(ask, keyed({ caseId: story.caseId, purpose: 'REPORTER_ASKED' }));
    const confirmed = await noor.outcome(confirm, keyed({ caseId: story.caseId }));

    expect(confirmed.__typename).toBe('CaseDeleted');
    expect(await kept()).toMatchObject({ cases: 0 });
  });
});
