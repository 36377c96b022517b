import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN, NOOR, type Person } from '../testing/staff.ts';

const ROBIN = { name: 'Robin Lake', email: 'robin@example.ac.uk', password: 'velvet anchor puddle nine' };

describe('the page of colleagues', () => {
  const doors = useDoors('colleagues');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const open = async (person: Person) => {
    const page = await browser.signedIn(doors, person);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Colleagues' }).click();
    await page.getByRole('heading', { name: 'Colleagues', level: 1 }).waitFor();
    return page;
  };
  const openCount = async (person: Person): Promise<number> => {
    const { caseViews } = await (await doors.staff(person)).send('{ caseViews { view count } }');
    return caseViews.find(({ view }: { view: string }) => view === 'ALL_OPEN').count;
  };
  /** More than one step can grant, and somebody who joined after them. */
  const manyBefore = async () => {
    await doors.storeCases(210, (number) => ({ words: `words of ${number}`, messages: [], notes: [] }));
    await doors.join(ROBIN);
    return openCount(MORGAN);
  };

  it('lets a newcomer in to all open cases, tells how far it is, and what came of it', async () => {
    const count = await manyBefore();
    const newcomer = await browser.signedIn(doors, ROBIN);
    await newcomer.getByRole('link', { name: 'All open' }).click();
    await newcomer.getByText('a colleague can let you in').waitFor();
    await expectOpenToAll(newcomer);
    const page = await open(MORGAN);
    await page.getByText(`Cannot open ${count} of your open cases.`).waitFor();
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Let Robin Lake in to open cases…' }).click();
    await page.getByRole('alertdialog', { name: 'Let Robin Lake in?' }).waitFor();
    await expectOpenToAll(page);
    expect(await openCount(ROBIN)).toBe(0);
    await page.getByRole('button', { name: `Let in to ${count} cases` }).click();
    await page.getByText(`Robin Lake can open ${count} more cases.`).waitFor();

    await expectOpenToAll(page);
    expect(await page.getByRole('button', { name: 'Let Robin Lake in' }).count()).toBe(0);
    expect(await openCount(ROBIN)).toBe(count);
    await newcomer.reload();
    await newcomer.locator('tbody th a').first().click();
    await newcomer.locator('.answers .free-text').getByText('words of').waitFor();
  });

  it('shows how far it is, goes on while another page stands, and goes on after the line was cut', async () => {
    const count = await manyBefore();
    const page = await open(MORGAN);
    const restore = await loseAnswersTo(page, 'GrantCases');
    await page.getByRole('button', { name: 'Let Robin Lake in to open cases…' }).click();
    await page.getByRole('button', { name: `Let in to ${count} cases` }).click();
    await page.getByText('Paused: Robin Lake was let in to').waitFor();
    await expectOpenToAll(page);
    const stored = await openCount(ROBIN);
    await restore();

    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('link', { name: 'Colleagues' }).click();
    await page.getByText(`Robin Lake can open ${count - stored} more cases.`).waitFor();

    expect(stored).toBe(100);
    expect(await openCount(ROBIN)).toBe(count);
  });

  it('names the cases that stay closed, and leads to them', async () => {
    await Reporter.report(doors.publicUrl, { words: 'About Robin', messaging: false });
    await Reporter.report(doors.publicUrl, { words: 'About nobody', messaging: false });
    await doors.join(ROBIN);
    const staff = await doors.staff(MORGAN);
    const { cases, colleagues } = await staff.send(
      '{ cases(first: 2) { edges { node { id number answers { text } } } } colleagues { id name } }',
    );
    const about = cases.edges
      .map(({ node }: { node: object }) => node)
      .find((node: object) => JSON.stringify(node).includes('About Robin'));
    const { id: caseworkerId } = colleagues.find(({ name }: { name: string }) => name === ROBIN.name);
    await staff.send(
      'mutation ($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) { __typename } }',
      {
        input: { caseId: about.id, caseworkerId, idempotencyKey: crypto.randomUUID() },
      },
    );
    const page = await open(NOOR);

    await page.getByRole('button', { name: 'Let Robin Lake in to open cases…' }).click();
    await page.getByRole('button', { name: 'Let in to 1 case' }).click();
    await page.getByRole('heading', { name: '1 open case stays closed to Robin Lake' }).waitFor();
    await expectOpenToAll(page);
    await page.getByRole('link', { name: about.number }).click();

    await page.getByText('Kept out for good: Robin Lake.').waitFor();
    expect(await openCount(ROBIN)).toBe(1);
  });

  it('ends where the colleague was switched off meanwhile', async () => {
    const count = await manyBefore();
    const page = await open(MORGAN);
    await page.getByRole('button', { name: 'Let Robin Lake in to open cases…' }).click();
    const staff = await doors.staff(MORGAN);
    const { people } = await staff.send('{ people { id name state } }');
    const { id } = people.find(
      ({ name, state }: { name: string; state: string }) => name === ROBIN.name && state === 'ACTIVE',
    );
    await staff.send('mutation ($id: ID!) { disablePerson(id: $id) { __typename } }', { id });

    await page.getByRole('button', { name: `Let in to ${count} cases` }).click();

    await page.getByText('Robin Lake can be given no cases any more').waitFor();
    await page.locator('strong', { hasText: 'Robin Lake' }).waitFor({ state: 'detached' });
    await expectOpenToAll(page);
  });
});
