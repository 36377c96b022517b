import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { contrast } from '../testing/contrast.ts';
import {
  cuttableSocket,
  expectOpenToAll,
  focused,
  keepSession,
  useBrowser,
} from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('the inbox', () => {
  const doors = useDoors('inbox');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const reports = async (count: number, messaging = false) => {
    const reporters: Reporter[] = [];
    for (let each = 0; each < count; each += 1) {
      reporters.push(await Reporter.report(doors.publicUrl, { words: `Report ${each}`, messaging }));
    }
    return reporters;
  };
  const rows = (page: Page) => page.locator('tbody th a').allTextContents();
  const top = async (page: Page) => (await page.getByRole('table').boundingBox())?.y;
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
  /** A window whose socket can be cut. */
  const cuttable = async () => {
    const page = await browser.open();
    const socket = await cuttableSocket(page);
    await keepSession(page, await doors.signIn(MORGAN));
    await page.goto(`${doors.staffUrl}/inbox`);
    await page.locator('.listing[aria-busy=false]').waitFor();
    return { page, socket };
  };

  it('says that a list is empty', async () => {
    const page = await browser.signedIn(doors);

    await page.getByText('There are no cases in this list.').waitFor();

    await expectOpenToAll(page);
  });

  it('announces new and changed cases, and moves nothing until asked to', async () => {
    const page = await browser.signedIn(doors);
    const [reporter] = await reports(1, true);
    await page.getByText('1 case changed.').waitFor();
    await page.getByRole('button', { name: 'Refresh list' }).click();
    await heading(page, '1 case').waitFor();
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
    await reports(1);
    const { page, socket } = await cuttable();

    await socket.cut();
    await reports(1);
    socket.allow();

    await page.getByText('1 case changed.').waitFor();
    expect(await rows(page)).toHaveLength(1);
  });

  it('says when changes have not been arriving for a while, and finds them within a minute all the same', async () => {
    await reports(1);
    const { page, socket } = await cuttable();
    await page.clock.install();
    await page.reload();
    await heading(page, '1 case').waitFor();

    await socket.cut();
    await reports(1);
    await page.clock.fastForward(11_000); // 11 seconds
    await page.getByText('Changes are not arriving just now.').waitFor();
    await page.clock.fastForward(60_000); // 1 minute

    await page.getByText('1 case changed.').waitFor();
  });

  it('shows page after page, takes the focus along, and shows the same rows after Back', async () => {
    await reports(27);
    const page = await browser.signedIn(doors);
    await heading(page, '25 of 27 cases shown').waitFor();

    await page.getByRole('button', { name: 'Show 2 more' }).press('Enter');
    await heading(page, '27 cases').waitFor();
    const shown = await rows(page);
    expect(new Set(shown).size).toBe(27);
    await expect(focused(page)).resolves.toBe(shown[25]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Case ${shown[25]}` }).waitFor();
    await page.keyboard.press('Escape');
    await heading(page, '27 cases').waitFor();

    expect(await rows(page)).toEqual(shown);
    expect(await focused(page)).toBe(shown[25]);
  });

  it('leads to each list under its own address, with its length', async () => {
    await reports(2);
    const staff = await doors.staff(MORGAN);
    const { cases, me } = await staff.send('{ me { id } cases { edges { node { id } } } }');
    const input = { caseId: cases.edges[0].node.id, caseworkerId: me.id };
    await staff.send('mutation ($input: AssignCaseInput!) { assignCase(input: $input) { __typename } }', {
      input,
    });
    const page = await browser.signedIn(doors);

    await page.getByRole('link', { name: 'My cases 1' }).click();
    await heading(page, '1 case').waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/inbox?view=my-cases`);
    expect(await page.title()).toBe('Inbox: My cases – Restante');
    await page.getByRole('link', { name: 'Unassigned 1' }).waitFor();
    await page.getByRole('link', { name: 'Closed 0' }).click();
    await page.getByText('There are no cases in this list.').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'shows which list is open where a system puts its own colours in place of ours, %s',
    async (colorScheme) => {
      const page = await browser.signedIn(doors);
      await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });

      const colours = await page.locator('.views a[aria-current=page]').evaluate((link) => {
        const { color, backgroundColor } = getComputedStyle(link);
        return { color, backgroundColor, page: getComputedStyle(document.documentElement).backgroundColor };
      });

      expect(contrast(colours.color, colours.backgroundColor, colours.page)).toBeGreaterThan(4.5);
      expect(contrast(colours.backgroundColor, colours.page, colours.page)).toBeGreaterThan(3);
    },
  );

  it('narrows the list by keyboard, in the address, so that Back and a new load show the same', async () => {
    await reports(2);
    const page = await browser.signedIn(doors);
    const chip = (name: string) => page.getByRole('checkbox', { name, exact: true });

    await chip('On hold').press('Space');
    await page.getByText('No cases match these filters.').waitFor();
    await expectOpenToAll(page);
    expect(page.url()).toBe(`${doors.staffUrl}/inbox?status=on-hold`);
    expect(await chip('On hold').evaluate((element) => element === document.activeElement)).toBe(true);
    await chip('New').press('Space');
    await heading(page, '2 cases').waitFor();
    await chip('Unassigned').press('Space');
    await page.reload();
    await heading(page, '2 cases').waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/inbox?status=new,on-hold&only=unassigned`);
    expect(await chip('Unassigned').isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL(`${doors.staffUrl}/inbox?status=new,on-hold`);
    expect(await chip('Unassigned').isChecked()).toBe(false);
  });

  it('keeps the rows when the service cannot be reached, and says so', async () => {
    await reports(1);
    const page = await browser.signedIn(doors);
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
    await heading(page, '2 cases').waitFor();
  });

  it('forgets that a case is unread once it was opened', async () => {
    await reports(1);
    const page = await browser.signedIn(doors);
    await page.locator('tbody th').getByText('Unread').waitFor();

    await page.locator('tbody th a').click();
    await page.getByRole('heading', { name: /^Case / }).waitFor();
    await page.goBack();

    await page.locator('tbody th').getByText('Unread').waitFor({ state: 'detached' });
  });

  describe('with several cases at once', () => {
    const ticks = (page: Page) => page.getByRole('checkbox', { name: /^Select case/ });

    it('ticks a range with Shift, assigns it after 10 seconds, and says what came of each', async () => {
      await reports(4);
      const page = await browser.signedIn(doors);

      await ticks(page).nth(0).click();
      await ticks(page)
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await page.getByText('3 cases selected').waitFor();
      await expectOpenToAll(page);
      await page.getByRole('button', { name: 'Assign…' }).click();
      await page.getByRole('dialog', { name: 'Assign to' }).waitFor();
      await expectOpenToAll(page);
      await page.keyboard.type('noor');
      await page.keyboard.press('Enter');
      await page.getByText('Assign to Noor Haddad: 3 cases.').waitFor();
      await expectOpenToAll(page);
      await page.getByText('Assign to Noor Haddad: done for 3 cases.').waitFor();

      expect(await page.locator('td').filter({ hasText: NOOR.name }).count()).toBe(3);
      await page.getByText('Result for each case').click();
      await expectOpenToAll(page);
    });

    it('does nothing that is undone in time', async () => {
      await reports(2);
      const page = await browser.signedIn(doors);
      await page.clock.install();

      await page.getByRole('checkbox', { name: 'Select all cases shown' }).check();
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.clock.fastForward(20_000); // 20 seconds
      await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });

      const { cases } = await (await doors.staff(MORGAN)).send(
        '{ cases(filter: { isUnassigned: true }) { totalCount } }',
      );
      expect(cases.totalCount).toBe(2);
    });

    it('pauses when the service is lost, and goes on without doing anything twice', async () => {
      await reports(2);
      const page = await browser.signedIn(doors);
      await page.getByRole('checkbox', { name: 'Select all cases shown' }).check();
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.route('**/graphql', (route) => route.abort());

      await page.getByRole('button', { name: 'Do it now' }).click();
      await page.getByText('Paused after 0 of 2 cases').waitFor();
      await expectOpenToAll(page);
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Go on' }).click();

      await page.getByText('done for 2 cases.').waitFor();
    });

    it('closes several with one reason, and offers no reply', async () => {
      await reports(2);
      const page = await browser.signedIn(doors);
      await page.getByRole('checkbox', { name: 'Select all cases shown' }).check();
      expect(await page.locator('.selection').getByText(/reply/i).count()).toBe(0);

      await page.getByRole('button', { name: 'Status…' }).click();
      await page.getByRole('menuitem', { name: 'Close…' }).click();
      await page.keyboard.press('Control+Enter');
      await page.getByText('Say why the work is over').waitFor();
      await expectOpenToAll(page);
      await page.keyboard.type('Sent twice');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: 'Do it now' }).click();
      await page.getByText('Set status to Closed: done for 2 cases.').waitFor();

      const { cases } = await (await doors.staff(MORGAN)).send(
        '{ cases(filter: { view: CLOSED }) { totalCount } }',
      );
      expect(cases.totalCount).toBe(2);
    });
  });
});
