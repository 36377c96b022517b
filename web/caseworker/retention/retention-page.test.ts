import { beforeEach, describe, expect, it } from '@jest/globals';
import { endSession, expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN, NOOR, type Person } from '../testing/staff.ts';

const ROBIN: Person = { ...NOOR, name: 'Robin Lake', email: 'robin@example.ac.uk' };

describe('retention', () => {
  const doors = useDoors('retention');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('is tried out, set, and then told on the case, in the inbox and to the reporter', async () => {
    const reporter = await Reporter.report(doors.publicUrl, { words: 'closed', messaging: true });
    const morgan = await doors.staff(MORGAN);
    const { cases } = await morgan.send('query { cases { edges { node { id } } } }');
    const caseId: string = cases.edges[0].node.id;
    await morgan.send(
      'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }',
      {
        input: { caseId, to: 'CLOSED', reason: 'done' },
      },
    );
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/retention`);
    await page.getByLabel('Keep them until somebody deletes them').waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('Delete them a number of days after closing').check();
    await page.getByRole('textbox', { name: 'Days after closing' }).fill('90');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Enter a number of days from 91 to 3,650.' }).click();
    await expectOpenToAll(page);
    await page.getByRole('textbox', { name: 'Days after closing' }).fill('91');
    await page.getByRole('button', { name: 'Show what would be deleted' }).click();
    await page.getByText('No case that you can open.').waitFor();
    await page.getByText('Nothing has been deleted.').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Closed cases are deleted after 91 days.').waitFor();

    await page.goto(`${doors.staffUrl}/cases/${caseId}`);
    await page.getByText(/^Will be deleted on \d/).waitFor();
    await expectOpenToAll(page);
    await page.goto(`${doors.staffUrl}/inbox?view=closed`);
    await page
      .locator('tbody')
      .getByText(/^Will be deleted on \d/)
      .waitFor();
    await expectOpenToAll(page);

    for (const [path, words] of [
      ['', 'This report and its messages will be deleted on'],
      ['/cy', 'Dyddiad dileu’r adroddiad hwn a’i negeseuon'],
      ['/ar', 'سيُحذف هذا البلاغ ورسائله'],
    ] as const) {
      const portal = await browser.open({ javaScriptEnabled: false });
      await portal.goto(`${doors.publicUrl}${path}/login`);
      await portal.locator('input[name=code]').fill(reporter.code ?? '');
      await portal.locator('form button').last().click();
      expect(await portal.getByText(words).innerText()).toMatch(/\d|[٠-٩]/);
    }
  });

  it('says how many cases nobody can open any more, and what becomes of them', async () => {
    await doors.join(ROBIN);
    await Reporter.report(doors.publicUrl, { words: 'for Robin alone', messaging: true });
    const [robin, morgan] = await Promise.all([doors.staff(ROBIN), doors.staff(MORGAN)]);
    const { cases } = await robin.send('{ cases { edges { node { id } } } }');
    const caseId: string = cases.edges[0].node.id;
    const { people } = await morgan.send('{ people { id email } }');
    const idOf = (person: Person): string =>
      people.find(({ email }: Person) => email === person.email)?.id ?? '';
    for (const caseworkerId of [idOf(MORGAN), idOf(NOOR)]) {
      await robin.send(
        'mutation ($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) { __typename } }',
        {
          input: { caseId, caseworkerId, idempotencyKey: crypto.randomUUID() },
        },
      );
    }
    await morgan.send('mutation($id: ID!) { removePerson(id: $id, losing: 1) { __typename } }', {
      id: idOf(ROBIN),
    });
    const page = await browser.signedIn(doors);

    await page.goto(`${doors.staffUrl}/admin/retention`);

    await page.getByRole('heading', { name: 'Cases that nobody can open' }).waitFor();
    await page.getByText('There is 1 case that nobody can open any more').waitFor();
    await page.getByText('Such a case stays until you set a time above').waitFor();
    await expectOpenToAll(page);
    await page.getByLabel('Delete them a number of days after closing').check();
    await page.getByRole('textbox', { name: 'Days after closing' }).fill('400');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Such a case is deleted 400 days after the last of those people left').waitFor();
  });

  it('says until when nothing is deleted where the clock has jumped, and nothing of it once it is right', async () => {
    await doors.haveNotRunFor(1_000);
    const morgan = await doors.staff(MORGAN);
    const { retention } = await morgan.send('{ retention { waitsUntil } }');
    const page = await browser.signedIn(doors);

    await page.goto(`${doors.staffUrl}/admin/retention`);
    await page.getByText('Nothing is deleted or closed for good by time before').waitFor();
    const day = await page.locator('.notice time').getAttribute('datetime');
    await expectOpenToAll(page);
    await doors.haveNotRunFor(0);
    await page.reload();
    await page.getByLabel('Keep them until somebody deletes them').waitFor();

    expect(day).toBe(retention.waitsUntil);
    expect(day).toMatch(/^\d{4}-/);
    expect(await page.getByText('by time before').count()).toBe(0);
  });

  it('comes by itself once whoever asked for it has signed in again', async () => {
    const page = await browser.signedIn(doors);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Administration' })
      .click();
    let hasEnded = false;
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName?: string };
      if (operationName === 'RetentionPage' && !hasEnded) {
        hasEnded = true;
        await endSession(page);
      }
      await route.fallback();
    });

    await page.getByRole('link', { name: 'Retention' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');

    await page.getByLabel('Keep them until somebody deletes them').waitFor();
  });

  it('lists the cases that would go with their days', async () => {
    await doors.storeCases(70, (number) => ({ words: `report ${number}`, messages: [], notes: [] }));
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/retention`);
    await page.getByLabel('Delete them a number of days after closing').check();
    await page.getByRole('textbox', { name: 'Days after closing' }).fill('91');

    await page.getByRole('button', { name: 'Show what would be deleted' }).click();

    await page.getByText('Nothing has been deleted.').waitFor();
    const [, count] =
      /(\d+) cases that you can open/.exec(await page.locator('.retention-preview').innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(2);
    expect(await page.locator('.retention-preview li').count()).toBe(Number(count));
    await expectOpenToAll(page);
  });
});
