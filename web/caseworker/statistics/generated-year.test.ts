import { describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

/** A number without a unit: a count. */
const COUNT = /^[\d,]+$/;

describe('a year of 5,000 reports on the page of statistics', () => {
  const doors = useDoors('year');
  const browser = useBrowser();

  it('answers five questions, each with a plot, and gives away nothing of three people', async () => {
    await doors.liveYear();
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Statistics' }).click();
    const figure = (name: string | RegExp) => page.getByRole('figure', { name });
    const drawn = async (name: string | RegExp) => {
      await figure(name).locator('svg').first().waitFor();
      return figure(name).locator('svg').count();
    };

    expect(await drawn(/^Reports per month/)).toBeGreaterThanOrEqual(5);
    expect(await drawn(/^Time to the first reply/)).toBe(1);
    expect(await drawn(/^Use of messaging/)).toBe(1);
    expect(await drawn(/^Open work by age/)).toBe(1);
    await page.getByLabel('Question', { exact: true }).selectOption({ label: 'Where did it happen?' });
    expect(await drawn(/^Answers to one question/)).toBe(2);

    const site = figure(/^Answers/)
      .getByRole('row', { name: /^On our site/ })
      .getByRole('cell');
    await expect(site.first().innerText()).resolves.toMatch(COUNT);
    const stalking = await page.getByRole('row', { name: 'Stalking' }).getByRole('cell').allInnerTexts();
    expect(new Set(stalking)).toEqual(new Set(['Too few to tell']));
    expect(stalking).toHaveLength(12);
    const counts = (await page.locator('figure td').allInnerTexts()).filter((text) => COUNT.test(text));
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((text) => Number(text.replace(',', '')) < 10)).toEqual([]);
    await expectOpenToAll(page);
  }, 180_000);
});
