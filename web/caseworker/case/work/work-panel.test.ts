import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectOpenToAll, useBrowser } from '../../testing/dashboard-browser.ts';
import { useDoors } from '../../testing/doors.ts';
import { Reporter } from '../../testing/reporter.ts';
import { MORGAN } from '../../testing/staff.ts';

describe('what can be done with a case', () => {
  const doors = useDoors('workpanel');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  /** Whether all of it stands inside the window, and inside of what scrolls around it. */
  const isInSight = (shown: Locator): Promise<boolean> =>
    shown.evaluate(
      (element) =>
        new Promise((resolve) => {
          const observer = new IntersectionObserver(([entry]) => {
            observer.disconnect();
            resolve((entry?.intersectionRatio ?? 0) > 0.99);
          });
          observer.observe(element);
        }),
    );

  it('says in sight what came of it, in a window that is lower than all that is known of the case', async () => {
    await Reporter.report(doors.publicUrl, { words: 'Long ago', messaging: true });
    const page = await browser.signedIn(doors, MORGAN, { viewport: { width: 1280, height: 600 } });
    await page.locator('tbody th a').click();
    await page.getByRole('button', { name: 'Assign to me' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());

    await page.getByRole('button', { name: 'Assign to me' }).click();
    const failure = page.locator('.facts').getByText('We could not reach the service');
    await failure.waitFor();
    const isFailureInSight = await isInSight(failure);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Assign to me' }).click();
    const done = page.locator('.facts').getByText('Assigned to Morgan Ellis.');
    await done.waitFor();

    expect([isFailureInSight, await isInSight(done)]).toEqual([true, true]);
    await expectOpenToAll(page);
  });
});
