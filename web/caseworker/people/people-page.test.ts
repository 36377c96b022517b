import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

const PASSWORD = 'lantern gravel orbit seven';

describe('the page of people', () => {
  const doors = useDoors('people');
  const browser = useBrowser();
  afterEach(() => doors.needNoSecondFactor());

  const openPeople = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/people`);
    await page.getByRole('button', { name: 'Change Noor Haddad' }).waitFor();
    return page;
  };
  const invite = async (page: Page, email: string): Promise<string> => {
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Draw a link', exact: true }).click();
    await page.getByRole('heading', { name: `Link for ${email}` }).waitFor();
    return (await page.locator('.secret-text').textContent()) ?? '';
  };
  const join = async (link: string, name: string): Promise<Page> => {
    const page = await browser.open();
    await page.goto(link);
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Email address').fill('any@example.ac.uk');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await page.getByLabel('I have saved my recovery key').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    return page;
  };
  const setUp = async (page: Page): Promise<TOTP> => {
    await page.getByRole('button', { name: 'Show the QR code' }).click();
    await page.locator('.qr-code').waitFor();
    const secret = ((await page.locator('.secret-text').first().textContent()) ?? '').replaceAll(' ', '');
    return new TOTP({ secret: Secret.fromBase32(secret) });
  };

  it('invites somebody with a link shown once, draws another, and takes it back', async () => {
    const page = await openPeople();
    await expectOpenToAll(page);

    const link = await invite(page, 'robin@example.ac.uk');
    await page.locator('strong').getByText('robin@example.ac.uk').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Draw a new link robin@example.ac.uk' }).click();
    await page.locator('.secret-text').filter({ hasNotText: link }).waitFor();
    expect(await focused(page)).toBe('link-once');
    await page.getByRole('button', { name: 'Take back robin@example.ac.uk' }).click();

    await page.getByText('There are none.').waitFor();
    expect(await page.locator('.secret-text').count()).toBe(0);
    expect(await focused(page)).toBe('people-invitations');
    expect(link).toContain(`${doors.staffUrl}/welcome#`);
  });

  it('has whoever joins set up a second factor where one is needed, and asks for its code from then on', async () => {
    const page = await openPeople();
    const newcomer = await join(await invite(page, 'sasha@example.ac.uk'), 'Sasha Lind');
    await newcomer.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();

    await page.getByLabel('Everybody needs a second factor').check();

    await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor();
    await expectOpenToAll(page);
    await newcomer.getByRole('heading', { name: 'Set up your second factor' }).waitFor();
    const phone = await setUp(newcomer);
    await expectOpenToAll(newcomer);
    await newcomer.getByLabel('One-time code').fill('12');
    await newcomer.getByRole('button', { name: 'Switch it on' }).click();
    await newcomer.getByRole('link', { name: /This code is not right/ }).waitFor();
    await newcomer.getByLabel('One-time code').fill(phone.generate());
    await newcomer.getByRole('button', { name: 'Switch it on' }).click();
    await newcomer.getByRole('heading', { name: 'Save your recovery codes' }).waitFor();
    await expectOpenToAll(newcomer);
    const codes = await newcomer.locator('.recovery-codes li').allTextContents();
    await newcomer.getByRole('button', { name: 'I have saved them' }).click();
    await newcomer.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();

    const elsewhere = await browser.open();
    await elsewhere.goto(doors.staffUrl);
    await elsewhere.getByLabel('Email address').fill('sasha@example.ac.uk');
    await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    const field = elsewhere.getByLabel('One-time code');
    await field.fill(codes[0] ?? '');
    expect(await field.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
    expect(codes).toHaveLength(10);
  });

  it('says what comes of switching somebody off, does it, and lets them begin anew by a link', async () => {
    const page = await openPeople();
    const newcomer = await join(await invite(page, 'toni@example.ac.uk'), 'Toni Berg');
    await newcomer.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
    await page.reload();
    const dialog = page.getByRole('dialog', { name: 'Toni Berg' });

    await page.getByRole('button', { name: 'Change Toni Berg' }).click();
    await expectOpenToAll(page);
    await dialog.getByRole('button', { name: 'Switch off' }).click();
    await dialog.getByText('loses their keys to all cases').waitFor();
    await expectOpenToAll(page);
    await dialog.getByRole('button', { name: 'Switch this account off' }).click();
    await page.getByText('Switched off').waitFor();
    await newcomer.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await page.getByRole('button', { name: 'Change Toni Berg' }).click();
    await dialog.getByRole('button', { name: 'Draw a link to begin anew' }).click();
    await dialog.getByRole('button', { name: 'Draw the link' }).click();
    const link = (await page.locator('.secret-text').textContent()) ?? '';

    const anew = await browser.open();
    await anew.goto(link);
    await anew.getByText('stay closed to you until a colleague').waitFor();
    await expectOpenToAll(anew);
    await anew.getByLabel('New password').fill('willow copper ninety drum');
    await anew.getByRole('button', { name: 'Set new password' }).click();
    await anew.getByLabel('I have saved my recovery key').check();
    await anew.getByRole('button', { name: 'Continue' }).click();

    await anew.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
  });

  it('tells whoever began anew while the answer was lost that their new password is set', async () => {
    const page = await openPeople();
    await join(await invite(page, 'kay@example.ac.uk'), 'Kay Lind');
    await page.reload();
    await page.getByRole('button', { name: 'Change Kay Lind' }).click();
    await page.getByRole('button', { name: 'Draw a link to begin anew' }).click();
    await page.getByRole('button', { name: 'Draw the link' }).click();
    const anew = await browser.open();
    await anew.goto((await page.locator('.secret-text').textContent()) ?? '');
    await anew.getByLabel('New password').fill('willow copper ninety drum');
    const answersArrive = await loseAnswersTo(anew, 'AcceptReset');
    const button = anew.getByRole('button', { name: 'Set new password' });
    await button.click();
    await anew.getByText('we do not know whether your password was changed').waitFor();
    await answersArrive();

    await button.click();

    await anew
      .getByText('An attempt before this one may have arrived. If so, your new password is set')
      .waitFor();
    await expectOpenToAll(anew);
  });
});
