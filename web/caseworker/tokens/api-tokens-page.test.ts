import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('the page of API tokens', () => {
  const doors = useDoors('tokens');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('makes a token that is shown once and works, and ends it after a second question', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/api-tokens`);
    await page.getByText('There are no tokens yet.').waitFor();
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByRole('link', { name: 'Enter a name' }).waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('Name').fill('Yearly figures');
    await page.getByRole('button', { name: 'Make token' }).click();
    const secret = await page.locator('.token-secret').innerText();
    await page.getByRole('heading', { name: 'Yearly figures' }).waitFor();
    expect(await focused(page)).toBe('token-secret');
    await expectOpenToAll(page);
    const ask = () =>
      fetch(`${doors.staffUrl}/analytics/q/reports.json`, { headers: { authorization: `Bearer ${secret}` } });
    expect(secret).toMatch(/^rst_an_[\w-]{43}$/);
    expect((await ask()).status).toBe(200);

    await page.reload();
    await page.getByText(/^Last asked with/).waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.getByRole('button', { name: 'Revoke Yearly figures' }).click();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Revoke token' }).click();
    await page.getByText(/^Revoked on/).waitFor();
    expect((await ask()).status).toBe(401);
  });
});
