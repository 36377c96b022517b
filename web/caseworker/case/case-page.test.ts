import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter, type ReportToSend } from '../testing/reporter.ts';

describe('the page of a case', () => {
  const doors = useDoors();
  const browser = useBrowser();

  const openCase = async (report: ReportToSend): Promise<{ page: Page; reporter: Reporter }> => {
    const page = await browser.signedIn(doors);
    const reporter = await Reporter.report(doors.publicUrl, report);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: /^Case \S/ }).waitFor();
    return { page, reporter };
  };

  it('shows what was reported as it was written, and makes nothing of it a link', async () => {
    const words = 'First line\n\n<b>second</b> https://example.org/x\nשלום';
    const { page } = await openCase({ words, messaging: true });

    const answer = page.locator('.answers .free-text').first();

    expect(await answer.textContent()).toBe(words);
    expect(await page.locator('main a[href*="example.org"], main b').count()).toBe(0);
    await expectOpenToAll(page);
  });

  it('offers no reply to somebody who did not opt into messaging, and says why', async () => {
    const { page } = await openCase({ words: 'No way back', messaging: false });

    await page.getByText('This reporter did not opt in to messages.').waitFor();

    expect(await page.getByRole('textbox').count()).toBe(0);
    await expectOpenToAll(page);
  });

  it('shows the contact details of somebody who gave them', async () => {
    const contactDetails = { name: 'Sam Rivers', email: 'sam@example.org' };
    const { page } = await openCase({ words: 'Call me', messaging: false, contactDetails });

    await page.getByRole('heading', { name: 'Contact details' }).waitFor();

    expect(await page.locator('.contact').textContent()).toContain('Sam Rivers');
    expect(await page.locator('.contact').textContent()).toContain('sam@example.org');
    await expectOpenToAll(page);
  });

  it('announces a new message, and puts it on the page when asked to', async () => {
    const { page, reporter } = await openCase({ words: 'More to come', messaging: true });

    await reporter.write('The second thing');
    await page.getByText('There is 1 new message.').waitFor();

    expect(await page.getByRole('article').count()).toBe(0);
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Show it' }).press('Enter');
    await page.getByRole('article').getByText('The second thing').waitFor();
    expect(await page.getByText('There is 1 new message.').count()).toBe(0);
  });

  it('answers a case that does not exist like one that is not shared', async () => {
    const page = await browser.signedIn(doors);

    await page.goto(`${doors.staffUrl}/cases/${randomUUID()}`);

    await page.getByRole('heading', { name: 'This case cannot be opened' }).waitFor();
    await expectOpenToAll(page);
  });

  it('can be tried again when the service could not be reached', async () => {
    const { page } = await openCase({ words: 'Patience', messaging: true });
    await page.route('**/graphql', async (route) => {
      const isCase = route.request().postDataJSON()?.operationName === 'CasePage';
      await (isCase ? route.abort() : route.fallback());
    });
    await page.reload();
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Patience').waitFor();
  });
});
