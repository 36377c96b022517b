import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN } from '../testing/staff.ts';

describe('working by keyboard', () => {
  const doors = useDoors('keyboard');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const rows = (page: Page) => page.locator('tbody tr');

  it('triages ten cases without a mouse: takes, replies, notes, puts on hold, closes', async () => {
    for (let each = 0; each < 10; each += 1) {
      await Reporter.report(doors.publicUrl, { words: `Report ${each}`, messaging: true });
    }
    const page = await browser.signedIn(doors);
    await rows(page).nth(9).waitFor();
    const press = (key: string) => page.keyboard.press(key);

    await press('j');
    await press('Enter');
    for (let each = 0; each < 10; each += 1) {
      await page.getByText(`Case ${each + 1} of 10`).waitFor();
      await page.locator('.work').waitFor();
      await press('i');
      await page.getByText('Assigned to Morgan Ellis.').waitFor();
      if (each % 3 === 0) {
        await press('r');
        await page.keyboard.type('Thank you for writing');
        await press('Control+Enter');
        await page.getByText('Reply sent.').waitFor();
        await press('Escape');
      } else if (each % 3 === 1) {
        await press('n');
        await page.keyboard.type('To be looked into');
        await press('Control+Enter');
        await page.getByText('Note added.').waitFor();
        await press('Escape');
        await press('s');
        await page.getByRole('menuitem', { name: 'On hold' }).waitFor();
        await page.keyboard.type('On');
        await press('Enter');
        await page.getByText('Status changed.').waitFor();
      } else {
        await press('e');
        await page.getByRole('dialog', { name: 'Close the case' }).waitFor();
        await page.keyboard.type('Sent twice');
        await press('Control+Enter');
        await page.getByText('Status changed.').waitFor();
      }
      if (each < 9) await press('j');
    }
    await press('Escape');
    await page.getByRole('table').waitFor();

    const { caseViews } = await (await doors.staff(MORGAN)).send('{ caseViews { view count } }');
    const count = (view: string) =>
      caseViews.find((each: { view: string; count: number }) => each.view === view)?.count;
    expect({ mine: count('MY_CASES'), none: count('UNASSIGNED'), closed: count('CLOSED') }).toEqual({
      mine: 7,
      none: 0,
      closed: 3,
    });
  });

  it('goes where two keys lead, and leaves letters to the fields', async () => {
    const page = await browser.signedIn(doors);

    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.waitForURL('**/inbox?view=unassigned');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL('**/templates');
    await page.keyboard.press('/');
    await page.getByLabel('Words to find').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'search-text');
    await page.keyboard.type('gi/?');

    expect(page.url()).toBe(`${doors.staffUrl}/search`);
    expect(await page.getByLabel('Words to find').inputValue()).toBe('gi/?');
  });

  it('takes back the work on several cases by key', async () => {
    await Reporter.report(doors.publicUrl, { words: 'One', messaging: false });
    const page = await browser.signedIn(doors);
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 case selected').waitFor();

    await page.keyboard.press('i');
    await page.getByText('Assign to Morgan Ellis: 1 case.').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Assign to Morgan Ellis: 1 case.').waitFor({ state: 'detached' });

    const { cases } = await (await doors.staff(MORGAN)).send(
      '{ cases(filter: { isUnassigned: true }) { totalCount } }',
    );
    expect(cases.totalCount).toBe(1);
  });

  it('lists what can be done, and does what is picked', async () => {
    const page = await browser.signedIn(doors);

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'What do you want to do?' }).waitFor();
    await expectOpenToAll(page);
    await page.keyboard.type('templ');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Templates', level: 1 }).waitFor();
  });

  it('shows all keys on one sheet, and gives the focus back', async () => {
    await Reporter.report(doors.publicUrl, { words: 'One', messaging: false });
    const page = await browser.signedIn(doors);
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    const row = await focused(page);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await expectOpenToAll(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect(await focused(page)).toBe(row);
  });

  it('leaves single keys alone for whoever switched them off, on every computer', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'My settings' }).click();
    await expectOpenToAll(page);
    await page.getByLabel('Single keys are shortcuts').uncheck();
    await page.getByText('Saved with your account.').waitFor();

    const other = await browser.signedIn(doors);
    await other.keyboard.press('?');
    await other.keyboard.press('g');
    await other.keyboard.press('t');
    await other.keyboard.press('Control+k');
    await other.getByRole('dialog', { name: 'What do you want to do?' }).waitFor();

    expect(other.url()).toBe(`${doors.staffUrl}/inbox`);
    expect(await other.getByRole('dialog').count()).toBe(1);
    await page.getByLabel('Single keys are shortcuts').check();
    await page.getByText('Saved with your account.').waitFor();
  });
});
