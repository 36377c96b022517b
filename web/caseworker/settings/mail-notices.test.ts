import { describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('notices by mail', () => {
  // A mail server that is gone: nothing in the dashboard waits for it.
  const doors = useDoors('notices', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'notices@example.org' });
  const browser = useBrowser();

  it('are switched off by each for themselves, and stay so', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/settings`);
    const notices = page.getByLabel('Get a notice by mail at 9 and at 14 o’clock');
    await notices.waitFor();
    await expectOpenToAll(page);
    expect(await notices.isChecked()).toBe(true);

    await notices.uncheck();
    await page.getByText('Saved with your account.').waitFor();
    await page.reload();

    await notices.waitFor();
    expect(await notices.isChecked()).toBe(false);
  });
});
