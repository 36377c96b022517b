import { describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../testing/graphql-client.ts';
import { useTestServer } from '../testing/test-server.ts';
import type { ReportFacts } from './tally.ts';
import { closeMonths, countAll, storeCases } from './testing/year-of-reports.ts';

const DAY = 86_400_000; // milliseconds

const MAKE_TOKEN = `mutation Make($input: MakeAnalyticsTokenInput!) {
  makeAnalyticsToken(input: $input) { __typename ... on AnalyticsTokenMade { secret token { id name } }
    ... on Problem { message } } }`;
const META = `{ statistics { dimensions questions threshold dataThrough dataFrom combinations { dimensions }
  countedQuestions { id isCategory choices { id text } } } }`;
const COUNTS = `query Counts($by: [Dimension!]!, $bucket: Bucket! = MONTH, $where: StatisticsFilter!, $question: ID) {
  reportCounts(by: $by, bucket: $bucket, where: $where, question: $question) {
    rows { period category status locale messaging route answer count suppressed } total threshold dataThrough } }`;

interface Row {
  readonly [column: string]: unknown;
  readonly count: number | null;
}

describe('statistics', () => {
  const lab = useTestServer();
  const always = { from: '2000-01-01', to: '2029-12-31' };

  /** The first day of the month that the clock of the lab is in. */
  const thisMonth = () => `${lab.clock.now().toISOString().slice(0, 7)}-01`;
  const facts = (kinds: string[], more: Partial<ReportFacts> = {}): ReportFacts => ({
    route: 'ANONYMOUS',
    locale: 'en',
    locales: ['en', 'cy'],
    messaging: true,
    answers: [{ question: 'kinds', isOneChoice: false, offered: kinds, given: kinds }],
    ...more,
  });
  const times = (number: number, made: ReportFacts) =>
    Array.from({ length: number }, () => ({ receivedOn: thisMonth(), facts: made }));

  async function secret(): Promise<string> {
    const admin = await lab.seed.firstAdministrator();
    const made = await admin.outcome(MAKE_TOKEN, {
      input: { id: crypto.randomUUID(), name: 'Yearly figures', days: 90 },
    });
    return String(made['secret']);
  }

  const door = () => new GraphQLClient(`${lab.staffUrl}/analytics`);
  const analyst = async () => door().withToken(await secret());

  const counts = async (client: GraphQLClient, variables: Record<string, unknown>) =>
    (
      await client.data<{ reportCounts: { rows: Row[]; total: number | null } }>(COUNTS, {
        where: always,
        ...variables,
      })
    ).reportCounts;

  it('says what may be asked, and that nothing is closed yet', async () => {
    const { statistics } = await (await analyst()).data<{ statistics: Record<string, unknown> }>(META);

    expect(statistics).toMatchObject({
      threshold: 10,
      questions: expect.arrayContaining(['kinds', 'where', 'who', 'reporter-role']),
      dataFrom: thisMonth(),
    });
    expect(statistics['combinations']).toHaveLength(24);
  });

  it('counts what came through the public door once its month is closed, and never moves it again', async () => {
    const client = await analyst();
    for (let turn = 0; turn < 12; turn += 1) await lab.seed.reportWithoutMessaging('words');
    const open = await counts(client, { by: ['PERIOD'] });

    const month = thisMonth();
    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const closed = await counts(client, { by: ['PERIOD'] });
    await lab.dataSource.query('DELETE FROM case_wrap');
    await lab.dataSource.query('DELETE FROM case_file');
    await closeMonths(lab);

    expect(open).toMatchObject({ rows: [], total: null });
    expect(closed.rows.find(({ period }) => period === month)).toMatchObject({
      count: 10,
      suppressed: false,
    });
    expect(await counts(client, { by: ['PERIOD'] })).toEqual(closed);
  });

  it('tells categories from the threshold on, rounded, and hides what is left over', async () => {
    const client = await analyst();
    await countAll(lab, [
      ...times(48, facts(['bullying'])),
      ...times(33, facts(['harassment'])),
      ...times(3, facts(['stalking'])),
    ]);

    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const { rows, total } = await counts(client, { by: ['CATEGORY'] });

    expect(total).toBe(85);
    const by = Object.fromEntries(rows.map(({ category, count }) => [category, count]));
    expect(by).toMatchObject({ bullying: 50, harassment: 35, stalking: null, violence: null });
  });

  it('hides two where hiding one would tell it, and keeps their sum', async () => {
    const client = await analyst();
    await countAll(lab, [...times(60, facts([])), ...times(4, facts([], { messaging: false }))]);

    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const { rows } = await counts(client, { by: ['MESSAGING'] });

    expect(rows.every(({ count }) => count === null)).toBe(true);
    expect((await counts(client, { by: [] })).rows).toEqual([expect.objectContaining({ count: 65 })]);
  });

  it('tells where cases stood when their month was closed, small numbers together', async () => {
    const client = await analyst();
    const alike = { receivedOn: thisMonth(), messaging: false, hasContactDetails: false };
    await countAll(lab, times(45, facts([], { messaging: false })));
    for (const [status, number] of [
      ['CLOSED', 22],
      ['OPEN', 12],
      ['NEW', 4],
      ['ON_HOLD', 7],
    ] as const) {
      await storeCases(
        lab,
        Array.from({ length: number }, () => ({ ...alike, status })),
      );
    }

    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const { rows } = await counts(client, { by: ['STATUS'] });

    expect(rows.map(({ status, count }) => [status, count])).toEqual([
      ['NEW', null],
      ['OPEN', 10],
      ['WAITING_FOR_REPORTER', null],
      ['ON_HOLD', null],
      ['CLOSED', 20],
      [null, 10],
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['two subjects', { by: ['CATEGORY', 'STATUS'] }],
    ['a dimension twice', { by: ['PERIOD', 'PERIOD'] }],
    ['ANSWER without a question', { by: ['ANSWER'] }],
    ['a question without ANSWER', { by: ['PERIOD'], question: 'where' }],
    ['a question that is not counted', { by: ['ANSWER'], question: 'what-happened' }],
    [
      'several categories, not by category',
      { by: ['PERIOD'], where: { ...always, category: ['hate', 'sexual'] } },
    ],
    ['a category and a status', { by: ['STATUS'], where: { ...always, category: ['hate'] } }],
    ['days the wrong way round', { by: [], where: { from: '2026-02-01', to: '2026-01-01' } }],
  ])('refuses %s', async (_, variables) => {
    const client = await analyst();

    expect(await client.errorCodes(COUNTS, { where: always, ...variables })).toEqual(['BAD_USER_INPUT']);
  });

  it.each<[string, string]>([
    ['category', 'replyTimes(by: [CATEGORY], where: $where) { rows { count } }'],
    ['period and category', 'replyTimes(by: [PERIOD, CATEGORY], where: $where) { rows { count } }'],
    ['status', 'replyTimes(by: [STATUS], where: $where) { rows { count } }'],
    ['a period twice', 'replyTimes(by: [PERIOD, PERIOD], where: $where) { rows { count } }'],
  ])('tells no reply times by %s', async (_, field) => {
    const client = await analyst();

    expect(
      await client.errorCodes(`query($where: StatisticsFilter!) { ${field} }`, { where: always }),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('tells no reply times, work and messaging of one category', async () => {
    const client = await analyst();
    const where = { ...always, category: ['bullying'] };

    for (const field of ['replyTimes', 'workFlow', 'messagingUse']) {
      const document = `query($where: StatisticsFilter!) { ${field}(where: $where) { threshold } }`;
      expect(await client.errorCodes(document, { where })).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('folds rare answers into OTHER where an answer is the only one, and never where there can be several', async () => {
    const client = await analyst();
    const places = ['online', 'social', 'elsewhere'];
    const each = (number: number, place: string, kind: string) =>
      times(
        number,
        facts([], {
          answers: [
            { question: 'where', isOneChoice: true, offered: places, given: [place] },
            {
              question: 'kinds',
              isOneChoice: false,
              offered: ['bullying', 'hate', 'stalking'],
              given: [kind],
            },
          ],
        }),
      );
    await countAll(lab, [
      ...each(40, 'online', 'bullying'),
      ...each(4, 'social', 'stalking'),
      ...each(9, 'elsewhere', 'hate'),
    ]);

    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const told = async (question: string) =>
      (await counts(client, { by: ['ANSWER'], question })).rows.map(({ answer, count }) => [answer, count]);

    expect(await told('where')).toEqual(expect.arrayContaining([['OTHER', 15]]));
    expect(
      (await told('where')).filter(([answer]) => ['social', 'elsewhere'].includes(String(answer))),
    ).toEqual(
      expect.arrayContaining([
        ['social', null],
        ['elsewhere', null],
      ]),
    );
    const kinds = await told('kinds');
    expect(kinds).toEqual(expect.arrayContaining([['bullying', 40]]));
    expect(kinds.map(([answer]) => answer)).not.toContain('OTHER');
    expect(kinds.filter(([, count]) => count !== null)).toEqual([['bullying', 40]]);
  });

  it('refuses an analyst everywhere else, and everybody without a token here', async () => {
    const token = await secret();
    const client = door().withToken(token);

    expect(await lab.stranger().withToken(token).errorCodes(META)).toEqual(['UNAUTHENTICATED']);
    expect(await lab.stranger().withToken(token).errorCodes('{ cases { totalCount } }')).toEqual([
      'UNAUTHENTICATED',
    ]);
    const nobody = door();
    expect(await nobody.errorCodes(META)).toEqual(['UNAUTHENTICATED']);
    expect(await nobody.withToken('rst_an_x').errorCodes(META)).toEqual(['UNAUTHENTICATED']);
    expect(await client.errorCodes('{ cases { totalCount } }')).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses a token that was revoked or is over, and says what was asked with it', async () => {
    const client = await analyst();
    await counts(client, { by: ['PERIOD'] });
    const [query] = await lab.dataSource.query<{ operation: string; arguments: unknown }[]>(
      'SELECT operation, arguments FROM analytics_query',
    );

    lab.clock.advance(91 * DAY);

    expect(query).toMatchObject({
      operation: 'reportCounts',
      arguments: { by: ['PERIOD'], bucket: 'MONTH' },
    });
    expect(await client.errorCodes(META)).toEqual(['UNAUTHENTICATED']);
  });
});
