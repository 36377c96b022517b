import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';
const ASKED = 'Leave out your answer?';

describe('"Skip this question" where something was written', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const writing = async (script: 'on' | 'off', path = '/report') => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script });
    const person = new Person(page, lab.url);
    await person.open(path);
    await person.press('Start');
    await person.write('What happened?', WORDS);
    return { page, person };
  };

  it.each(['off', 'on'] as const)(
    'asks first, and loses nothing on Back or Continue, with scripts %s',
    async (script) => {
      const { page, person } = await writing(script);

      await person.press('Skip this question');
      await person.focused('h1');
      expect(await person.heading()).toBe(ASKED);
      expect(await person.words()).toContain(WORDS);
      await checkPage(page);
      await person.press('Back');
      expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
      await person.press('Skip this question');
      await person.press('Keep it and continue');

      await person.press('Back');
      expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
    },
  );

  it('keeps it while somebody reads a text in between, or changes the language', async () => {
    const { page, person } = await writing('off');
    await person.press('Skip this question');

    await person.press('Staying safe');
    await page.getByRole('button', { name: 'Go back to where you were' }).first().click();
    expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
    await person.press('Skip this question');
    await person.press('Cymraeg');

    expect(await page.locator('#answer').inputValue()).toBe(WORDS);
  });

  it('leaves it out once that was said', async () => {
    const { page, person } = await writing('off');

    await person.press('Skip this question');
    await person.press('Leave it out');
    await person.press('Back');

    expect(await page.getByLabel('What happened?').inputValue()).toBe('');
  });

  it('asks about contact details as well, and comes back to them in any language', async () => {
    const { page, person } = await writing('off', '/report-with-contact-details');
    await person.press('Continue');
    await person.skipTo('How may we contact you?');
    await person.write('Your name', 'Ada Canary');

    await person.press('Leave this out and report anonymously');
    expect(await person.heading()).toBe(ASKED);
    expect(await person.words()).toContain('Ada Canary');
    await checkPage(page);
    await person.press('Cymraeg');
    await person.press('English');
    expect(await person.heading()).toBe(ASKED);
    await person.press('Back');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Canary');
    await person.press('Leave this out and report anonymously');
    await person.press('Keep it and continue');
    expect(await person.words()).toContain('Enter an email address or a phone number');
    await person.press('Leave this out and report anonymously');
    await person.press('Leave this out and report anonymously');

    expect(new URL(page.url()).pathname).toBe('/report');
    expect(await person.heading()).toMatch(/^Do you want to be able to get messages/);
  });
});

describe('a paste of very many Arabic letters', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('stands as a whole in the page that says that it is too long', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.open('/report');
    await person.press('Start');
    const letters = 'م'.repeat(45_000);
    await page.getByLabel('What happened?').focus();
    await page.keyboard.insertText(letters);

    await person.press('Continue');
    await person.focused('problems');
    await person.press('Continue');
    await person.focused('problems');

    expect(await person.words()).toMatch(/This answer has 45,?000 characters\. Shorten it to/);
    expect(await page.getByLabel('What happened?').inputValue()).toBe(letters);
  });

  it('brings back the beginning of one that is longer than any form can take', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.open('/report');
    await person.press('Start');
    await page.getByLabel('What happened?').focus();
    await page.keyboard.insertText('السلام عليكم '.repeat(20_000));

    await person.press('Continue');

    await person.focused('problems');
    expect(await person.words()).toMatch(/Shorten it to/);
    expect(await page.getByLabel('What happened?').inputValue()).toMatch(/^السلام عليكم السلام/);
  });
});
