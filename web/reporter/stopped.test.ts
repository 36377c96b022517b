import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

/** Puts something else into the hidden field that carries the answers, as a damaged page would have it. */
async function changeDraft(page: Page, change: (draft: string) => string): Promise<void> {
  const field = page.locator('input[name=draft]');
  const value = change(await field.inputValue());
  await field.evaluate((input, next) => input.setAttribute('value', next), value);
}

describe('a report that cannot be sent as it is', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const atTheCheck = async (words: string) => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.report(words);
    await person.pick('No, send without messages');
    await person.press('Continue');
    return person;
  };
  const stored = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS reports FROM case_file');
    return row.reports;
  };

  it('says so where nothing is answered, and leads back to the questions', async () => {
    const person = await atTheCheck('');

    await person.press('Send report');

    await person.focused('problems');
    expect(await person.heading()).toBe('Check your answers');
    await checkPage(person.page);
    expect(await stored()).toBe(0);
    await person.press('Change: What happened?');
    await person.write('What happened?', WORDS);
    await person.press('Continue');
    await person.press('Send report');
    expect(await person.heading()).toBe('Your report has been sent');
  });

  it('shows the answers once more where the questions that they belong to are known no longer', async () => {
    const person = await atTheCheck(WORDS);
    await changeDraft(person.page, (draft) => JSON.stringify({ ...JSON.parse(draft), version: 'gone' }));

    await person.press('Send report');

    expect(await person.words()).toContain('changed some questions while you were answering');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    expect(await stored()).toBe(0);
    await person.press('Send report');
    expect(await person.heading()).toBe('Your report has been sent');
  });

  it('leads to an answer that cannot be taken, says why beside it, and sends nothing', async () => {
    const person = await atTheCheck(WORDS);
    await changeDraft(person.page, (draft) => {
      const { answers, ...rest } = JSON.parse(draft);
      return JSON.stringify({
        ...rest,
        answers: { ...answers, kinds: { kind: 'choices', choices: ['gone'] } },
      });
    });

    await person.press('Send report');

    await person.focused('problems');
    expect(await person.heading()).toBe('Is it any of these?');
    await checkPage(person.page);
    expect(await stored()).toBe(0);
  });

  it('says that the page is damaged where it is, and sends nothing', async () => {
    const person = await atTheCheck(WORDS);
    await changeDraft(person.page, () => 'no draft');

    await person.press('Send report');

    await checkPage(person.page);
    expect(await stored()).toBe(0);
  });
});
