import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, openOnlyCase } from '../../testing/dashboard-browser.ts';
import { NOOR } from '../../testing/staff.ts';
import { box, send, texts, useWriting } from '../../testing/writing.ts';

describe('a reply that is held back', () => {
  const { doors, browser, openCase } = useWriting('held');

  beforeEach(() => doors.empty());

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

  it('stops before a name goes out: one with a title, or that of a colleague', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Professor Evans was told, and Noor Haddad will look into it');

    await send(page).click();
    const look = page.getByRole('alertdialog', { name: 'Look again before you send' });
    await look.getByText('Professor Evans', { exact: true }).waitFor();
    await look.getByText('Noor Haddad', { exact: true }).waitFor();
    await look.getByRole('button', { name: 'Send as it is' }).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Professor Evans was told, and Noor Haddad will look into it']);
  });

  it('says that a colleague replied meanwhile, shows it, and keeps both in order when told to', async () => {
    const { page, reporter } = await openCase();
    const other = await browser.signedIn(doors, NOOR);
    await openOnlyCase(other, 'What happened');
    await other.getByRole('tab', { name: 'Reply to reporter' }).click();
    await box(page).fill('The second');
    await box(other).fill('The first');
    await send(other).click();
    await other.getByText('Reply sent.').waitFor();

    await send(page).click();
    const dialog = page.getByRole('alertdialog', { name: 'A colleague replied while you were writing' });
    await dialog.getByText('The first').waitFor();
    expect(await texts(reporter)).toEqual(['The first']);
    await expectOpenToAll(page);
    await dialog.getByRole('button', { name: 'Go back and change it' }).click();
    expect(await box(page).inputValue()).toBe('The second');
    await send(page).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['The first', 'The second']);
  });
});
