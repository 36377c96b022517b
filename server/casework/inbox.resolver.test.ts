import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASES, ME } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

interface Row {
  readonly id: string;
  readonly receivedOn: string;
  readonly replyDueBy: string | null;
  readonly status: string;
  readonly isOverdue: boolean;
  readonly hasUnread: boolean;
  readonly assignee: { name: string } | null;
}

interface Page {
  readonly cases: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { cursor: string; node: Row }[];
  };
}

const MANY = 130;

async function walk(client: GraphQLClient, variables: object): Promise<{ rows: Row[]; totals: number[] }> {
  const rows: Row[] = [];
  const totals: number[] = [];
  for (let after: string | null = null; ; ) {
    const { cases }: Page = await client.data<Page>(CASES, { ...variables, after });
    rows.push(...cases.edges.map((edge) => edge.node));
    totals.push(cases.totalCount);
    expect(cases.pageInfo.endCursor).toBe(cases.edges.at(-1)?.cursor ?? null);
    if (!cases.pageInfo.hasNextPage) return { rows, totals };
    after = cases.pageInfo.endCursor;
  }
}

describe('cases', () => {
  const lab = useTestServer();

  /** 130 cases over five days of arrival and four of answers, some without: many ties in every order. */
  async function manyCases(): Promise<GraphQLClient> {
    const caseworker = await lab.seed.firstAdministrator();
    for (let sent = 0; sent < MANY; sent += 10) {
      await Promise.all(Array.from({ length: 10 }, () => lab.seed.reportWithoutMessaging('words')));
    }
    await lab.dataSource.query(
      `UPDATE case_file f SET received_on = date '2026-01-01' + (n % 5)::int,
              reply_due_by = CASE WHEN n % 7 = 0 THEN NULL ELSE date '2999-02-01' - (n % 4)::int * 365000 END,
              status = (ARRAY['NEW', 'OPEN', 'ON_HOLD', 'CLOSED'])[1 + n % 4],
              assignee_id = CASE WHEN n % 3 = 0 THEN (SELECT id FROM caseworker) END
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM case_file) AS numbered
       WHERE f.id = numbered.id`,
    );
    await lab.dataSource.query(
      "UPDATE case_wrap SET read_seq = 0 WHERE case_id IN (SELECT id FROM case_file WHERE received_on > '2026-01-03')",
    );
    return caseworker;
  }

  it('shows each case once, in order, however small the pages', async () => {
    const caseworker = await manyCases();

    const due = await walk(caseworker, { first: 7, orderBy: 'REPLY_DUE' });
    const received = await walk(caseworker, { first: 7, orderBy: 'RECEIVED' });

    const byDue = due.rows.map(({ replyDueBy, id }) => `${replyDueBy ?? '9999'} ${id}`);
    expect(new Set(byDue).size).toBe(MANY);
    expect(byDue).toEqual([...byDue].sort());
    expect(due.totals).toEqual(Array.from({ length: 19 }, () => MANY));
    const days = received.rows.map(({ receivedOn }) => receivedOn);
    expect(new Set(received.rows.map(({ id }) => id)).size).toBe(MANY);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('neither repeats nor skips a case while new ones arrive between two pages', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    for (let turn = 0; turn < 6; turn += 1) await lab.seed.reportWithoutMessaging('old');
    const old = await lab.seed.caseIds(caseworker);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { cases }: Page = await caseworker.data<Page>(CASES, { first: 2, after });
      seen.push(...cases.edges.map((edge) => edge.node.id));
      after = cases.pageInfo.endCursor;
      more = cases.pageInfo.hasNextPage && seen.length < 20;
      if (seen.length < 6) await lab.seed.reportWithoutMessaging('new');
    }

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(old));
  });

  it('gives all that fit a filter and nothing else, with their number', async () => {
    const caseworker = await manyCases();
    const { me } = await caseworker.data<{ me: { id: string } }>(ME);
    const all = (await walk(caseworker, { first: 100 })).rows;
    const filters: [Record<string, unknown>, (row: Row) => boolean][] = [
      [{ status: ['NEW', 'CLOSED'] }, ({ status }) => ['NEW', 'CLOSED'].includes(status)],
      [{ status: [] }, () => false],
      [{ assignee: me.id }, ({ assignee }) => assignee !== null],
      [{ assignee: 'nobody' }, () => false],
      [{ assignee: '\u0000' }, () => false],
      [{ isUnassigned: true }, ({ assignee }) => assignee === null],
      [{ isUnassigned: false }, ({ assignee }) => assignee !== null],
      [{ isOverdue: true }, ({ isOverdue }) => isOverdue],
      [{ isOverdue: false }, ({ isOverdue }) => !isOverdue],
      [{ hasUnread: true }, ({ hasUnread }) => hasUnread],
      [{ hasUnread: false }, ({ hasUnread }) => !hasUnread],
      [{ receivedFrom: '2026-01-03' }, ({ receivedOn }) => receivedOn >= '2026-01-03'],
      [{ receivedTo: '2026-01-02' }, ({ receivedOn }) => receivedOn <= '2026-01-02'],
      [
        { status: ['OPEN'], isUnassigned: true, hasUnread: false, receivedTo: '2026-01-04' },
        ({ status, assignee, hasUnread, receivedOn }) =>
          status === 'OPEN' && assignee === null && !hasUnread && receivedOn <= '2026-01-04',
      ],
      [{ status: null, assignee: null, isOverdue: null }, () => true],
    ];

    for (const [filter, fits] of filters) {
      const { rows, totals } = await walk(caseworker, { first: 40, filter });

      const wanted = all.filter(fits).map(({ id }) => id);
      expect({ filter, ids: rows.map(({ id }) => id).sort() }).toEqual({ filter, ids: wanted.sort() });
      expect(totals[0]).toBe(wanted.length);
    }
    for (const key of ['isOverdue', 'hasUnread'] as const) {
      expect(new Set(all.map((row) => row[key])).size).toBe(2);
    }
  });

  it.each<[string, object]>([
    ['a cursor of the other order', { orderBy: 'RECEIVED' }],
    ['a cursor that never was', { after: 'AAAA' }],
    [
      'a forged one with a day that no calendar has',
      {
        after: Buffer.from(
          `["REPLY_DUE","2026-02-30","${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}"]`,
        ).toString('base64url'),
      },
    ],
    ['a filter of another type', { filter: { status: 'x' } }],
    ['a day that no calendar has', { filter: { receivedFrom: '2026-02-30' } }],
    ['a time instead of a day', { filter: { receivedFrom: '2026-02-03T04:05:06Z' } }],
    ['the year 0', { filter: { receivedFrom: '0000-01-01' } }],
    ['an order that is none', { orderBy: 'NAME' }],
    ['too many statuses', { filter: { status: Array.from({ length: 11 }, () => 'NEW') } }],
  ])('refuses %s as BAD_USER_INPUT', async (_, variables) => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    await lab.seed.reportWithoutMessaging('words');
    const { cases } = await caseworker.data<Page>(CASES, { first: 1 });

    const codes = await caseworker.errorCodes(CASES, { after: cases.pageInfo.endCursor, ...variables });

    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it('cuts a page to 1 to 100 cases', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    for (let turn = 0; turn < 3; turn += 1) await lab.seed.reportWithoutMessaging('words');
    const size = async (first: number) => (await caseworker.data<Page>(CASES, { first })).cases.edges.length;

    expect([await size(0), await size(-1), await size(2), await size(2 ** 31 - 1)]).toEqual([1, 1, 2, 3]);
  });

  it('is empty for whoever holds a key to none, and needs a session', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const colleague = await lab.seed.colleague();

    expect(await colleague.data(CASES)).toEqual({
      cases: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
    });
    expect(await lab.stranger().errorCodes(CASES)).toEqual(['UNAUTHENTICATED']);
  });
});
