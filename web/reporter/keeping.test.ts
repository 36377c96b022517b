import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

describe('the answers', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const stored = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS reports FROM case_file');
    return row.reports;
  };
  const begin = async (path = '/report', script: 'on' | 'off' = 'off') => {
    await lab.server.seed.firstAdministrator();
    const visitor = await visit({ script });
    const person = new Person(visitor.page, lab.url);
    await person.open(path);
    await person.press('Start');
    return { person, ...visitor };
  };

  it('stay while something is read in between, and come back to the same page', async () => {
    const { person, page } = await begin();
    await person.write('What happened?', WORDS);

    for (const text of ['Support services', 'About messages', 'Staying safe', 'Privacy', 'Accessibility']) {
      await person.press(text);
      expect(await person.words()).toContain('What you wrote so far is kept on this page.');
      expect(await page.getByRole('main').getByRole('link').evaluateAll(samePlace)).toEqual([]);
      await checkPage(page);
    }
    await page.getByRole('button', { name: 'Go back to where you were' }).last().click();

    expect(await person.heading()).toBe('What happened?');
    expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
    expect(page.url()).toBe(`${lab.url}/report`);
  });

  it('have no link that leads away from them, but the exit and the skip link', async () => {
    const { person, page } = await begin();

    const links = await page.getByRole('link').allInnerTexts();

    expect(links.map((text) => text.trim())).toEqual(['Skip to the page', 'Leave this page']);
    expect(await person.heading()).toBe('What happened?');
  });

  it('go along to the other route and back', async () => {
    const { person, page } = await begin();
    await person.write('What happened?', WORDS);
    await person.press('Back');

    await person.press('Report with your contact details instead');
    expect(page.url()).toBe(`${lab.url}/report-with-contact-details`);
    await person.press('Report anonymously instead');
    await person.press('Start');

    expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
  });

  it('make one report where Send is pressed twice at once', async () => {
    const { person, page } = await begin();
    await person.write('What happened?', WORDS);
    await person.press('Continue');
    await person.skipTo('Do you want to be able to get messages');
    await person.pick('No, send without messages');
    await person.press('Continue');

    await page.getByRole('button', { name: 'Send report' }).dblclick();
    await page.waitForURL('**/sent');

    expect(await stored()).toBe(1);
  });

  it('can be gone through backwards and changed from every page, on the route with contact details', async () => {
    const { person, page } = await begin('/report-with-contact-details');
    await person.write('What happened?', WORDS);
    await person.press('Continue');
    await person.skipTo('How may we contact you?');
    await checkPage(page);
    await person.write('Your name', 'Robin');
    await person.press('Back');
    await person.skipTo('How may we contact you?');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Robin');
    await person.press('Continue');
    await person.focused('problems');
    await checkPage(page);
    await person.write('Phone number', '020 7946 0018');
    await person.press('Continue');
    await person.pick('Yes, give me a code');
    await person.press('Continue');
    const code = await person.code();
    await person.press('Back');
    await person.press('Continue');
    expect(await person.code()).toBe(code);
    await person.press('I have saved it, continue');
    await person.press('Show the code again');
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    for (const row of await page.locator('.row .change button').all()) {
      expect(await row.textContent()).toMatch(/Change/);
    }
    const rows = await page.locator('.row .change button').count();
    for (let row = 0; row < rows; row += 1) {
      await page.locator('.row .change button').nth(row).click();
      await person.press(row === rows - 1 ? 'Continue' : 'Back');
      expect(await person.heading()).toBe('Check your answers');
    }

    expect(await person.words()).toContain(WORDS);
    expect(await person.words()).toContain('020 7946 0018');
  });

  it('are looked through in the browser alone, which marks and never blocks', async () => {
    const { person, page, complaints } = await begin('/report', 'on');
    await person.write('What happened?', 'It was Robin Example (robin@example.org, s1234567).');
    await person.press('Continue');
    await person.skipTo('Do you want to be able to get messages');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await person.press('Look through my answers');

    await page.getByRole('status').getByText('“Robin Example” may be a name').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual([
      'Robin Example',
      'robin@example.org',
      's1234567',
    ]);
    expect(asked).toEqual([]);
    await checkPage(page);
    await person.press('Send report');
    expect(await person.heading()).toBe('Your report has been sent');
    expect(complaints).toEqual([]);
  });
});

/** Links that would open in the same window. */
function samePlace(links: (HTMLElement | SVGElement)[]): string[] {
  return links
    .filter(
      (link) => link.getAttribute('target') !== '_blank' && !link.getAttribute('href')?.startsWith('tel:'),
    )
    .map((link) => link.outerHTML);
}
