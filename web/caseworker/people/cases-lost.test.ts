import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('cases that would be lost with somebody', () => {
  const doors = useDoors('lost');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('are counted before it happens, and nothing more is told of them', async () => {
    await Reporter.report(doors.publicUrl, { words: 'For Noor alone', messaging: true });
    const staff = await doors.staff(MORGAN);
    const { me, cases } = await staff.send('{ me { id } cases(first: 1) { edges { node { id number } } } }');
    const [{ node }] = cases.edges;
    await staff.send(
      'mutation ($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) { __typename } }',
      {
        input: { caseId: node.id, caseworkerId: me.id, idempotencyKey: crypto.randomUUID() },
      },
    );
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/people`);
    const dialog = page.getByRole('dialog', { name: NOOR.name });

    await page.getByRole('button', { name: 'Change Noor Haddad' }).click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove for good' }).click();
    await dialog.getByText('One case can be opened by nobody but Noor Haddad.').waitFor();
    await expectOpenToAll(page);
    expect(await page.content()).not.toContain(node.number);
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await dialog.getByRole('button', { name: 'Draw a link to begin anew' }).click();
    await dialog.getByRole('button', { name: 'Draw the link' }).click();
    await dialog.getByText('nobody can ever read it again').waitFor();
    expect(await (await doors.staff(NOOR)).send('{ cases(first: 1) { totalCount } }')).toEqual({
      cases: { totalCount: 1 },
    });

    await dialog.getByRole('button', { name: 'Go on and lose one case for good' }).click();

    await page.getByRole('heading', { name: `Link for ${NOOR.email}` }).waitFor();
  });
});
