import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

const REASON = 'We are moving house. Write to us from Monday.';

describe('open or closed', () => {
  const doors = useDoors('openness');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('is switched with a reason that the portal gives at once, and switched back', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/openness`);
    await page.getByLabel('Open: reports are taken').waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('Closed: nothing can be sent').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Say why, at least in the first language.' }).click();
    await expectOpenToAll(page);
    await page.keyboard.insertText(REASON);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The service is closed for reports.').waitFor();
    await expectOpenToAll(page);

    const portal = await browser.open();
    await portal.goto(`${doors.publicUrl}/cy`);
    await portal.getByText(REASON).waitFor();
    expect(await portal.locator('p [lang=en]').filter({ hasText: REASON }).count()).toBe(1);
    await portal.goto(`${doors.publicUrl}/report`);
    await portal.getByText(REASON).waitFor();
    await portal.getByText('Samaritans').first().waitFor();
    await expectOpenToAll(portal);

    await page.getByLabel('Open: reports are taken').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The service is open for reports.').waitFor();
    await portal.goto(doors.publicUrl);
    await portal.getByRole('link', { name: 'Report anonymously' }).waitFor();
  });

  it('tells the slower of two administrators, and keeps what they wrote until they look', async () => {
    const [slow, fast] = [await browser.signedIn(doors), await browser.signedIn(doors)];
    await slow.goto(`${doors.staffUrl}/admin/openness`);
    await slow.getByLabel('Why it is closed, in English').fill('Mine');
    await fast.goto(`${doors.staffUrl}/admin/openness`);
    await fast.getByLabel('Why it is closed, in English').fill('Theirs');
    await fast.getByRole('button', { name: 'Save' }).click();
    await fast.getByText('The service is open for reports.').waitFor();

    await slow.getByRole('button', { name: 'Save' }).click();
    await slow.getByText('Somebody else changed these settings while you did.').waitFor();

    expect(await slow.getByLabel('Why it is closed, in English').inputValue()).toBe('Mine');
    await expectOpenToAll(slow);
    await slow.getByRole('button', { name: 'Give up mine and show what is stored now' }).click();
    await slow.locator('.error-summary').waitFor({ state: 'detached' });
    expect(await slow.getByLabel('Why it is closed, in English').inputValue()).toBe('Theirs');
  });
});
