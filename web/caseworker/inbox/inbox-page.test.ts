import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cuttableSocket, expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';

describe('the inbox', () => {
  const doors = useDoors();
  const browser = useBrowser();

  const reports = async (count: number, messaging = false) => {
    const reporters: Reporter[] = [];
    for (let each = 0; each < count; each += 1) {
      reporters.push(await Reporter.report(doors.publicUrl, { words: `Report ${each}`, messaging }));
    }
    return reporters;
  };
  const rows = (page: Page) => page.locator('tbody th a').allTextContents();
  const top = async (page: Page) => (await page.getByRole('table').boundingBox())?.y;

  it('says that there are no cases while nobody has reported', async () => {
    const page = await browser.signedIn(doors);

    await page.getByText('There are no cases yet.').waitFor();

    await expectOpenToAll(page);
  });

  it('announces new and changed cases, and moves nothing until asked to', async () => {
    const page = await browser.signedIn(doors);
    const [reporter] = await reports(1, true);
    await page.getByText('1 case changed.').waitFor();
    await page.getByRole('button', { name: 'Refresh list' }).click();
    await page.getByRole('heading', { name: '1 case' }).waitFor();
    const before = { rows: await rows(page), top: await top(page) };

    await reports(2);
    await reporter?.write('One more thing');
    await page.getByText('3 cases changed.').waitFor();

    expect({ rows: await rows(page), top: await top(page) }).toEqual(before);
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Refresh list' }).click();
    await page.getByText('List refreshed.').waitFor();
    expect(await rows(page)).toHaveLength(3);
    expect(await focused(page)).toBe('list-summary');
  });

  it('finds what changed while the socket was cut, once it is back', async () => {
    const page = await browser.open();
    const socket = await cuttableSocket(page);
    const signedIn = await browser.signedIn(doors);
    await page.context().addCookies(await signedIn.context().cookies());
    await reports(1);
    await page.goto(`${doors.staffUrl}/inbox`);
    await page.getByRole('heading', { name: '1 case' }).waitFor();

    await socket.cut();
    await reports(1);
    socket.allow();

    await page.getByText('1 case changed.').waitFor();
    expect(await rows(page)).toHaveLength(1);
  });

  it('says when changes have not been arriving for a while', async () => {
    const page = await browser.open();
    const socket = await cuttableSocket(page);
    const signedIn = await browser.signedIn(doors);
    await page.context().addCookies(await signedIn.context().cookies());
    await page.goto(`${doors.staffUrl}/inbox`);
    await page.getByText('There are no cases yet.').waitFor();

    await socket.cut();

    await page.getByText('Changes are not arriving just now.').waitFor();
    await expectOpenToAll(page);
    socket.allow();
    await page
      .getByText('Changes are not arriving just now.')
      .waitFor({ state: 'detached', timeout: 40_000 });
  });

  it('shows page after page, takes the focus along, and shows the same rows after Back', async () => {
    const page = await browser.signedIn(doors);
    await reports(27);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('heading', { name: '25 of 27 cases shown' }).waitFor();

    await page.getByRole('button', { name: 'Show 2 more' }).press('Enter');
    await page.getByRole('heading', { name: '27 cases' }).waitFor();
    const shown = await rows(page);
    expect(new Set(shown).size).toBe(27);
    expect(await focused(page)).toBe(shown[25]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Case ${shown[25]}` }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '27 cases' }).waitFor();

    expect(await rows(page)).toEqual(shown);
  });

  it('narrows the list by keyboard, in the address, so that Back and a new window show the same', async () => {
    const page = await browser.signedIn(doors);
    await reports(2);

    await page.getByRole('checkbox', { name: 'Closed' }).press('Space');
    await page.getByText('No cases match these filters.').waitFor();
    await expectOpenToAll(page);
    expect(page.url()).toBe(`${doors.staffUrl}/inbox?status=closed`);
    expect(
      await page
        .getByRole('checkbox', { name: 'Closed' })
        .evaluate((chip) => chip === document.activeElement),
    ).toBe(true);
    await page.getByRole('checkbox', { name: 'New' }).press('Space');
    await page.getByRole('heading', { name: '2 cases' }).waitFor();
    await page.getByRole('checkbox', { name: 'Unassigned' }).press('Space');
    await page.reload();
    await page.getByRole('heading', { name: '2 cases' }).waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/inbox?status=new,closed&only=unassigned`);
    expect(await page.getByRole('checkbox', { name: 'Unassigned' }).isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL(`${doors.staffUrl}/inbox?status=new,closed`);
    expect(await page.getByRole('checkbox', { name: 'Unassigned' }).isChecked()).toBe(false);
  });

  it('keeps the rows when the service cannot be reached, and says so', async () => {
    const page = await browser.signedIn(doors);
    await reports(1);
    await page.getByRole('button', { name: 'Refresh list' }).click();
    await page.getByRole('table').waitFor();
    await reports(1);
    await page.getByText('1 case changed.').waitFor();
    await page.route('**/graphql', (route) => route.abort());

    await page.getByRole('button', { name: 'Refresh list' }).click();
    await page.getByText('We could not reach the service.').waitFor();

    expect(await rows(page)).toHaveLength(1);
    await expectOpenToAll(page);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: '2 cases' }).waitFor();
  });

  it('forgets that a case is unread once it was opened', async () => {
    const page = await browser.signedIn(doors);
    await reports(1);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.locator('tbody th').getByText('Unread').waitFor();

    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: /^Case / }).waitFor();
    await page.goBack();

    await page.locator('tbody th').getByText('Unread').waitFor({ state: 'detached' });
  });
});
