import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, useBrowser } from './testing/dashboard-browser.ts';
import { useDoors } from './testing/doors.ts';
import { Reporter } from './testing/reporter.ts';

const CASES = 10_000;
const LONG = 180_000; // 3 minutes, on two cores that others share
/** What nobody waits for without wondering, in milliseconds: the service's own time is measured by the benchmark. */
const PATIENCE = 5_000;

describe('the dashboard at 10,000 cases', () => {
  const doors = useDoors('many');
  const browser = useBrowser();
  beforeAll(async () => {
    await doors.storeCases(CASES, (number) => ({
      words: `What happened in room ${number}. ${'Words of a report. '.repeat(40)}`,
      messages: number % 2 ? ['First.', 'A reply.', 'One more.'] : [],
      notes: number % 2 ? [`A note on ${number}.`] : [],
    }));
  }, LONG);

  const timed = async (act: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await act();
    return performance.now() - startedAt;
  };
  /** What is asked of the service meanwhile, by the names of the operations. */
  const askedDuring = async (page: Page, act: () => Promise<unknown>) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      asked.push((request.postDataJSON() as { operationName: string }).operationName);
    });
    await act();
    return asked.sort();
  };
  const listed = (page: Page) => page.locator('.listing[aria-busy=false]').waitFor();

  it(
    'opens lists, cases and the next page quickly, and holds no more rows than it shows',
    async () => {
      const page = await browser.signedIn(doors);
      const rows = page.locator('tbody tr');

      const opening = await timed(async () => {
        await page.reload();
        await rows.nth(24).waitFor();
      });
      expect(await rows.count()).toBe(25);
      await page.getByRole('heading', { name: /^25 of 7,?\d{3} cases shown$/ }).waitFor();
      const closed = await timed(async () => {
        await page.getByRole('link', { name: /^Closed/ }).click();
        await page.getByRole('heading', { name: 'Inbox: Closed' }).waitFor();
        await listed(page);
      });
      const more = await timed(async () => {
        await page.getByRole('button', { name: 'Show 25 more' }).press('Enter');
        await rows.nth(49).waitFor();
      });
      const found = await timed(async () => {
        await rows.nth(30).locator('th a').press('Enter');
        await page.locator('.answers .free-text').getByText('What happened in room').waitFor();
      });
      const next = await timed(async () => {
        await page.keyboard.press('j');
        await page.getByText('Case 32 of 50').waitFor();
        await page.locator('.answers .free-text').waitFor();
      });

      const slowest = Math.max(opening, closed, more, found, next);
      expect(slowest).toBeLessThan(PATIENCE);
    },
    LONG,
  );

  it(
    'asks for a case with one request for all that is in it, and for its drafts and templates beside it',
    async () => {
      const page = await browser.signedIn(doors);
      const link = page.locator('tbody th a').first();

      const asked = await askedDuring(page, async () => {
        await link.press('Enter');
        await page.locator('.work').waitFor();
        await page.locator('.writing').waitFor();
      });

      expect(asked.filter((name) => name === 'CasePage')).toHaveLength(1);
      expect(asked.length).toBeLessThanOrEqual(5);
      await expectOpenToAll(page);
    },
    LONG,
  );

  it(
    'says how far a search through all of them is, and finds the only case there is',
    async () => {
      const page = await browser.signedIn(doors);
      await page.keyboard.press('/');
      await page.getByLabel('Words to find').fill('room 4321.');
      await page.keyboard.press('Enter');

      await page.getByText('1 case found.').waitFor({ timeout: 60_000 });

      await expectOpenToAll(page);
    },
    LONG,
  );

  it(
    'hears of thousands of changes at once, and stands still',
    async () => {
      const page = await browser.signedIn(doors);
      const before = await page.locator('tbody th a').allTextContents();

      await Reporter.report(doors.publicUrl, { words: 'One more', messaging: false });
      await page.getByText('1 case changed.').waitFor({ timeout: 70_000 });
      await doors.touchCases();
      await page.getByText('10,001 cases changed.').waitFor({ timeout: 60_000 });

      expect(await page.locator('tbody th a').allTextContents()).toEqual(before);
      const refreshing = await timed(async () => {
        await page.getByRole('button', { name: 'Refresh list' }).click();
        await page.getByText('List refreshed.').waitFor();
      });
      expect(refreshing).toBeLessThan(PATIENCE);
    },
    LONG,
  );
});
