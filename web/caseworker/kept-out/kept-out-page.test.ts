import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN } from '../testing/staff.ts';

const ADA = { name: 'Ada King', email: 'ada@example.ac.uk', password: 'willow copper ninety drum' };
const SAVE = 'mutation ($input: SaveKeptOutLabelInput!) { saveKeptOutLabel(input: $input) { __typename } }';
const LABELS = 'query { keptOutLabels { id texts { locale text } caseworkers { name } } }';

describe('the page of who can be kept out', () => {
  const doors = useDoors('keptout');
  const browser = useBrowser();
  const labels = async () => (await (await doors.staff(MORGAN)).send(LABELS)).keptOutLabels;
  beforeEach(async () => {
    const morgan = await doors.staff(MORGAN);
    for (const { id } of await labels()) {
      await morgan.send('mutation ($id: ID!) { deleteKeptOutLabel(id: $id) }', { id });
    }
  });

  const openPage = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/kept-out`);
    await page.getByRole('button', { name: 'Add words' }).waitFor();
    return page;
  };
  const add = async (page: Page, words: string) => {
    await page.getByRole('button', { name: 'Add words' }).press('Enter');
    expect(await focused(page)).toBe('label-text-en');
    await page.keyboard.type(words);
  };

  it('offers words to reporters in their language, tells who changed them, and takes them away', async () => {
    const page = await openPage();
    await page.getByText('There are none. Reporters are not asked').waitFor();
    await expectOpenToAll(page);
    await add(page, 'somebody in personnel');
    await page.getByLabel('What reporters read, in Welsh').fill('rhywun yn y swyddfa bersonél');
    await page.getByLabel('Noor Haddad').check();
    await page.getByText('One person would be left to read a report').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('“somebody in personnel” was saved.').waitFor();
    await page.getByText('Stands for Noor Haddad').waitFor();
    await expectOpenToAll(page);

    const portal = await browser.open();
    await portal.goto(`${doors.publicUrl}/cy/report`);
    const query = 'query { organisation(locale: "cy") { keptOutChoices { text } } }';
    const answer = await portal.request.post(`${doors.publicUrl}/graphql`, { data: { query } });
    expect(JSON.stringify(await answer.json())).toContain('rhywun yn y swyddfa bersonél');
    await page.goto(`${doors.staffUrl}/admin/audit`);
    await page.locator('.audit-what').getByText('changed whom reporters can keep out').first().waitFor();

    await page.goto(`${doors.staffUrl}/admin/kept-out`);
    await page.getByRole('button', { name: 'Delete somebody in personnel' }).click();
    await page.getByText('Whoever was kept from a case by it stays so.').waitFor();
    await page.getByRole('button', { name: 'Delete these words' }).click();
    await page.getByText('“somebody in personnel” was deleted.').waitFor();
    expect(await labels()).toEqual([]);
  });

  it('says that words stand for nobody any more once whoever they stood for was removed', async () => {
    const morgan = await doors.staff(MORGAN);
    await doors.join(ADA);
    const { people } = await morgan.send('query { people { id name } }');
    const { id: ada } = people.find(({ name }: { name: string }) => name === ADA.name);
    const input = { id: randomUUID(), texts: [{ locale: 'en', text: 'the dean' }], caseworkerIds: [ada] };
    await morgan.send(SAVE, { input });
    await morgan.send('mutation ($id: ID!) { removePerson(id: $id) { __typename } }', { id: ada });

    const page = await openPage();

    await page.getByText('Stands for nobody who works here any more.').waitFor();
    await expectOpenToAll(page);
  });

  it('warns of words that name somebody, and of words that leave nobody to read', async () => {
    const page = await openPage();
    await add(page, 'Ms Haddad');
    await page.getByText('These words seem to name Noor Haddad.').waitFor();
    await page.getByLabel('Noor Haddad').check();
    await page.getByLabel('Morgan Ellis').check();

    await page.getByText('Nobody would be left to read a report').waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('What reporters read, in English').fill('somebody who decides');
    await page.getByText('These words seem to name').waitFor({ state: 'detached' });
  });

  it('names each fault at its field, keeps what was filled in, and stores it once', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: 'Add words' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Choose whom these words stand for' }).press('Enter');
    expect(await focused(page)).toBe('label-people');
    await page.getByRole('link', { name: 'Write the words in one language at least' }).press('Enter');
    expect(await focused(page)).toBe('label-text-en');
    await expectOpenToAll(page);
    await page.keyboard.type('somebody in personnel');
    await page.getByLabel('Noor Haddad').check();

    const undo = await loseAnswersTo(page, 'SaveKeptOutLabel');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('We could not reach the service.').waitFor();
    expect(await page.getByLabel('What reporters read, in English').inputValue()).toBe(
      'somebody in personnel',
    );
    await undo();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“somebody in personnel” was saved.').waitFor();

    expect(await labels()).toMatchObject([{ caseworkers: [{ name: 'Noor Haddad' }] }]);
  });
});
