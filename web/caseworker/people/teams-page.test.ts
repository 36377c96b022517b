import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { endSession, expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('the page of teams', () => {
  const doors = useDoors('teams');
  const browser = useBrowser();

  const openTeams = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/teams`);
    await page.getByRole('button', { name: 'Add a team' }).waitFor();
    return page;
  };
  const add = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'Add a team' }).press('Enter');
    expect(await focused(page)).toBe('team-name');
    await page.keyboard.type(name);
  };

  it('makes a team by keyboard, changes who is in it, and deletes it', async () => {
    const page = await openTeams();
    await expectOpenToAll(page);
    await add(page, 'Halls of residence');
    await page.getByLabel('Noor Haddad').check();
    await expectOpenToAll(page);

    await page.keyboard.press('Enter');
    await page.getByText('“Halls of residence” was saved.').waitFor();
    await page.getByRole('button', { name: 'Change Halls of residence' }).waitFor();
    expect(await focused(page)).toMatch(/^change-/);
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Change Halls of residence' }).press('Enter');
    expect(await page.getByLabel('Noor Haddad').isChecked()).toBe(true);
    await page.getByLabel('Noor Haddad').uncheck();
    await page.getByLabel('Name of the team').press('Enter');
    await page.getByText('Nobody is in it yet.').waitFor();

    await page.getByRole('button', { name: 'Delete Halls of residence' }).click();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Delete team' }).click();
    await page.getByText('“Halls of residence” was deleted.').waitFor();
    await page.getByRole('heading', { name: 'Halls of residence' }).waitFor({ state: 'detached' });
  });

  it('names what is wrong with a name at its field', async () => {
    const page = await openTeams();
    await add(page, 'Library');
    await page.keyboard.press('Enter');
    await page.getByText('“Library” was saved.').waitFor();
    await page.getByRole('button', { name: 'Add a team' }).waitFor();

    await add(page, 'LIBRARY');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Another team has this name already.' }).press('Enter');

    expect(await focused(page)).toBe('team-name');
    expect(await page.getByLabel('Name of the team').inputValue()).toBe('LIBRARY');
    await expectOpenToAll(page);
  });

  it('takes nobody out of a team whom somebody else put in meanwhile, and shows them then', async () => {
    const page = await openTeams();
    await add(page, 'Union');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change Union' }).press('Enter');
    const morgan = await doors.staff(MORGAN);
    const { teams, people } = await morgan.send('{ teams { id version name } people { id email } }');
    const { id, version } = teams.find(({ name }: { name: string }) => name === 'Union');
    const noor = people.find(({ email }: { email: string }) => email === NOOR.email);
    await morgan.send('mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { __typename } }', {
      input: { id, version, name: 'Union', members: [noor.id] },
    });

    await page.getByLabel('Name of the team').fill('Students’ union');
    await page.keyboard.press('Enter');
    await page.getByText('Somebody else changed or deleted this while you did.').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Leave it as it is' }).click();

    await page.getByText('Noor Haddad').waitFor();
  });

  it('keeps what was filled in when the session ends, and asks before it is left behind', async () => {
    const page = await openTeams();
    await add(page, 'Sports');
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('button', { name: 'Stay on this page' }).click();

    await endSession(page);
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });

    await page.getByLabel('Name of the team').press('Enter');
    await page.getByText('“Sports” was saved.').waitFor();
  });
});
