import { describe, expect, it } from '@jest/globals';
import type { Request } from 'playwright-core';
import {
  endSession,
  expectOpenToAll,
  focused,
  keepSession,
  openOnlyCase,
  useBrowser,
} from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('signing in and out', () => {
  const doors = useDoors('session');
  const browser = useBrowser();

  it('leads by keyboard to the page that was asked for', async () => {
    const page = await browser.open();
    await page.goto(`${doors.staffUrl}/inbox?only=unread`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('Email address').focus();
    await page.keyboard.type(MORGAN.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(MORGAN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/inbox?only=unread`);
    expect(await focused(page)).toBe('Inbox: All open');
    expect(await page.title()).toBe('Inbox: All open – Restante');
  });

  it('answers a wrong password and an unknown address with the same words', async () => {
    const page = await browser.open();
    await page.goto(doors.staffUrl);
    const said: (string | null)[] = [];

    for (const email of [MORGAN.email, 'nobody@example.ac.uk']) {
      await page.getByLabel('Email address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not the password at all');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('form[aria-busy=false] .error-summary').waitFor();
      said.push(await page.locator('.error-summary').textContent());
    }

    expect(said[0]).toBe(said[1]);
    await expectOpenToAll(page);
  });

  it('asks for what is missing before anything is sent', async () => {
    const page = await browser.open();
    await page.goto(doors.staffUrl);

    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('link', { name: 'Enter your password' }).waitFor();
    expect(await page.title()).toBe('Error: Sign in – Restante');
    await expectOpenToAll(page);
    await page.getByRole('link', { name: 'Enter your email address' }).click();
    expect(await focused(page)).toBe('email');
  });

  it('leaves nothing of the cases behind, on the page or behind the Back button', async () => {
    const page = await browser.signedIn(doors);
    await Reporter.report(doors.publicUrl, { words: 'Canary in the laboratory', messaging: true });
    await openOnlyCase(page, 'Canary in the laboratory');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
    await expectOpenToAll(page);
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    expect(await page.content()).not.toContain('Canary');
  });

  it('says that somebody is still signed in when signing out found no service', async () => {
    const page = await browser.signedIn(doors);
    await page.route('**/graphql', (route) => route.abort());

    await page.getByRole('button', { name: 'Sign out' }).click();

    await page.getByText('You are still signed in.').waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
  });

  it('covers the page as soon as the session ends elsewhere, and uncovers it for the same person', async () => {
    const page = await browser.signedIn(doors);
    await endSession(page);

    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await expectOpenToAll(page);
    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });

    expect(await page.getByRole('heading', { name: /^Inbox/, level: 1 }).count()).toBe(1);
  });

  it('uncovers each tab once the same person signs in again in one of them, with what was being written', async () => {
    await doors.empty();
    await Reporter.report(doors.publicUrl, { words: 'In two tabs', messaging: true });
    const page = await browser.signedIn(doors);
    await openOnlyCase(page, 'In two tabs');
    await page.getByLabel('Internal note – only staff see this').fill('Half a thought');
    const furtherTab = await page.context().newPage();
    await furtherTab.goto(`${doors.staffUrl}/inbox`);
    await furtherTab.getByRole('button', { name: 'Sign out' }).click();
    await furtherTab.getByRole('heading', { name: 'You have signed out' }).waitFor();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();

    await furtherTab.getByRole('link', { name: 'Sign in again' }).click();
    await furtherTab.getByLabel('Email address').fill(MORGAN.email);
    await furtherTab.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await furtherTab.keyboard.press('Enter');

    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Internal note – only staff see this').inputValue()).toBe('Half a thought');
    await page.getByText('Draft kept with your account').waitFor();
  });

  it('covers the page of whoever is not signed in any more because somebody else joined in a further tab', async () => {
    const page = await browser.signedIn(doors);
    const furtherTab = await page.context().newPage();
    await furtherTab.goto(await doors.invitation());
    await furtherTab.getByLabel('Your name').fill('Kim Ito');
    await furtherTab.getByLabel('Email address').fill('kim@example.org');
    await furtherTab.getByLabel('Password', { exact: true }).fill('four unrelated words river');

    await furtherTab.getByRole('button', { name: 'Create my account' }).click();

    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await furtherTab.getByLabel('I have saved my recovery key').check();
    await furtherTab.getByRole('button', { name: 'Continue' }).click();
    await furtherTab.getByText('Signed in as Morgan Ellis').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('keeps what stands on a covered page out of the account of whoever signed in since', async () => {
    await doors.empty();
    await Reporter.report(doors.publicUrl, { words: 'Canary in the attic', messaging: true });
    const page = await browser.signedIn(doors);
    await page.clock.install();
    await openOnlyCase(page, 'Canary in the attic');
    const isSave = (request: Request) => (request.postData() ?? '').includes('SaveDraft');
    await page.route('**/graphql', (route) => (isSave(route.request()) ? route.abort() : route.fallback()));
    await page.getByLabel('Internal note – only staff see this').fill('Half a thought of Morgan');
    await page.clock.fastForward(2_000);
    await page.getByText('Draft not kept yet').waitFor();
    await page.unroute('**/graphql');
    const saves: string[] = [];
    page.on('request', (request) => void (isSave(request) && saves.push(request.url())));

    await keepSession(page, await doors.signIn(NOOR));
    const furtherTab = await page.context().newPage();
    await furtherTab.goto(page.url());
    await furtherTab.getByText(`Signed in as ${NOOR.name}`).waitFor();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await page.clock.fastForward(60_000);
    await furtherTab.reload();

    await furtherTab.getByLabel('Internal note – only staff see this').waitFor();
    expect(await furtherTab.getByLabel('Internal note – only staff see this').inputValue()).toBe('');
    expect(saves).toEqual([]);
  });

  it('prints nothing of what it covers, whatever lay over that', async () => {
    await doors.empty();
    await Reporter.report(doors.publicUrl, { words: 'Canary on paper', messaging: true });
    const page = await browser.signedIn(doors);
    await openOnlyCase(page, 'Canary on paper');
    await page.keyboard.press('e');
    await page.getByLabel('Reason').fill('Canary in a dialog');
    await endSession(page);
    const notice = page.getByRole('heading', { name: 'Your session has ended' });
    await notice.waitFor();

    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();

    expect(printed).toContain('Your session has ended');
    expect(printed).not.toContain('Canary');
    expect(await page.getByText('Canary in a dialog').or(page.locator('#close-reason')).isVisible()).toBe(
      false,
    );
    await page.emulateMedia({ media: null });
    await notice.waitFor();
  });

  it('says above every page that nothing is real, where the organisation says so', async () => {
    const page = await browser.open();
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName !== 'Demonstration') return await route.fallback();
      const response = await route.fetch();
      const { data } = await response.json();
      data.organisation.isDemonstration = true;
      await route.fulfill({ response, json: { data } });
    });

    await page.goto(doors.staffUrl);

    await page.getByText('Demonstration – not for real reports').waitFor();
    await expectOpenToAll(page);
  });

  it('can look for the session again when the service gave no answer at first', async () => {
    const page = await browser.open();
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(doors.staffUrl);
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
