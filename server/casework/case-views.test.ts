import { describe, expect, it } from '@jest/globals';
import { idOf } from '../testing/case-story.ts';
import { VIEWS } from '../testing/casework-operations.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { CASES } from '../testing/operations.ts';
import { noonOfToday, useTestServer } from '../testing/test-server.ts';

interface Views {
  readonly caseViews: { view: string; count: number }[];
}

describe('caseViews', () => {
  const lab = useTestServer(noonOfToday);

  it('counts for each list what a page of it counts, and what belongs in it', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    await storeManyCases(lab.dataSource, 300, (number) => ({
      words: 'words',
      messages: Array.from({ length: number % 4 }, () => 'message'),
      notes: [],
    }));
    const me = await idOf(morgan);
    const count = async (sql: string) => {
      const [row] = await lab.dataSource.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM case_file WHERE ${sql} AND $1 <> ''`,
        [me],
      );
      return row?.count;
    };

    const { caseViews } = await morgan.data<Views>(VIEWS);

    const pages = await Promise.all(
      caseViews.map(async ({ view }) => {
        const { cases } = await morgan.data<{ cases: { totalCount: number } }>(CASES, { filter: { view } });
        return { view, count: cases.totalCount };
      }),
    );
    expect(caseViews).toEqual(pages);
    expect(caseViews).toEqual([
      { view: 'MY_CASES', count: await count("assignee_id::text = $1 AND status <> 'CLOSED'") },
      { view: 'UNASSIGNED', count: await count("assignee_id IS NULL AND status <> 'CLOSED'") },
      { view: 'REPLY_DUE', count: await count('reply_due_by IS NOT NULL') },
      { view: 'OVERDUE', count: await count('reply_due_by < current_date') },
      { view: 'WAITING_FOR_REPORTER', count: await count("status = 'WAITING_FOR_REPORTER'") },
      { view: 'ALL_OPEN', count: await count("status <> 'CLOSED'") },
      { view: 'CLOSED', count: await count("status = 'CLOSED'") },
    ]);
    expect(caseViews.map(({ count }) => count)).not.toContain(0);
  });

  it('counts nothing for whoever holds a key to no case, and needs a session', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const colleague = await lab.seed.colleague();

    const { caseViews } = await colleague.data<Views>(VIEWS);

    expect(new Set(caseViews.map(({ count }) => count))).toEqual(new Set([0]));
    expect(await lab.stranger().errorCodes(VIEWS)).toEqual(['UNAUTHENTICATED']);
  });
});
