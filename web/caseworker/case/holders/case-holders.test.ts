import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { expectOpenToAll, focused, loseAnswersTo, useBrowser } from '../../testing/dashboard-browser.ts';
import { useDoors } from '../../testing/doors.ts';
import { Reporter } from '../../testing/reporter.ts';
import { MORGAN, NOOR, type Person } from '../../testing/staff.ts';

const CASES = '{ cases(first: 100) { edges { node { id number } } } caseViews { count } }';

describe('who can open a case', () => {
  const doors = useDoors('holders');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const send = (words: string) => Reporter.report(doors.publicUrl, { words, messaging: true });
  const idOf = async (person: Person): Promise<string> =>
    (await (await doors.staff(person)).send('{ me { id } }')).me.id;
  const casesOf = async (person: Person): Promise<string[]> => {
    const { cases } = await (await doors.staff(person)).send(CASES);
    return cases.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  const keepNoorOut = async (caseId: string): Promise<void> => {
    const input = { caseId, caseworkerId: await idOf(NOOR), idempotencyKey: crypto.randomUUID() };
    const query = 'mutation ($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) { __typename } }';
    await (await doors.staff(MORGAN)).send(query, { input });
  };
  const open = async (person: Person, words: string): Promise<Page> => {
    const page = await browser.signedIn(doors, person);
    await page.locator('tbody th a').first().click();
    await page.locator('.answers .free-text').getByText(words).waitFor();
    return page;
  };

  it('names who holds a key, and keeps a colleague out for good after a second question', async () => {
    await send('Somebody in our own house');
    const page = await open(MORGAN, 'Somebody in our own house');
    const holders = page.getByRole('region', { name: 'Who can open this case' });
    await page.getByRole('button', { name: 'Who can open it…' }).click();
    expect(await holders.getByRole('listitem').allTextContents()).toEqual([
      'Morgan Ellis (you)',
      'Noor Haddad',
    ]);

    await holders.getByRole('button', { name: 'Keep a colleague out…' }).click();
    await expectOpenToAll(page);
    await page.getByRole('menuitem', { name: 'Noor Haddad' }).click();
    await page.getByRole('alertdialog', { name: 'Keep Noor Haddad out for good?' }).waitFor();
    await expectOpenToAll(page);
    expect(await casesOf(NOOR)).toHaveLength(1);
    await page.getByRole('button', { name: 'Keep Noor Haddad out' }).click();
    await holders.getByText('Noor Haddad is kept out of this case.').waitFor();

    await holders.getByText('Kept out for good: Noor Haddad.').waitFor();
    await page.locator('.history').getByText('kept Noor Haddad out of the case').waitFor();
    expect(await page.getByText('This case was changed.').count()).toBe(0);
    expect(await casesOf(NOOR)).toEqual([]);
    await holders.getByRole('button', { name: 'Let a colleague in…' }).click();
    await page.getByText('Every colleague can open it already, or is kept out for good.').waitFor();
    await expectOpenToAll(page);
  });

  it('lets a colleague in who joined after the report', async () => {
    await send('From before');
    const robin = { name: 'Robin Lake', email: 'robin@example.ac.uk', password: 'velvet anchor puddle nine' };
    await doors.join(robin);
    const page = await open(MORGAN, 'From before');
    const holders = page.getByRole('region', { name: 'Who can open this case' });

    await holders.getByRole('button', { name: 'Let a colleague in…' }).click();
    await page.getByRole('menuitem', { name: 'Robin Lake' }).click();
    await holders.getByText('Robin Lake can open this case now.').waitFor();
    await expectOpenToAll(page);

    await page.locator('.history').getByText('let Robin Lake open the case').waitFor();
    await open(robin, 'From before');
  });

  it('is gone from everything for whoever says that they should not see it, and the page leaves', async () => {
    await send('About a friend of mine');
    await send('About somebody else');
    const page = await browser.signedIn(doors, NOOR);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words to find').fill('friend');
    await page.keyboard.press('Enter');
    await page.locator('.hits a').click();
    await page.getByLabel('Internal note – only staff see this').fill('I know them');
    await page.getByText('Draft kept with your account').waitFor();
    const caseId = page.url().split('/').at(-1) ?? '';

    await page.getByRole('button', { name: 'I should not see this…' }).click();
    await page.getByRole('alertdialog', { name: 'Step back from this case for good?' }).waitFor();
    await expectOpenToAll(page);
    expect(await casesOf(NOOR)).toHaveLength(2);
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).pathname));
    const isLook = (request: Request) => (request.postData() ?? '').includes('CasePage');
    const sawItGone = page.waitForResponse((response) => isLook(response.request()));
    // The page hears that the case is gone before it hears that the act was done.
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('StepBackFromCase')) return await route.fallback();
      const response = await route.fetch();
      await (await sawItGone).finished();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: 'Step back for good' }).click();

    await page.getByRole('heading', { name: 'You have stepped back from the case', level: 1 }).waitFor();
    expect(addresses).toEqual(['/stepped-back']);
    await expectOpenToAll(page);
    expect(page.url()).toBe(`${doors.staffUrl}/stepped-back`);
    await page.goBack();
    await page.getByText('No case holds all these words.').or(page.getByText('0 cases found.')).waitFor();
    expect(await page.locator('.hits').count()).toBe(0);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('heading', { name: '1 case', exact: true }).waitFor();
    expect(await page.getByText('changed').count()).toBe(0);
    await page.goto(`${doors.staffUrl}/cases/${caseId}`);
    await page.getByRole('heading', { name: 'This case cannot be opened' }).waitFor();
    const other = await browser.signedIn(doors, MORGAN);
    await other.goto(`${doors.staffUrl}/cases/${caseId}`);
    await other.locator('.history').getByText('said that they should not see the case').waitFor();
    await other.getByText('Kept out for good: Noor Haddad.').waitFor();
  });

  it('leaves the screen also where the answer was lost', async () => {
    await send('The line is bad');
    const page = await open(NOOR, 'The line is bad');
    await loseAnswersTo(page, 'StepBackFromCase');

    await page.getByRole('button', { name: 'I should not see this…' }).click();
    await page.getByRole('button', { name: 'Step back for good' }).click();

    await page.getByRole('heading', { name: 'The case you had open is closed to you' }).waitFor();
    expect(await casesOf(NOOR)).toEqual([]);
  });

  it('keeps the last one who can read a case from leaving it', async () => {
    await send('Only one reads this');
    const [caseId = ''] = await casesOf(MORGAN);
    await keepNoorOut(caseId);
    const page = await open(MORGAN, 'Only one reads this');

    await page.getByRole('button', { name: 'I should not see this…' }).click();
    await page.getByRole('button', { name: 'Step back for good' }).click();

    await page.getByText('Let a colleague in first.').waitFor();
    await expectOpenToAll(page);
    expect(await casesOf(MORGAN)).toEqual([caseId]);
  });

  it('is found no more once whoever was kept out of it tried to open what still stood in the list', async () => {
    await send('About a friend of mine');
    const page = await browser.signedIn(doors, NOOR);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words to find').fill('friend');
    await page.keyboard.press('Enter');
    await page.getByText('1 case found.').waitFor();
    const [caseId = ''] = await casesOf(NOOR);
    await keepNoorOut(caseId);

    await page.locator('.hits a').click();
    await page.getByRole('heading', { name: 'This case cannot be opened' }).waitFor();
    await page.goBack();

    await page.getByText('No case holds all these words.').waitFor();
    expect(await page.locator('.hits').count()).toBe(0);
  });

  it('says why a row of an open inbox leads nowhere once somebody is kept out, and takes it out of the list', async () => {
    await send('About my own team');
    await send('About others');
    const page = await browser.signedIn(doors, NOOR);
    const row = page.locator('tbody th a').first();
    const [, caseId = ''] = /cases\/(.+)$/.exec((await row.getAttribute('href')) ?? '') ?? [];
    await keepNoorOut(caseId);

    await row.click();
    await page.getByText('it was deleted since, or you are kept out of it').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('navigation', { name: 'Cases of the list' }).getByRole('link').first().click();

    await page.getByRole('heading', { name: '1 case', exact: true }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.getByText(/case.? changed/).count()).toBe(0);
  });

  it('leaves the screen of whoever is kept out while they have it open, with what they were writing', async () => {
    await send('While you were reading');
    const page = await open(NOOR, 'While you were reading');
    await page.getByLabel('Internal note – only staff see this').fill('I know them');
    await page.getByText('Draft kept with your account').waitFor();
    const caseId = page.url().split('/').at(-1) ?? '';

    await keepNoorOut(caseId);

    await page.getByRole('heading', { name: 'The case you had open is closed to you', level: 1 }).waitFor();
    expect(await focused(page)).toBe('The case you had open is closed to you');
    expect(page.url()).not.toContain(caseId);
    await expectOpenToAll(page);
    await page.goBack();
    await page.getByText('There are no cases in this list.').waitFor();
  });
});
