import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('the templates', () => {
  const doors = useDoors('templates');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('are written, changed, and deleted only after a second question', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByText('There are no templates yet.').waitFor();
    await expectOpenToAll(page);

    await page.getByRole('link', { name: 'New template' }).click();
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByRole('link', { name: 'Enter a name' }).waitFor();
    await expectOpenToAll(page);
    await page.getByLabel('Name').fill('Thanks');
    await page.getByLabel(/^Text in English/).fill('Thank you for writing to {{organisation}}.');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('“Thanks” was saved.').waitFor();
    await page.getByRole('article').getByText('{{organisation}}').waitFor();
    await expectOpenToAll(page);

    await page.getByRole('link', { name: 'Change Thanks' }).click();
    await page.getByLabel('Name').fill('Many thanks');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByRole('heading', { name: 'Many thanks' }).waitFor();

    await page.getByRole('button', { name: 'Delete Many thanks' }).click();
    await expectOpenToAll(page);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('button', { name: 'Delete Many thanks' }).click();
    await page.getByRole('button', { name: 'Delete template' }).click();
    await page.getByText('“Many thanks” was deleted.').waitFor();
    await page.getByText('There are no templates yet.').waitFor();
  });

  it('ask before what was written is left behind, and not once it was saved', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/templates/new`);
    await page.getByLabel('Name').fill('Thanks');
    await page.getByLabel(/^Text in English/).fill('Thank you for writing.');
    const warning = page.getByRole('alertdialog', { name: 'Leave without saving?' });

    await page.getByRole('link', { name: 'Inbox' }).click();
    await expectOpenToAll(page);
    await warning.getByRole('button', { name: 'Stay on this page' }).click();
    await warning.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').inputValue()).toBe('Thanks');
    await page.getByRole('button', { name: 'Save template' }).click();

    await page.getByText('“Thanks” was saved.').waitFor();
    expect(await warning.count()).toBe(0);
  });

  it('keep what was written when a name is taken', async () => {
    const page = await browser.signedIn(doors);
    const write = async (text: string) => {
      await page.goto(`${doors.staffUrl}/templates/new`);
      await page.getByLabel('Name').fill('Thanks');
      await page.getByLabel(/^Text in English/).fill(text);
      await page.getByRole('button', { name: 'Save template' }).click();
    };

    await write('The first');
    await page.getByText('“Thanks” was saved.').waitFor();
    await write('The second');
    await page.locator('.error-summary').waitFor();

    expect(await page.getByLabel(/^Text in English/).inputValue()).toBe('The second');
    await expectOpenToAll(page);
  });
});
