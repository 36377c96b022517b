import { describe, expect, it } from '@jest/globals';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { keepFor, MARK_READ } from '../retention/testing/retention-operations.ts';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { REPLY, SEND } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';
import { monthAfter, monthOf } from './tally.service.ts';
import { addReport, type Counts } from './tally.ts';
import { closeMonths } from './testing/year-of-reports.ts';
import { addWork, workParts } from './work-counts.ts';

describe('the work that a month is told of', () => {
  const lab = useTestServer();

  /** What closing the month of the report would write down of its work. */
  async function told(month: string): Promise<unknown> {
    const calendar = await new OrganisationService(lab.dataSource, lab.clock).replyCalendar();
    const counts: Counts = {};
    const facts = {
      route: 'ANONYMOUS',
      locale: 'en',
      locales: ['en'],
      messaging: true,
      answers: [],
    } as const;
    addReport(counts, facts);
    const { manager } = lab.dataSource;
    await addWork(manager, counts, month, monthAfter(month), calendar);
    return { counts, parts: await workParts(manager, month, monthAfter(month), calendar.today, 1) };
  }

  it('is the same before and after a case was deleted', async () => {
    const story = await CaseStory.begin(lab);
    await keepFor(story.morgan, 91);
    const { client } = await lab.seed.reporter(story.code);
    await client.outcome(SEND, keyed({ text: 'there is more' }));
    await story.morgan.outcome(REPLY, keyed({ caseId: story.caseId, text: 'a reply' }));
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 2 });
    await story.move('CLOSED', 'done');
    const month = monthOf(lab.clock.now().toISOString().slice(0, 10));
    await lab.letDaysPass(91);
    const before = await told(month);

    await lab.app.jobs[0]?.run(new AbortController().signal);

    expect(await lab.dataSource.query('SELECT FROM case_file')).toEqual([]);
    expect(await told(month)).toEqual(before);
    expect(before).toMatchObject({
      counts: { STATUS: { ANONYMOUS: { CLOSED: 1 } }, WROTE: { ANONYMOUS: { true: 1 } } },
      parts: [{ subject: 'CLOSED' }],
    });
  });

  it('leaves months only of a tombstone once all that counts it is told', async () => {
    const story = await CaseStory.begin(lab);
    await keepFor(story.morgan, 91);
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 0 });
    await story.move('CLOSED', 'done');
    const month = monthOf(lab.clock.now().toISOString().slice(0, 10));
    await lab.letDaysPass(91);
    await lab.app.jobs[0]?.run(new AbortController().signal);

    await closeMonths(lab);

    expect(await lab.dataSource.query('SELECT * FROM case_tombstone')).toEqual([
      {
        id: expect.any(String),
        received_on: month,
        closed_on: month,
        status: 'CLOSED',
        has_contact_details: false,
        messaging: true,
        first_reply_on: null,
        reporter_wrote: null,
      },
    ]);
  });
});
