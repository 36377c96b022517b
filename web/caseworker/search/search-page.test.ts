import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';

describe('searching', () => {
  const doors = useDoors('search');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  it('finds the cases in which all words stand, says where, and still shows them after a look at one', async () => {
    await Reporter.report(doors.publicUrl, { words: 'In the Läboratory', messaging: false });
    await Reporter.report(doors.publicUrl, { words: 'In the library', messaging: false });
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Search' }).click();
    await expectOpenToAll(page);

    await page.getByLabel('Words to find').fill('laboratory');
    await page.keyboard.press('Enter');
    await page.getByText('1 case found.').waitFor();
    await page.getByText('In answers', { exact: true }).waitFor();
    await expectOpenToAll(page);
    await page.locator('.hit a').click();
    await page.getByText('In the Läboratory').waitFor();
    await page.goBack();

    await page.getByText('1 case found.').waitFor();
    expect(await page.getByLabel('Words to find').inputValue()).toBe('laboratory');
  });

  it('writes the words into no address and no store of the browser', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Search' }).click();

    await page.getByLabel('Words to find').fill('canary');
    await page.keyboard.press('Enter');
    await page.getByText('No case holds all these words.').waitFor();

    expect(page.url()).toBe(`${doors.staffUrl}/search`);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
    );
    expect(kept).not.toContain('canary');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.getByLabel('Words to find').inputValue()).toBe('');
  });

  it('leaves nothing of a search before standing under the question for words', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words to find').fill('canary');
    await page.keyboard.press('Enter');
    await page.getByText('No case holds all these words.').waitFor();

    await page.getByLabel('Words to find').fill(' ');
    await page.keyboard.press('Enter');
    await page.getByText('Enter a word to find').waitFor();

    expect(await page.getByText('No case holds all these words.').count()).toBe(0);
  });

  it('asks for words, and goes on where the service was lost', async () => {
    const page = await browser.signedIn(doors);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Enter a word to find').waitFor();
    await expectOpenToAll(page);
    await page.route('**/graphql', (route) => route.abort());
    await page.getByLabel('Words to find').fill('anything');
    await page.keyboard.press('Enter');
    await page.getByText('We could not reach the service.').waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('No case holds all these words.').waitFor();
  });
});
