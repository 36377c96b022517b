import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../server/testing/eventually.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

/** The browser's own Back, and "yes" to its question whether to send the form of that page again. */
async function goBack(page: Page): Promise<void> {
  const isThere = await page.goBack().then(
    () => true,
    () => false,
  );
  // The page that asks the question takes its time to come, and what stands there until then must not be reloaded.
  if (!isThere) await eventually(() => isAskedAgain(page));
  await page.reload();
}

function isAskedAgain(page: Page): Promise<boolean> {
  return page.evaluate(() => document.URL.startsWith('chrome-error:')).catch(() => false);
}

describe("the browser's own Back", () => {
  const lab = usePortal();
  const visit = useBrowser();

  const stored = async (table: 'case_file' | 'message') => {
    const [row] = await lab.server.dataSource.query(`SELECT count(*)::int AS rows FROM ${table}`);
    return row.rows;
  };
  const someone = async (script: 'on' | 'off') => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script });
    return { page, person: new Person(page, lab.url) };
  };

  it.each(['off', 'on'] as const)(
    'shows the same code again, stores nothing twice, and leads on from any page, with scripts %s',
    async (script) => {
      const { page, person } = await someone(script);
      await person.report(WORDS);
      await person.pick('Yes, give me a code');
      await person.press('Continue');
      const code = await person.code();
      await person.press('I have saved it, continue');
      await person.press('I have saved it, skip this');
      expect(await person.heading()).toBe('Check your answers');

      await goBack(page);
      expect(await person.heading()).toBe('Check that you have it');
      await goBack(page);
      expect(await person.code()).toBe(code);
      await goBack(page);
      expect(await person.heading()).toMatch(/^Do you want to be able to get messages/);
      await goBack(page);
      await person.press('Skip this question');
      await person.pick('Yes, give me a code');
      await person.press('Continue');
      expect(await person.code()).toBe(code);
      expect(await stored('case_file')).toBe(0);

      await person.press('I have saved it, continue');
      await person.press('I have saved it, skip this');
      expect(await person.words()).toContain(WORDS);
      await person.press('Send report');
      expect(await person.code()).toBe(code);
      for (let again = 0; again < 2; again += 1) {
        await goBack(page);
        expect(await person.heading()).toBe('Check your answers');
        expect(await person.words()).not.toMatch(/not(hing has)? been sent/);
        await person.press('Send report');
        expect(await person.code()).toBe(code);
      }
      expect(await stored('case_file')).toBe(1);
      expect(await stored('message')).toBe(0);
    },
  );

  it('makes one more report of a form that was changed after it was sent, however often that is sent', async () => {
    const { page, person } = await someone('off');
    await person.report(WORDS);
    await person.pick('No, send without messages');
    await person.press('Continue');
    await person.press('Send report');
    await goBack(page);
    await page.getByRole('button', { name: 'Change: What happened?' }).click();
    await person.write('What happened?', 'Something else.');
    await person.press('Continue');
    await person.press('Send report');
    expect(await person.words()).toContain('This form was already used to send a report');
    expect(await person.words()).not.toContain('not been sent');
    await checkPage(page);

    for (let again = 0; again < 2; again += 1) {
      await person.press('Make this another report');
      await person.press('Send report');
      expect(await person.heading()).toBe('Your report has been sent');
      await goBack(page);
      expect(await person.words()).not.toMatch(/not(hing has)? been sent/);
      await goBack(page);
      expect(await person.words()).toContain('This form was already used to send a report');
    }

    expect(await stored('case_file')).toBe(2);
  });

  it('sends a message once, and one that was changed after it was sent once more', async () => {
    const { page, person } = await someone('off');
    const { code } = await lab.server.seed.report('Before.');
    await person.logIn(code);
    await person.press('Write a message');
    await person.write('Your message', WORDS);
    await person.press('Continue');
    await person.press('Send message');

    await goBack(page);
    expect(await person.words()).toContain('It is sent once, when you press “Send message”.');
    expect(await person.words()).not.toContain('not been sent');
    await person.press('Send message');
    expect(await person.heading()).toBe('Message sent');
    expect(await stored('message')).toBe(1);

    await goBack(page);
    await person.press('Change: your message');
    await person.write('Your message', 'Something else.');
    await person.press('Continue');
    await person.press('Send message');
    expect(await person.words()).toContain('This page was already used to send a message.');
    await checkPage(page);
    for (let again = 0; again < 2; again += 1) {
      await person.press('Send message');
      expect(await person.heading()).toBe('Message sent');
      await goBack(page);
      expect(await person.words()).toContain('This page was already used to send a message.');
      expect(await person.words()).not.toContain('not been sent');
    }
    expect(await stored('message')).toBe(2);
  });
});
