import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { type ToldPart, useDoors } from '../testing/doors.ts';

/** The twelve months of which the last was closed 14 days after its end, as the service's own closing has it. */
function closedMonths(): string[] {
  const now = new Date();
  const month = now.getUTCMonth() - (now.getUTCDate() >= 15 ? 1 : 2);
  return Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), month - 11 + index, 1)).toISOString().slice(0, 10),
  );
}

/** A year of a middling university, with a month and a category that are too small to tell. */
function yearOf(months: readonly string[]): ToldPart[] {
  const last = months.slice(-1);
  const monthly = months.flatMap((month, index) => {
    const count = 60 + ((index * 35) % 55);
    const told = (subject: string, label: string, number: number) => ({
      subject,
      months: [month],
      labels: [label],
      count: number,
    });
    return [
      told('REPORTS', '*', count),
      told('C:kinds/bullying', 'bullying', Math.round(count / 2)),
      ...(index % 5 === 3 ? [] : [told('C:kinds/harassment', 'harassment', 15 + index)]),
      told('MESSAGING', 'true', Math.round(count * 0.6)),
      told('MESSAGING', 'false', Math.round(count * 0.4)),
      ...(index % 6 === 2 ? [] : [told('WROTE', 'true', Math.round(count * 0.3))]),
      told('REPLY', 'W1', Math.round(count * 0.4)),
      told('REPLY', 'L6', Math.round(count * 0.2)),
      ...(index % 6 === 4 ? [] : [told('CLOSED', '*', 40 + 20 * (index % 3))]),
    ];
  });
  const open = ['UNDER_1_WEEK', 'UNDER_4_WEEKS', 'UNDER_3_MONTHS'];
  return [
    ...monthly,
    ...open.map((age, index) => ({
      subject: 'BACKLOG',
      months: last,
      labels: [age],
      count: 20 + 20 * index,
    })),
  ];
}

describe('the page of statistics', () => {
  const doors = useDoors('statistics');
  const browser = useBrowser();

  it('says why and from when while no month is closed; then tells each number, and never a small one as zero', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByText(/^There are no numbers yet/).waitFor();
    await page.getByText(/^The first numbers stand here from \w+day \d/).waitFor();
    expect(await page.getByRole('figure').count()).toBe(0);
    await expectOpenToAll(page);

    const months = closedMonths();
    await doors.tellStatistics(months, yearOf(months));
    await page.reload();
    await page.getByRole('table').nth(5).waitFor();
    await page
      .getByRole('figure', { name: /^Use of messaging/ })
      .locator('svg')
      .waitFor();

    const texts = (name: string, row: string) =>
      page.getByRole('figure', { name }).getByRole('row', { name: row }).locator('th, td').allInnerTexts();
    expect(await page.getByRole('figure').count()).toBe(6);
    const all = await texts('Reports per month', 'All reports');
    expect(all.slice(0, 4)).toEqual(['All reports', '60', '95', '75']);
    expect(all).toHaveLength(13);
    expect((await texts('Reports per month', 'Harassment'))[4]).toBe('Too few to tell');
    expect(await texts('Open work', '13 weeks or more')).toEqual(['13 weeks or more', 'Too few to tell']);
    expect(await texts('Open work', '4 to 13 weeks')).toEqual(['4 to 13 weeks', '60']);
    expect(await page.getByRole('cell', { name: '67%' }).count()).toBeGreaterThan(2);
    expect(await page.getByRole('cell', { name: '0', exact: true }).count()).toBe(0);
    expect(await page.locator('figure svg style').count()).toBe(0);
    await expectOpenToAll(page);
  });

  it('gives the same table as a file, and keeps the tables where the picture does not arrive', async () => {
    const months = closedMonths();
    await doors.tellStatistics(months, yearOf(months));
    const page = await browser.signedIn(doors);
    await page.route('**/draw-plot*', (route) => route.abort());
    await page.getByRole('link', { name: 'Statistics' }).click();
    const figure = page.getByRole('figure', { name: 'Open work by age' });

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);

    expect(file.suggestedFilename()).toBe('backlog.csv');
    expect(await readFile(await file.path(), 'utf8')).toBe(
      '\uFEFFAge,Open cases\r\nUnder 1 week,20\r\n1 to 4 weeks,40\r\n4 to 13 weeks,60\r\n13 weeks or more,Too few to tell\r\n',
    );
    expect(await page.locator('figure svg').count()).toBe(0);
  });
});
