import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('typing a code', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };

  it('says that a code was not checked while the database is gone, and takes it once it is back', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();
    lab.database.sever();

    await person.logIn(code);

    await person.focused('problems');
    expect(await person.words()).toContain('Your code was not checked. Try again in a few minutes.');
    await checkPage(person.page);
    lab.database.mend();
    await person.press('Continue');
    expect(await person.heading()).toBe('Messages about your report');
  });

  it.each([
    ['', 'Enter your code'],
    ['ABCD', 'Code must be 16 characters – you have entered 4'],
    ['AAAA-BBBB-CCCC-DDDD', 'One of the characters is wrong. Check each one against what you saved.'],
  ])('says of the code %j beside its field what is wrong, and keeps it', async (typed, sentence) => {
    const person = await someone();

    await person.logIn(typed);

    await person.focused('problems');
    expect(await person.page.title()).toMatch(/^Error: /);
    expect(await person.page.locator('#code-problem').textContent()).toContain(sentence);
    expect(await person.page.getByLabel('Your code').inputValue()).toBe(typed);
    await person.follow(sentence);
    expect(await person.focus()).toBe('input');
    await checkPage(person.page);
  });

  it.each([
    ['with signs around it and between', (code: string) => ` • “${code.replaceAll('-', ' − ')}.”`],
    ['in full-width letters', (code: string) => code.replace(/[!-~]/g, wide)],
    ['with the digits of an Arabic keyboard', (code: string) => code.replace(/\d/g, arabic)],
    ['with words around it', (code: string) => `Hi, my code from them is ${code} (do not lose it)`],
    ['with Cyrillic letters that look the same', (code: string) => code.replace(/[ABCEHKMPTXY]/g, cyrillic)],
  ])('takes it %s', async (_, typed) => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();

    await person.logIn(typed(code));

    expect(await person.heading()).toBe('Messages about your report');
  });

  it('says that a code was right where the browser keeps no cookie, instead of asking for it again without a word', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();
    const context = person.page.context();
    // As a browser does that takes no cookies.
    await person.page.route('**/login', async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      await context.clearCookies();
      const { 'set-cookie': _, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers });
    });

    await person.logIn(code);

    expect(await person.heading()).toBe('Read your messages');
    expect(await person.words()).toContain('it is right, but your browser did not keep the cookie');
    await checkPage(person.page);
  });

  it('says the same of a code that nobody has, of a deleted report and of a closed conversation', async () => {
    await lab.server.seed.firstAdministrator();
    const codes = [lab.server.seed.unusedCode(), await lab.server.seed.deletedReport()];
    codes.push(await lab.server.seed.closedConversation());
    const person = await someone();

    for (const code of codes) {
      await person.logIn(code);

      expect(await person.words()).toContain('We do not recognise that code. Check each character.');
    }
    await checkPage(person.page);
  });
});

function wide(sign: string): string {
  return String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);
}

function arabic(digit: string): string {
  return '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit));
}

function cyrillic(letter: string): string {
  return 'АВСЕНКМРТХУ'.charAt('ABCEHKMPTXY'.indexOf(letter));
}
