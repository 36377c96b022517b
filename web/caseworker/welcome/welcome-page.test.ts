import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('the welcome page', () => {
  const doors = useDoors('welcome');
  const browser = useBrowser();
  const PASSWORD = 'lantern gravel orbit seven';
  let newcomers = 0;
  let email = '';
  beforeEach(() => {
    newcomers += 1;
    email = `newcomer${newcomers}@example.ac.uk`;
  });

  const fillIn = async (page: Page, password = PASSWORD) => {
    await page.getByLabel('Your name').fill('Robin Vale');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Create my account' }).click();
  };

  it('leads by keyboard alone from the link to the inbox, past a recovery key that is shown once', async () => {
    const page = await browser.open();
    await page.goto(await doors.invitation());
    await page.getByLabel('Your name').focus();

    await page.keyboard.type('Robin Vale');
    await page.keyboard.press('Tab');
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Save your recovery key' }).waitFor();
    const key = await page.locator('.secret-text').textContent();
    await page.getByLabel('I have saved my recovery key').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();

    expect(key?.length).toBeGreaterThan(20);
    expect(await page.content()).not.toContain(key);
    expect(
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toContain(key);
  });

  it('takes the invitation out of the address once it is spent, and lets it work only once', async () => {
    const link = await doors.invitation();
    const page = await browser.open();
    await page.goto(link);
    await fillIn(page);
    await page.getByLabel('I have saved my recovery key').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
    const other = await browser.open();

    await other.goto(link);
    await fillIn(other);
    await other.getByRole('heading', { name: 'This link cannot be used' }).waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/inbox`);
    await expectOpenToAll(other);
  });

  it('says at the field what is wrong, keeps what was filled in, and takes the focus to it', async () => {
    const page = await browser.open();
    const link = await doors.invitation();
    await page.goto(link);
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Create my account' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: 'Enter your name' }).click();
    expect(await focused(page)).toBe('name');
    await fillIn(page, 'short');
    await page.getByRole('link', { name: /at least \d+ characters/ }).waitFor();

    await expectOpenToAll(page);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Robin Vale');
    expect(page.url()).toBe(link);
  });

  it('does not let anybody past the recovery key who has not confirmed that it is saved', async () => {
    const page = await browser.open();
    await page.goto(await doors.invitation());
    await fillIn(page);
    await page.getByRole('heading', { name: 'Save your recovery key' }).waitFor();
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('link', { name: 'Confirm that you have saved your recovery key' }).waitFor();
    await expectOpenToAll(page);
  });

  it('shows the way in to somebody whose account was created while the answer was lost', async () => {
    const page = await browser.open();
    await page.goto(await doors.invitation());
    const answersArrive = await loseAnswersTo(page, 'AcceptInvitation');
    await fillIn(page);
    await page.getByText('we do not know whether your account was created').waitFor();
    await answersArrive();
    // The cookie came with the answer that never arrived.
    await page.context().clearCookies();

    await page.getByRole('button', { name: 'Create my account' }).click();

    await page.getByText('An attempt before this one may have arrived').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
  });

  it('does not say that nothing was done where the database went away meanwhile', async () => {
    const page = await browser.open();
    await page.goto(await doors.invitation());
    const acceptInvitation = { __typename: 'ServiceBusy', isFault: true };
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('AcceptInvitation')
        ? route.fulfill({ json: { data: { acceptInvitation } } })
        : route.fallback(),
    );

    await fillIn(page);

    await page.getByText('we do not know whether your account was created').waitFor();
  });

  it('says that a link without its last part is not complete', async () => {
    const page = await browser.open();

    await page.goto(`${doors.staffUrl}/welcome`);

    await page.getByText('The address is not complete').waitFor();
    await expectOpenToAll(page);
  });
});
