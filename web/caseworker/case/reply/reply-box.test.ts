import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  endSession,
  expectOpenToAll,
  focused,
  loseAnswersTo,
  PASSWORD,
  useBrowser,
} from '../../testing/dashboard-browser.ts';
import { useDoors } from '../../testing/doors.ts';
import { Reporter } from '../../testing/reporter.ts';

describe('the reply box', () => {
  const doors = useDoors();
  const browser = useBrowser();

  const openCase = async (): Promise<{ page: Page; reporter: Reporter }> => {
    const page = await browser.signedIn(doors);
    const reporter = await Reporter.report(doors.publicUrl, { words: 'What happened', messaging: true });
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByLabel('Your reply').waitFor();
    return { page, reporter };
  };
  const box = (page: Page) => page.getByLabel('Your reply');
  const send = (page: Page) => page.getByRole('button', { name: /^Send (reply|again)$/ });
  const texts = async (reporter: Reporter) => (await reporter.messages()).map(({ text }) => text);

  it('sends a reply by keyboard, shows it in the conversation, and is empty again', async () => {
    const { page, reporter } = await openCase();

    await box(page).focus();
    await page.keyboard.type('We have read it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Reply sent.').waitFor();

    expect(await box(page).inputValue()).toBe('');
    expect(await page.getByRole('article').allTextContents()).toEqual([
      expect.stringContaining('We have read it'),
    ]);
    expect(await texts(reporter)).toEqual(['We have read it']);
    await expectOpenToAll(page);
  });

  it('sends nothing while it is empty, and says what is missing at the field', async () => {
    const { page } = await openCase();

    await send(page).click();

    await page.getByText('Write a reply first').waitFor();
    expect(await focused(page)).toBe('reply-text');
    await expectOpenToAll(page);
  });

  it('keeps a text that the service does not take, with the reason beside it', async () => {
    const { page, reporter } = await openCase();
    const tooLong = 'word '.repeat(8_000);

    await box(page).fill(tooLong);
    await send(page).click();
    await page.locator('#reply-text-error').waitFor();

    expect(await box(page).inputValue()).toBe(tooLong);
    expect(await texts(reporter)).toEqual([]);
  });

  it('stops before an address or a number goes out, and goes on only when told to', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Write to jo@example.org or call +44 29 2087 0000');

    await send(page).click();
    const look = page.getByRole('alertdialog', { name: 'Look again before you send' });
    await look.getByText('jo@example.org', { exact: true }).waitFor();
    await expectOpenToAll(page);
    await page.keyboard.press('Escape');
    await look.waitFor({ state: 'detached' });
    expect(await texts(reporter)).toEqual([]);
    await send(page).click();
    await look.getByRole('button', { name: 'Send as it is' }).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Write to jo@example.org or call +44 29 2087 0000']);
  });

  it('sends once only, though the answer to the first attempt was lost', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Once');
    const answersArrive = await loseAnswersTo(page, 'ReplyToReporter');
    await send(page).click();
    await page.getByText('We do not know whether your reply arrived.').waitFor();
    await expectOpenToAll(page);
    await answersArrive();

    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Once']);
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('keeps a changed text back when the one before turns out to have arrived', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Version one');
    const answersArrive = await loseAnswersTo(page, 'ReplyToReporter');
    await send(page).click();
    await page.getByText('We do not know whether your reply arrived.').waitFor();
    await answersArrive();

    await box(page).fill('Version two');
    await send(page).click();
    await page.getByText('An earlier version of this reply was sent already').waitFor();
    await page.getByRole('article').getByText('Version one').waitFor();

    expect(await box(page).inputValue()).toBe('Version two');
    expect(await texts(reporter)).toEqual(['Version one']);
    await expectOpenToAll(page);
  });

  it('loses no word when the session ends in the middle of writing', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Half a sentence');
    await endSession(page);
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();

    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await box(page).inputValue()).toBe('Half a sentence');
    await send(page).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Half a sentence']);
  });

  it('keeps a draft while its writer looks elsewhere, and asks before it is thrown away', async () => {
    const { page } = await openCase();
    await box(page).fill('Not finished');

    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await box(page).waitFor();
    expect(await box(page).inputValue()).toBe('Not finished');
    await page.getByRole('button', { name: 'Sign out' }).click();
    const warning = page.getByRole('alertdialog', { name: 'A reply was not sent' });
    await warning.waitFor();
    await expectOpenToAll(page);
    await warning.getByRole('button', { name: 'Stay signed in' }).click();

    expect(await box(page).inputValue()).toBe('Not finished');
  });
});
