import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('the smallest number that statistics tell', () => {
  const doors = useDoors('smallnumbers');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('is changed by an administrator, and never to one that protects nobody', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/statistics`);
    const field = page.getByLabel('Smallest number that is told');
    await field.waitFor();
    await expectOpenToAll(page);

    await field.fill('4');
    await field.press('Enter');
    await page.getByRole('link', { name: 'Choose a number from 5 to 100.' }).press('Enter');
    expect(await focused(page)).toBe('threshold');
    await expectOpenToAll(page);
    await field.fill('20');
    await field.press('Enter');
    await page.getByRole('status').getByText('Saved.').waitFor();
    await page.reload();

    expect(await field.inputValue()).toBe('20');
    await page.getByText('Months that are told from').waitFor();
  });
});
