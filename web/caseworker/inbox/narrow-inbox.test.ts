import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cuttableSocket, expectOpenToAll, keepSession, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN } from '../testing/staff.ts';

describe('the inbox in a narrow window', () => {
  const doors = useDoors('narrowinbox');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  /** Where each card begins, from the start of the page. */
  const tops = (page: Page) =>
    page
      .locator('tbody tr')
      .evaluateAll((each) => each.map((row) => Math.round(row.getBoundingClientRect().top + scrollY)));

  it.each([
    [320, 568],
    [390, 844],
    [700, 380],
  ])('moves no card of a window of %i by %i pixels, whatever is said or ticked', async (width, height) => {
    const reporter = await Reporter.report(doors.publicUrl, { words: 'The first', messaging: true });
    await Reporter.report(doors.publicUrl, { words: 'The second', messaging: false });
    const page = await browser.signedIn(doors, MORGAN, { viewport: { width, height } });
    const tick = page.getByRole('checkbox', { name: /^Select case/ }).first();
    const before = await tops(page);

    await reporter.write('One more thing');
    await page.getByText('1 case changed.').waitFor();
    const told = await tops(page);
    await tick.click();
    await page.getByText('1 case selected').waitFor();
    const ticked = await tops(page);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByText('Assign to Morgan Ellis: 1 case.').waitFor();
    const asked = await tops(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });

    expect({ told, ticked, asked, undone: await tops(page) }).toEqual({
      told: before,
      ticked: before,
      asked: before,
      undone: before,
    });
    await expectOpenToAll(page);
  });

  it('moves none when it says that changes are not arriving, and that some came before', async () => {
    await Reporter.report(doors.publicUrl, { words: 'The first', messaging: false });
    const page = await browser.open({ viewport: { width: 320, height: 568 } });
    const socket = await cuttableSocket(page);
    await keepSession(page, await doors.signIn(MORGAN));
    await page.clock.install();
    await page.goto(`${doors.staffUrl}/inbox`);
    await page.getByRole('heading', { name: '1 case', exact: true }).waitFor();
    const before = await tops(page);

    await socket.cut();
    await Reporter.report(doors.publicUrl, { words: 'The second', messaging: false });
    await page.clock.fastForward(11_000); // 11 seconds
    await page.getByText('Changes are not arriving just now.').waitFor();
    await page.clock.fastForward(60_000); // 1 minute
    await page.getByText('1 case changed.').waitFor();

    expect(await tops(page)).toEqual(before);
    await expectOpenToAll(page);
  });
});
