import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  endSession,
  expectOpenToAll,
  focused,
  loseAnswersTo,
  useBrowser,
} from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

const SAFETY = 'There is a quiet room on the ground floor.';

describe('wording and languages', () => {
  const doors = useDoors('wording');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const openWording = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/wording`);
    await page.getByLabel('Name of the organisation').waitFor();
    return page;
  };
  const words = (page: Page, part: string, language: string) => page.getByLabel(`${part}, ${language}`);
  const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
  const saved = (page: Page) => page.getByRole('status').getByText('Saved.').waitFor();

  it('are what the portal says at once, in the languages that are on', async () => {
    const page = await openWording();
    await expectOpenToAll(page);

    await page.getByLabel('Name of the organisation').fill('The College');
    await page.getByLabel('Arabic', { exact: true }).uncheck();
    await page.getByLabel('First language').selectOption({ label: 'Welsh' });
    await words(page, 'Title of the browser window', 'English').fill('Notes');
    await words(page, 'When somebody is in danger', 'Welsh').fill('Ffoniwch 112.');
    await save(page);
    await saved(page);
    await expectOpenToAll(page);

    const portal = await browser.open();
    await portal.goto(`${doors.publicUrl}/support`);
    expect(await portal.title()).toBe('Notes');
    expect(await portal.getByRole('banner').textContent()).toBe('The College');
    expect(
      await portal.getByRole('navigation', { name: 'Language' }).getByRole('link').allTextContents(),
    ).toEqual(['English', 'Cymraeg']);
    await portal.goto(`${doors.publicUrl}/cy`);
    await portal.getByText('Ffoniwch 112.').waitFor();
  });

  it('name each fault at its field, and lead there by the keyboard', async () => {
    const page = await openWording();
    await page.getByLabel('Where “Leave this page” leads').fill('http://weather.example.org');
    await words(page, 'Title of the browser window', 'Welsh').fill('x'.repeat(61));
    await words(page, 'When somebody is in danger', 'English').fill('');

    await save(page);
    await page.locator('.error-summary').waitFor();
    expect(await focused(page)).toContain('There is a problem');
    await expectOpenToAll(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Title of the browser window, Welsh: Shorten this to 60 characters.');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('words-cy-PORTAL_TITLE');

    await page.keyboard.press('Control+A');
    await page.keyboard.type('Nodiadau');
    await page.getByLabel('Where “Leave this page” leads').fill('https://weather.example.org');
    await words(page, 'When somebody is in danger', 'English').fill('Call 112.');
    await page.keyboard.press('Enter');
    await save(page);
    await saved(page);
    expect(await page.locator('.error-summary, .field-error').count()).toBe(0);
  });

  it('refuse to be in no language', async () => {
    const page = await openWording();
    for (const language of ['English', 'Welsh', 'Arabic']) {
      await page.getByLabel(language, { exact: true }).uncheck();
    }

    await save(page);
    await page.getByRole('link', { name: 'Offer at least one language.' }).click();

    expect(await focused(page)).toBe('locales');
  });

  it('keep what the slower of two administrators wrote, and tell them', async () => {
    const [slow, fast] = [await openWording(), await openWording()];
    await words(slow, 'What keeps people safe here', 'English').fill(SAFETY);
    await words(fast, 'What keeps people safe here', 'English').fill('Theirs.');
    await save(fast);
    await saved(fast);

    await save(slow);
    await slow.getByText('Somebody else changed these settings while you did.').waitFor();

    await expectOpenToAll(slow);
    expect(await words(slow, 'What keeps people safe here', 'English').inputValue()).toBe(SAFETY);
    const [other] = await Promise.all([
      slow.context().waitForEvent('page'),
      slow.getByRole('link', { name: 'Look at what is stored now, in another window' }).click(),
    ]);
    await words(other, 'What keeps people safe here', 'English').waitFor();
    expect(await words(other, 'What keeps people safe here', 'English').inputValue()).toBe('Theirs.');
    await slow.getByRole('button', { name: 'Give up mine and show what is stored now' }).click();
    await slow.locator('.error-summary').waitFor({ state: 'detached' });
    expect(await words(slow, 'What keeps people safe here', 'English').inputValue()).toBe('Theirs.');
  });

  it('lose nothing when the session ends or an answer is lost, and are not left behind unasked', async () => {
    const page = await openWording();
    await words(page, 'What keeps people safe here', 'English').fill(SAFETY);
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('button', { name: 'Stay on this page' }).click();

    await endSession(page);
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const undo = await loseAnswersTo(page, 'ChangeWording');
    await save(page);
    await page.getByText('We could not reach the service.').waitFor();
    expect(await words(page, 'What keeps people safe here', 'English').inputValue()).toBe(SAFETY);
    await undo();
    await save(page);

    await saved(page);
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('heading', { name: 'Administration', level: 1 }).waitFor();
  });

  it('are nobody’s to change but an administrator’s', async () => {
    const page = await browser.signedIn(doors, NOOR);

    await page.goto(`${doors.staffUrl}/admin/wording`);

    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  });
});
