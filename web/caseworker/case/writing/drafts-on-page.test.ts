import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, openOnlyCase } from '../../testing/dashboard-browser.ts';
import { NOOR } from '../../testing/staff.ts';
import { box, note, send, useWriting } from '../../testing/writing.ts';

describe('drafts on the page', () => {
  const { doors, browser, openCase } = useWriting('drafts');

  beforeEach(() => doors.empty());

  it('brings a draft back on another computer, each in its place, and forgets it once it was sent', async () => {
    const { page } = await openCase();
    await box(page).fill('Half a reply');
    await page.getByText('Draft kept with your account').waitFor();
    await page.getByRole('tab', { name: 'Internal note' }).click();
    await note(page).fill('Half a note');
    await page.getByText('Draft kept with your account').waitFor();

    const other = await browser.signedIn(doors);
    await openOnlyCase(other, 'What happened');
    await other.locator('#note-text').getByText('Half a note').waitFor();
    await other.getByRole('tab', { name: 'Reply to reporter' }).click();
    expect(await box(other).inputValue()).toBe('Half a reply');
    await send(other).click();
    await other.getByText('Reply sent.').waitFor();
    await other.reload();
    await other.locator('#note-text').getByText('Half a note').waitFor();
    await other.getByRole('tab', { name: 'Reply to reporter' }).click();

    expect(await box(other).inputValue()).toBe('');
  });

  it('keeps the words of one tab when those of another are added, and never says so untruly', async () => {
    const { page } = await openCase();
    await page.getByRole('tab', { name: 'Internal note' }).click();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await note(other).waitFor();
    const kept = 'Draft kept with your account';
    await note(page).fill('The first thought');
    await page.getByText(kept).waitFor();

    await note(other).fill('The second thought');
    await other.getByText(kept).waitFor();
    await page.getByText('Draft not kept yet').waitFor();
    await other.getByRole('button', { name: 'Add internal note' }).click();
    await other.getByText('Note added.').waitFor();
    await page.getByText(kept).waitFor();
    await page.reload();

    await page.locator('#note-text').getByText('The first thought').waitFor();
    await page.locator('.notes').getByText('The second thought').waitFor();
  });

  it('shows nobody else what somebody is writing', async () => {
    const { page } = await openCase();
    await box(page).fill('Not for Noor');
    await page.getByText('Draft kept with your account').waitFor();

    const other = await browser.signedIn(doors, NOOR);
    await openOnlyCase(other, 'What happened');
    await other.getByText('Morgan Ellis has this case open too.').waitFor();
    await other.getByRole('tab', { name: 'Reply to reporter' }).click();

    expect(await box(other).inputValue()).toBe('');
  });

  it('asks before a draft is thrown away that could not be kept', async () => {
    const { page } = await openCase();
    await page.route('**/graphql', async (route) => {
      const isDraft = route.request().postDataJSON()?.operationName === 'SaveDraft';
      await (isDraft ? route.abort() : route.fallback());
    });
    await box(page).fill('Not finished');

    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.locator('tbody th a').first().click();
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    expect(await box(page).inputValue()).toBe('Not finished');
    await page.getByRole('button', { name: 'Sign out' }).click();
    const warning = page.getByRole('alertdialog', { name: 'Something is not finished' });
    await warning.waitFor();
    await expectOpenToAll(page);
    await warning.getByRole('button', { name: 'Stay signed in' }).click();

    expect(await box(page).inputValue()).toBe('Not finished');
  });
});
