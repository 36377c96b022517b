import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('the page of support services', () => {
  const doors = useDoors('support');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const openSupport = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/support`);
    await page.getByRole('group', { name: 'Services in English' }).waitFor();
    return page;
  };
  const service = (page: Page, number: number) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Service ${number}` }) });
  const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
  const saved = (page: Page) => page.getByRole('status').getByText('Saved.').waitFor();

  it('adds, moves and takes out services, which the portal lists at once', async () => {
    const page = await openSupport();
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Remove service 5' }).click();
    expect(await focused(page)).toBe('services-en-3-name');
    await page.getByRole('button', { name: 'Add a service' }).press('Enter');
    expect(await focused(page)).toBe('services-en-4-name');
    await page.keyboard.type('The chaplain');
    await service(page, 5).getByLabel('Phone number').fill('01632 960 000');
    await service(page, 5).getByLabel('What it is for, in a sentence').fill('Somebody to talk to on campus.');
    await page.getByRole('button', { name: 'Move service 5 up' }).press('Enter');
    expect(await focused(page)).toBe('services-en-3-up');
    await page.getByText('“The chaplain” is now number 4.').waitFor();
    await save(page);
    await saved(page);

    const portal = await browser.open();
    await portal.goto(`${doors.publicUrl}/support`);
    expect(await portal.locator('.services h2').allTextContents()).toEqual([
      'Samaritans',
      'Rape Crisis England & Wales',
      'Refuge',
      'The chaplain',
      'Victim Support',
    ]);
  });

  it('names each fault at its field, in whichever language it lies', async () => {
    const page = await openSupport();
    await service(page, 1).getByLabel('Website').fill('samaritans.org');
    await page.getByLabel('Welsh', { exact: true }).check();
    await page.getByRole('group', { name: 'Services in Welsh' }).waitFor();
    await service(page, 2).getByLabel('Name', { exact: true }).fill('');

    await save(page);
    await page.locator('.error-summary').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('link', { name: /^English, service 1: Write a whole address/ }).click();
    expect(await focused(page)).toBe('services-en-0-url');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('https://www.samaritans.org');
    await page.getByRole('link', { name: 'Welsh, service 2: Enter what the service is called.' }).click();
    expect(await focused(page)).toBe('services-cy-1-name');
    await page.keyboard.type('Byw Heb Ofn');
    await save(page);
    await saved(page);
  });

  it('begins a language with what the first one has, and says whom the portal lists until then', async () => {
    const page = await openSupport();
    await page.getByLabel('Arabic', { exact: true }).check();
    const list = page.getByRole('group', { name: 'Services in Arabic' });
    await list.waitFor();
    for (let count = await list.getByRole('button', { name: /^Remove/ }).count(); count > 0; count -= 1) {
      await list.getByRole('button', { name: 'Remove service 1' }).click();
    }

    await page.getByText('There is none in this language, so the portal lists those of the first').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Begin with the services in English' }).click();

    expect(await service(page, 1).getByLabel('Name', { exact: true }).inputValue()).toBe('Samaritans');
    await save(page);
    await saved(page);
  });

  it('refuses an empty first list, shows the advice for who is in danger, and leads to where it is changed', async () => {
    const page = await openSupport();
    await page.getByText('Call 999 and ask for the police').waitFor();
    const list = page.getByRole('group', { name: 'Services in English' });
    for (let count = 5; count > 0; count -= 1) {
      await list.getByRole('button', { name: 'Remove service 1' }).click();
    }
    await save(page);
    await page.getByRole('link', { name: 'English: Name at least one service' }).click();
    expect(await focused(page)).toBe('services-en');

    await page.getByRole('link', { name: 'Change it under “Wording and languages”' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByLabel('When somebody is in danger, English').waitFor();

    expect(await focused(page)).toBe('words-en-EMERGENCY_ADVICE');
  });
});
