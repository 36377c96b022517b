import { describe, expect, it } from '@jest/globals';
import { REMOVE } from '../testing/account-operations.ts';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { KEEP_OUT } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { LOG_IN, SEND } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';
import { keepFor, PREVIEW } from './testing/retention-operations.ts';

const DAY = 86_400_000; // milliseconds

describe('a case that nobody can open any more', () => {
  const lab = useTestServer();

  const run = async () =>
    lab.app.jobs.find(({ name }) => name === 'retention')?.run(new AbortController().signal);
  const caseCount = async () => (await lab.dataSource.query<unknown[]>('SELECT FROM case_file')).length;
  const inDays = (days: number) =>
    new Date(lab.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
  const lostCases = async (by: GraphQLClient) =>
    (await by.data<{ retention: { lostCases: number } }>('{ retention { lostCases } }')).retention.lostCases;

  /** Noor alone could open it; `lose` removes her. Closed cases are kept for 100 days. */
  async function held() {
    const story = await CaseStory.begin(lab);
    const { morgan, noor, caseId } = story;
    await keepFor(morgan, 100);
    await morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: await idOf(morgan) }));
    const id = await idOf(noor);
    const lose = async (administrator = morgan) => {
      const outcome = await administrator.outcome(REMOVE, { id, losing: 1 });
      if (outcome.__typename !== 'PersonChanged') throw new Error(JSON.stringify(outcome));
    };
    return { ...story, story, lose };
  }

  it('is deleted, open and unread as it is, once its time is over from the day on which the last one left', async () => {
    const { code, lose } = await held();
    await lab.letDaysPass(5);
    await lose(await lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp'));
    await lab.letDaysPass(99);
    await run();
    const before = await caseCount();

    await lab.letDaysPass(1);
    await run();

    expect([before, await caseCount()]).toEqual([1, 0]);
    expect((await lab.anyone().outcome(LOG_IN, { code })).__typename).toBe('CodeNotRecognised');
    expect(await lab.dataSource.query("SELECT details FROM audit_entry WHERE act = 'CASE_DELETED'")).toEqual([
      { details: '{"heldBy":[],"purpose":"RETENTION"}' },
    ]);
    expect(await lab.dataSource.query('SELECT status, closed_on FROM case_tombstone')).toEqual([
      { status: 'NEW', closed_on: null },
    ]);
  });

  it('is kept from that day on where it was closed before, and what its reporter wrote last was not read', async () => {
    const { story, noor, code, lose } = await held();
    const { client } = await lab.seed.reporter(code);
    await client.outcome(SEND, keyed({ text: 'there is more' }));
    await story.move('CLOSED', 'done', noor);
    await lab.letDaysPass(99);
    await lose(await lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp'));
    await lab.letDaysPass(99);
    await run();
    const before = await caseCount();

    await lab.letDaysPass(1);
    await run();

    expect([before, await caseCount()]).toEqual([1, 0]);
  });

  it('has a day on which it is deleted, which its reporter is told', async () => {
    const { code, lose } = await held();
    const { client } = await lab.seed.reporter(code);
    const before = await client.data('{ myReport { hasReader deletesOn } }');

    await lose();

    expect(before).toEqual({ myReport: { hasReader: true, deletesOn: null } });
    expect(await client.data('{ myReport { hasReader deletesOn } }')).toEqual({
      myReport: { hasReader: false, deletesOn: inDays(100) },
    });
  });

  it('is counted for administrators, who learn nothing else of it', async () => {
    const { morgan, lose } = await held();
    const before = await lostCases(morgan);

    await lose();

    expect([before, await lostCases(morgan)]).toEqual([0, 1]);
    expect(await morgan.data(PREVIEW, { days: 100 })).toMatchObject({
      retentionPreview: { cases: [], count: 0, others: null },
    });
    const stranger = await lab.stranger().errorCodes('{ retention { lostCases } }');
    expect(stranger).toEqual(['UNAUTHENTICATED']);
  });

  it('stays where no time is set', async () => {
    const { lose } = await held();
    await lose();
    await lab.dataSource.query('UPDATE organisation SET retention_days = NULL');
    await lab.letDaysPass(3_000);

    await run();

    expect(await caseCount()).toBe(1);
  });
});
