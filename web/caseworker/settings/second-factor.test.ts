import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { joinThrough } from '../testing/newcomer.ts';

const PASSWORD = 'lantern gravel orbit seven';

describe('the own second factor', () => {
  const doors = useDoors('ownfactor');
  const browser = useBrowser();

  let newcomers = 0;

  /** Somebody new, who has just set one up. @returns their recovery codes. */
  const setUp = async (): Promise<{ page: Page; email: string; codes: string[] }> => {
    newcomers += 1;
    const email = `newcomer${newcomers}@example.ac.uk`;
    const page = await browser.open();
    await joinThrough(page, await doors.invitation(), { email, password: PASSWORD });
    await page.getByRole('button', { name: 'Show the QR code' }).click();
    await page.locator('.secret-text').waitFor();
    expect(await focused(page)).toBe('factor-scan');
    const secret = (await page.locator('.secret-text').innerText()).replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await page.getByLabel('One-time code').fill(code);
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await page.locator('.recovery-codes').waitFor();
    expect(await focused(page)).toBe('factor-codes');
    const codes = await page.locator('.recovery-codes li').allInnerTexts();
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await page.getByText(`Your second factor is on. ${codes.length} recovery codes are left.`).waitFor();
    expect(await focused(page)).toBe('settings-factor');
    return { page, email, codes };
  };

  it('tells whoever signs in with a recovery code how many are left, and says when no answer came to switching off', async () => {
    const { page, email, codes } = await setUp();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/signed-out');
    await page.goto(doors.staffUrl);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('One-time code').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByText(`You signed in with a recovery code. ${codes.length - 1} are left.`).waitFor();
    await expectOpenToAll(page);
    await page.getByRole('main').getByRole('link', { name: 'My settings' }).click();
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.getByText('You signed in with a recovery code.').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('main');

    const factor = page.getByRole('region', { name: 'Second factor' });
    await factor.getByLabel('Your password now').fill(PASSWORD);
    await factor.getByLabel('One-time code').fill(codes[1] ?? '');
    await page.route('**/graphql', (route) => route.abort('connectionreset'));
    await factor.getByRole('button', { name: 'Switch it off' }).click();
    await factor.getByText('we do not know whether your second factor is off').first().waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');
    await loseAnswersTo(page, 'SwitchOffSecondFactor');
    await factor.getByRole('button', { name: 'Switch it off' }).click();

    await factor.getByText('Your second factor is off.').waitFor();
    await factor.getByRole('button', { name: 'Show the QR code' }).waitFor();
    expect(await focused(page)).toBe('settings-factor');
  });
});
