import { describe, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

describe('a page whose program does not arrive', () => {
  const doors = useDoors('lazy');
  const browser = useBrowser();

  it('says so inside of the frame, and comes once everything was loaded again', async () => {
    const page = await browser.signedIn(doors);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
    const isProgram = /\/assets\/.*\.js$/;
    await page.route(isProgram, (route) => route.abort());

    await navigation.getByRole('link', { name: 'Templates' }).click();
    await heading('This page could not be loaded').waitFor();
    await expectOpenToAll(page);
    await navigation.getByRole('link', { name: 'Inbox' }).click();
    await heading(/^Inbox/).waitFor();
    await page.unroute(isProgram);
    await page.goBack();
    await page.getByRole('button', { name: 'Load everything again' }).click();

    await heading('Templates').waitFor();
  });
});
