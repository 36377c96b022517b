import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

const PEOPLE = 'query { people { id email } }';
const CHANGE_ROLES = 'mutation($input: ChangeRolesInput!) { changeRoles(input: $input) { __typename } }';

describe('what an administrator looks at before anybody reports', () => {
  const doors = useDoors('tocheck');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  /** One caseworker among the two administrators, or two. */
  const rolesOfNoor = async (roles: readonly string[]) => {
    const morgan = await doors.staff(MORGAN);
    const { people } = await morgan.send(PEOPLE);
    const { id } = people.find(({ email }: { email: string }) => email === NOOR.email);
    await morgan.send(CHANGE_ROLES, { input: { id, roles } });
  };

  it('is named in an empty inbox, and goes as it is confirmed', async () => {
    const page = await browser.signedIn(doors);
    await page.getByText('still as they came with the program').getByRole('link').press('Enter');
    const section = page.getByRole('region', { name: 'Before you give out the address' });
    await section.getByRole('link').nth(2).waitFor();
    await expectOpenToAll(page);

    await section.getByRole('button', { name: 'Right for us Whom people can turn to' }).press('Enter');
    await page.getByRole('status').getByText('Whom people can turn to: confirmed.').waitFor();
    expect(await focused(page)).toBe('to-check');
    await section.getByRole('button', { name: 'Right for us Name' }).press('Enter');
    await page.getByRole('status').getByText('advice in danger: confirmed.').waitFor();
    await section.getByRole('button', { name: 'Right for us Hours' }).press('Enter');
    await section.waitFor({ state: 'detached' });

    expect(await focused(page)).toBe('to-check-said');
    await page.reload();
    await page.getByRole('heading', { name: 'Retention' }).waitFor();
    expect(await section.count()).toBe(0);
    await page.goto(`${doors.staffUrl}/inbox`);
    await page.getByText('There are no cases in this list.').waitFor();
    expect(await page.getByText('still as they came').count()).toBe(0);
  });

  it('is also that nobody but one person could open a report', async () => {
    await rolesOfNoor(['ADMINISTRATOR']);
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin`);

    await page.getByRole('link', { name: 'Invite a second caseworker' }).press('Enter');

    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    await rolesOfNoor(['CASEWORKER']);
    await page.goto(`${doors.staffUrl}/admin`);
    await page.getByRole('heading', { name: 'Retention' }).waitFor();
    expect(await page.getByRole('link', { name: 'Invite a second caseworker' }).count()).toBe(0);
  });
});
