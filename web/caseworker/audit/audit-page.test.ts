import { describe, expect, it } from '@jest/globals';
import { expectOpenToAll, openOnlyCase, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { NOOR } from '../testing/staff.ts';

describe('the audit log', () => {
  const doors = useDoors('audit');
  const browser = useBrowser();

  it('is read, narrowed and checked by an administrator', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin`);
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Noor Haddad' }).first().waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('What').selectOption('accepted an invitation');
    await page.getByText('2 entries are shown.').waitFor();
    await page.getByLabel('Who').selectOption('Noor Haddad');
    await page.getByText('1 entry is shown.').waitFor();
    await page.getByLabel('Until').fill('2020-01-01');
    await page.getByText('Nothing fits.').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Morgan Ellis' }).first().waitFor();

    await page.getByRole('button', { name: 'Check the whole log' }).click();
    await page.getByText(/^All \d+ entries are as they were written\.$/).waitFor();
    const hash = (await page.locator('.audit-hash').textContent()) ?? '';
    const noted = page.getByLabel('A hash you noted earlier');
    await noted.fill(hash.slice(0, 24));
    expect(await noted.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true);
    await page.getByRole('button', { name: 'Check the whole log' }).click();
    await page.getByText(/^All \d+ entries are as they were written\.$/).waitFor();
    await page.getByLabel('A hash you noted earlier').fill('0123 4567 89ab cdef');
    await page.getByRole('button', { name: 'Check the whole log' }).click();
    await page.getByText(/Something was cut off\.$/).waitFor();
    await expectOpenToAll(page);
    await page.getByLabel('A hash you noted earlier').fill('xyz');
    await page.getByRole('button', { name: 'Check the whole log' }).click();
    await page.getByText('Enter at least 16 characters').waitFor();
    await expectOpenToAll(page);
    if (process.env['SHOTS']) {
      await page.screenshot({ path: `${process.env['SHOTS']}/audit.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: `${process.env['SHOTS']}/audit-320.png`, fullPage: true });
    }
  });

  it('tells roles, statuses and purposes in the words of the pages', async () => {
    await doors.empty();
    await Reporter.report(doors.publicUrl, { words: 'Canary in the log', messaging: true });
    const page = await browser.signedIn(doors);
    await openOnlyCase(page, 'Canary in the log');
    await page.keyboard.press('e');
    await page.getByLabel('Reason').fill('Done');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Status changed.').waitFor();

    await page.goto(`${doors.staffUrl}/admin/audit`);

    const closed = page.getByRole('listitem').filter({ hasText: 'changed the status' }).first();
    await closed.waitFor();
    expect(await closed.locator('dd').allInnerTexts()).toEqual(['New', 'Closed']);
    const joined = page.getByRole('listitem').filter({ hasText: 'Noor Haddad accepted an invitation' });
    expect(await joined.locator('dd').allInnerTexts()).toEqual(['Caseworker']);
    await expectOpenToAll(page);
  });

  it('is nothing to somebody who is no administrator', async () => {
    const page = await browser.signedIn(doors, NOOR);

    await page.goto(`${doors.staffUrl}/admin/audit`);

    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    expect(await page.locator('.audit-list').count()).toBe(0);
  });
});
