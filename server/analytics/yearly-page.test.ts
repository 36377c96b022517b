import { beforeEach, describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { useTestServer } from '../testing/test-server.ts';
import { countYear, EXACT_NUMBERS, factsOf, lastClosedYear } from './testing/counted-year.ts';
import { closeMonths, countAll } from './testing/year-of-reports.ts';

const PAGE = `year countedFrom threshold total quarters { label count suppressed } categories { label text locale count suppressed }
  routes { label count suppressed } wantedMessages repliedInTime`;
const PUBLISHED = '{ publishedYears }';
const READ = `query Read($year: Int!, $locale: String) { yearlyPage(year: $year, locale: $locale) { ${PAGE} } }`;
const PREVIEW = `query Preview($year: Int!) { yearlyPagePreview(year: $year) { ${PAGE} } }`;
const YEARS = '{ yearsToPublish { year isPublic publishedOn canBeTold } }';
const PUBLISH = `mutation Publish($year: Int!) { publishYear(year: $year) { __typename
  ... on YearPublished { year { year isPublic publishedOn } } ... on Problem { message } } }`;
const WITHDRAW = 'mutation Withdraw($year: Int!) { withdrawYear(year: $year) }';

interface Numbers {
  readonly label: string;
  readonly text: string | null;
  readonly count: number | null;
}

interface Page {
  readonly total: number | null;
  readonly quarters: Numbers[];
  readonly categories: Numbers[];
}

describe('the page of a year', () => {
  const lab = useTestServer();
  let year = 0;

  beforeEach(() => {
    year = lastClosedYear(lab);
  });

  const reports = (number: number, month: string) =>
    Array.from({ length: number }, () => ({
      receivedOn: `${year}-${month}-07`,
      facts: factsOf(['bullying']),
    }));

  const read = async (locale?: string): Promise<Page | null> =>
    (await lab.anyone().data<{ yearlyPage: Page | null }>(READ, { year, locale })).yearlyPage;
  const published = async () =>
    (await lab.anyone().data<{ publishedYears: number[] }>(PUBLISHED)).publishedYears;
  const acts = async () =>
    lab.dataSource.query<object[]>(
      `SELECT act, object FROM audit_entry WHERE act LIKE 'YEAR%' ORDER BY position`,
    );
  const preview = async (admin: GraphQLClient) =>
    (await admin.data<{ yearlyPagePreview: Page | null }>(PREVIEW, { year })).yearlyPagePreview;

  it('is read by everybody from when an administrator publishes it until it is withdrawn', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);
    const before = [await read(), await published(), await admin.data(YEARS)];
    const seen = await preview(admin);

    const outcome = await admin.outcome(PUBLISH, { year });
    const [page, years] = [await read(), await published()];
    await admin.data(WITHDRAW, { year });

    expect(before).toEqual([
      null,
      [],
      { yearsToPublish: [{ year, isPublic: false, publishedOn: null, canBeTold: true }] },
    ]);
    expect(outcome).toMatchObject({ __typename: 'YearPublished', year: { year, isPublic: true } });
    expect(page).toEqual(seen);
    expect(page).toMatchObject({ year, countedFrom: `${year}-01-01`, threshold: 10, total: 245 });
    expect(years).toEqual([year]);
    expect([await read(), await published()]).toEqual([null, []]);
    expect(await acts()).toEqual([
      { act: 'YEAR_PUBLISHED', object: String(year) },
      { act: 'YEAR_WITHDRAWN', object: String(year) },
    ]);
  });

  it('tells nothing below the threshold, and no number that was not rounded', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);
    await admin.outcome(PUBLISH, { year });

    const page = await read();

    const numbers = [...(page?.quarters ?? []), ...(page?.categories ?? [])];
    expect(numbers.every(({ count }) => count === null || (count >= 10 && count % 5 === 0))).toBe(true);
    const by = Object.fromEntries(numbers.map(({ label, count }) => [label, count]));
    expect(by).toMatchObject({
      [`${year}-01-01`]: 100,
      [`${year}-04-01`]: 85,
      [`${year}-07-01`]: null,
      [`${year}-10-01`]: null,
      bullying: 130,
      harassment: 110,
      stalking: null,
    });
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`[:,](${EXACT_NUMBERS.join('|')})[,}]`));
  });

  it('comes back with the same numbers, whatever was told meanwhile', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);
    await admin.outcome(PUBLISH, { year });
    const first = await read();
    await admin.data(WITHDRAW, { year });
    await lab.dataSource.query('UPDATE statistics.part SET count = count + 100');

    const seen = await preview(admin);
    await admin.outcome(PUBLISH, { year });

    expect([seen, await read()]).toEqual([first, first]);
  });

  it('has its choices in the language of the reader, else in the organisation’s first', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);
    await admin.outcome(PUBLISH, { year });

    const textIn = async (locale: string) =>
      (await read(locale))?.categories.find(({ label }) => label === 'bullying')?.text;

    expect(await textIn('en')).toBe('Bullying');
    expect(await textIn('xx')).toBe('Bullying');
  });

  it('is published once, however often and at the same time it is asked for', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);

    const outcomes = await Promise.all([0, 1, 2].map(() => admin.outcome(PUBLISH, { year })));

    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(3).fill('YearPublished'));
    expect(await acts()).toHaveLength(1);
  });

  it.each<[string, (year: number) => number]>([
    ['a year that is not over', (last) => last + 1],
    ['a year before anything was counted', (last) => last - 1],
    ['a year that no calendar has', () => 2_147_483_647],
    ['a year below zero', () => -1],
  ])('is refused for %s', async (_, other) => {
    const admin = await lab.seed.firstAdministrator();
    await countYear(lab, year);

    const outcome = await admin.outcome(PUBLISH, { year: other(year) });

    expect(outcome.__typename).toBe('YearCannotBeTold');
    expect(await admin.data(WITHDRAW, { year: other(year) })).toEqual({ withdrawYear: true });
    expect([await published(), await acts()]).toEqual([[], []]);
  });

  it('is refused for a year of too few reports', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countAll(lab, reports(9, '03'));
    await closeMonths(lab, `${year}-01-01`);

    expect((await admin.outcome(PUBLISH, { year })).__typename).toBe('YearCannotBeTold');
    expect(await preview(admin)).toBeNull();
    expect(await admin.data(YEARS)).toMatchObject({ yearsToPublish: [{ year, canBeTold: false }] });
  });

  it('leaves out the sum of a year of which a few reports may not be told, and tells the rest', async () => {
    const admin = await lab.seed.firstAdministrator();
    await countAll(lab, [...reports(40, '03'), ...reports(4, '08')]);
    await closeMonths(lab, `${year}-01-01`);

    await admin.outcome(PUBLISH, { year });

    expect(await read()).toMatchObject({ total: null });
  });

  it('is in the hands of administrators alone', async () => {
    await lab.seed.firstAdministrator();
    const caseworker = await lab.seed.colleague();

    for (const operation of [PREVIEW, YEARS, PUBLISH, WITHDRAW]) {
      expect(await caseworker.errorCodes(operation, { year })).toEqual(['FORBIDDEN']);
      expect(await lab.stranger().errorCodes(operation, { year })).toEqual(['UNAUTHENTICATED']);
    }
  });
});
