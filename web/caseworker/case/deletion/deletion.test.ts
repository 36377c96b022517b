import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, openOnlyCase, useBrowser } from '../../testing/dashboard-browser.ts';
import { useDoors } from '../../testing/doors.ts';
import { Reporter } from '../../testing/reporter.ts';
import { MORGAN, NOOR } from '../../testing/staff.ts';

const CLOSE = 'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }';

describe('the deletion of a case', () => {
  const doors = useDoors('deletion');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('is asked for by one, declined, asked for again, and confirmed by another', async () => {
    await Reporter.report(doors.publicUrl, { words: 'to be deleted', messaging: false });
    const staff = await doors.staff(MORGAN);
    const { cases } = await staff.send('query { cases { edges { node { id } } } }');
    const caseId: string = cases.edges[0].node.id;
    const morgan = await browser.signedIn(doors);
    await openOnlyCase(morgan, 'to be deleted');
    expect(await morgan.getByRole('button', { name: 'Delete…' }).count()).toBe(0);
    await staff.send(CLOSE, { input: { caseId, to: 'CLOSED', reason: 'done' } });
    await morgan.reload();

    await morgan.getByRole('button', { name: 'Delete…' }).click();
    await expectOpenToAll(morgan);
    await morgan.getByRole('button', { name: 'Ask for the deletion' }).click();
    await morgan.getByText('Say what it is deleted for. Nothing was asked.').waitFor();
    await morgan.getByLabel('The same stands in another case').check();
    await morgan.getByRole('button', { name: 'Ask for the deletion' }).click();
    await morgan.getByText('You asked on').waitFor();
    await expectOpenToAll(morgan);

    const noor = await browser.signedIn(doors, NOOR);
    await noor.goto(`${doors.staffUrl}/inbox?view=closed`);
    await noor.locator('tbody').getByText('Deletion asked for').waitFor();
    await noor.goto(`${doors.staffUrl}/cases/${caseId}`);
    await noor.getByText('Morgan Ellis asked on').waitFor();
    await noor.getByRole('button', { name: 'Keep the case' }).click();
    await noor.getByRole('button', { name: 'Delete…' }).waitFor();
    await morgan.reload();
    await morgan.getByRole('button', { name: 'Delete…' }).click();
    await morgan.getByLabel('The reporter asked for it').check();
    await morgan.getByRole('button', { name: 'Ask for the deletion' }).click();
    await morgan.getByText('You asked on').waitFor();

    await noor.reload();
    await noor.getByRole('button', { name: 'Delete it…' }).click();
    await expectOpenToAll(noor);
    await noor.getByRole('button', { name: 'Delete for good' }).click();
    await noor.getByRole('heading', { name: 'The case is deleted' }).waitFor();
    await expectOpenToAll(noor);

    await morgan.getByRole('heading', { name: 'The case you had open is closed to you' }).waitFor();
    await morgan.goto(`${doors.staffUrl}/cases/${caseId}`);
    await morgan.getByText('There is no such case, or it is not shared with you.').waitFor();
    expect(await staff.send('query { cases { totalCount } }')).toEqual({ cases: { totalCount: 0 } });
  });
});
