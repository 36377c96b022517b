import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../server/testing/eventually.ts';
import {
  endSession,
  expectOpenToAll,
  focused,
  loseAnswersTo,
  openOnlyCase,
} from '../../testing/dashboard-browser.ts';
import { Reporter } from '../../testing/reporter.ts';
import { MORGAN, NOOR } from '../../testing/staff.ts';
import { box, note, send, texts, useWriting } from '../../testing/writing.ts';

describe('writing', () => {
  const { doors, browser, openCase } = useWriting('writing');

  beforeEach(() => doors.empty());

  it('sends a reply by keyboard, shows it in the conversation, and is empty again', async () => {
    const { page, reporter } = await openCase();

    await box(page).focus();
    await page.keyboard.type('We have read it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Reply sent.').waitFor();
    await page.getByRole('article').waitFor();

    expect(await box(page).inputValue()).toBe('');
    expect(await page.getByRole('article').allTextContents()).toEqual([
      expect.stringContaining('We have read it'),
    ]);
    expect(await texts(reporter)).toEqual(['We have read it']);
    await expectOpenToAll(page);
  });

  it('keeps a reply on the page that was sent while an older look at the case was under way', async () => {
    const { page } = await openCase();
    const fetched: string[] = [];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName !== 'CasePage') return await route.fallback();
      const response = await route.fetch();
      fetched.push(await response.text());
      if (fetched.length === 1) await released;
      await route.fulfill({ response });
    });
    const input = { caseId: page.url().split('/').at(-1), idempotencyKey: randomUUID(), text: 'Noted' };
    const noor = await doors.staff(NOOR);
    await noor.send('mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) { __typename } }', {
      input,
    });
    await eventually(() => fetched.length === 1);

    await box(page).fill('We have read it');
    await send(page).click();
    await page.getByText('Reply sent.').waitFor();
    await eventually(() => fetched.length > 1);
    const older = page.waitForResponse(async (response) => (await response.text()) === fetched[0]);
    release();
    await older;

    await page.locator('.notes').getByText('Noted').waitFor();
    expect(fetched[0]).not.toContain('We have read it');
    expect(await page.locator('.conversation').getByText('We have read it').count()).toBe(1);
  });

  it('never lets the rest of a thought for staff go to the reporter when Escape came into it', async () => {
    const { page, reporter } = await openCase();
    await page.getByRole('tab', { name: 'Internal note' }).click();
    await note(page).focus();
    await page.keyboard.type('I think the ');

    await page.keyboard.press('Escape');
    await page.getByText('Letters are no shortcuts in this box.').waitFor();
    await page.keyboard.type('reporter lies, as even Noor says: next case');
    await page.keyboard.press('Control+Enter');

    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Internal note');
    expect(await note(page).inputValue()).toBe('I think the ');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expectOpenToAll(page);
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    expect(await box(page).inputValue()).toBe('');
    expect(await texts(reporter)).toEqual([]);
  });

  it('gives letters back as shortcuts to whoever leaves the box: by Escape again, by Tab, by a click', async () => {
    const { page } = await openCase();
    const leaveFieldBy = async (leave: () => Promise<void>) => {
      await page.keyboard.press('n');
      await page.waitForFunction(() => document.activeElement?.id === 'note-text');
      await page.keyboard.type('Words');
      await page.keyboard.press('Escape');
      await leave();
      await page.keyboard.press('r');
      await page.waitForFunction(() => document.activeElement?.id === 'reply-text');
      // Nothing stands in this field: there one Escape is enough.
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('writing-heading');
    };
    await box(page).focus();
    await page.keyboard.press('Escape');

    await leaveFieldBy(() => page.keyboard.press('Escape'));
    await leaveFieldBy(() => page.keyboard.press('Shift+Tab'));
    await leaveFieldBy(() => page.getByRole('heading', { level: 1 }).click());

    expect(page.url()).toContain('/cases/');
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
    await page.getByRole('article').waitFor();

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

    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await box(page).inputValue()).toBe('Half a sentence');
    await send(page).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Half a sentence']);
  });

  it('starts with the note, and says in every way who will read what', async () => {
    const { page, reporter } = await openCase();
    await page.reload();
    await note(page).waitFor();

    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Internal note');
    expect(await page.getByRole('tabpanel').textContent()).toContain('Only staff see this');
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    await note(page).fill('Between us');
    await page.getByRole('button', { name: 'Add internal note' }).click();
    await page.getByText('Note added.').waitFor();
    await expectOpenToAll(page);

    expect(await page.locator('.notes').textContent()).toContain('Between us');
    expect(await texts(reporter)).toEqual([]);
    const colours = [];
    for (const name of ['Internal note', 'Reply to reporter']) {
      await page.getByRole('tab', { name }).click();
      const panel = page.getByRole('tabpanel', { name });
      colours.push(await panel.evaluate((element) => getComputedStyle(element).borderColor));
    }
    expect(new Set(colours).size).toBe(2);
  });

  it('offers no reply to somebody who did not opt into messaging, and says why', async () => {
    await Reporter.report(doors.publicUrl, { words: 'No way back', messaging: false });
    const page = await browser.signedIn(doors);
    await openOnlyCase(page, 'No way back');

    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    await page.getByText('This reporter did not opt in to messages.').waitFor();

    expect(await page.getByRole('textbox').count()).toBe(0);
    await expectOpenToAll(page);
  });

  it('puts a template in the place of two semicolons, with its variables filled in', async () => {
    const staff = await doors.staff(MORGAN);
    const input = {
      id: '7b2f0c1e-58f4-4c9e-9d2e-0b8f6f3c1a55',
      name: 'Thank you',
      texts: [{ locale: 'en', text: 'Thank you for writing to {{organisation}}.' }],
    };
    await staff.send('mutation ($input: SaveTemplateInput!) { saveTemplate(input: $input) { __typename } }', {
      input,
    });
    const { page } = await openCase();

    await box(page).focus();
    await page.keyboard.type('Hello. ;;thank');
    await page.getByRole('option', { name: /^Thank you/ }).waitFor();
    await expectOpenToAll(page);
    await page.keyboard.press('Escape');
    await page.getByRole('option').waitFor({ state: 'detached' });
    await page.keyboard.press('Backspace');
    await page.getByRole('option').waitFor();
    await page.keyboard.press('Enter');

    await page
      .locator('#reply-text')
      .getByText('Hello. Thank you for writing to Example University.')
      .waitFor();
    expect(await focused(page)).toBe('reply-text');
  });
});
