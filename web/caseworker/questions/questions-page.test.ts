import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  endSession,
  expectOpenToAll,
  focused,
  loseAnswersTo,
  useBrowser,
} from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('the questions', () => {
  const doors = useDoors('questions');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  async function opened(): Promise<Page> {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin`);
    await page.getByRole('link', { name: 'Questions' }).click();
    await page.getByRole('heading', { name: '1. What happened?' }).waitFor();
    return page;
  }
  const titles = (page: Page) => page.locator('.question-card h2').allInnerTexts();
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('The draft is saved.').waitFor();
  };

  it('are written, kept as a draft, looked at as a reporter, and published', async () => {
    const page = await opened();
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.keyboard.type('Unfinished');
    await page.getByLabel('How it is answered').selectOption('SHORT_TEXT');
    expect(await focused(page)).toMatch(/^kind-/);
    await page.getByLabel('How it is answered').selectOption('ONE_CHOICE');
    await page.getByLabel('Question in English').fill('Did somebody see it?');
    await page.getByLabel('Choice 1', { exact: true }).fill('Yes');
    await page.getByLabel('Choice 2', { exact: true }).fill('Dr Smith');
    await page.getByLabel('Count the choices in statistics').check();
    await page.getByRole('button', { name: 'Add a choice' }).click();
    await page.keyboard.type('I’m not sure');
    await page
      .getByLabel('When it is shown')
      .selectOption({ label: 'After an answer to: Where did it happen?' });
    await page.getByLabel('At an event or social occasion').check();
    await expectOpenToAll(page);
    await save(page);
    await page.getByText('“Dr Smith” looks like the name of a person.', { exact: false }).waitFor();
    await page.getByText('Not whole in Welsh', { exact: false }).waitFor();
    await expectOpenToAll(page);

    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('heading', { name: 'Preview of the questions' }).waitFor();
    await expectOpenToAll(page);

    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('dialog').getByText('Did somebody see it?').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Version 2 is what reporters are asked now.', { exact: false }).waitFor();

    const answer = await fetch(`${doors.publicUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ questionnaire { questions { text } } }' }),
    });
    expect(await answer.text()).toContain('Did somebody see it?');
    await page.getByRole('link', { name: 'Earlier versions' }).click();
    await page.getByText('by Morgan Ellis', { exact: false }).waitFor();
    await expectOpenToAll(page);

    await page.getByRole('link', { name: 'Version 1' }).click();
    await page.getByRole('heading', { name: '1. What happened?' }).waitFor();
    expect(await titles(page)).toHaveLength(12);
    await expectOpenToAll(page);
    await page.getByRole('link', { name: 'Begin the draft again from this version' }).click();
    await page.getByText('These are the questions of version 1.', { exact: false }).waitFor();
    expect(await titles(page)).toHaveLength(12);
    await save(page);
  });

  it('are moved, copied and removed by keyboard alone, each of it said', async () => {
    const page = await opened();
    const [first, second] = await titles(page);

    await page.getByRole('button', { name: 'Move “What happened?” down' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('“What happened?” is now number 2.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Move “What happened?” down',
    );
    expect(await titles(page)).toEqual([
      second?.replace('2.', '1.'),
      first?.replace('1.', '2.'),
      ...(await titles(page)).slice(2),
    ]);
    await page.getByRole('button', { name: 'Duplicate “What happened?”' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3. What happened?' }).waitFor();
    await page.getByRole('button', { name: 'Remove “What happened?”' }).last().focus();
    await page.keyboard.press('Enter');
    await expectOpenToAll(page);
    await page.keyboard.press('Enter'); // keeps it
    expect(await focused(page)).toMatch(/^remove-/);
    expect(await titles(page)).toHaveLength(13);
    await page.getByRole('button', { name: 'Remove “What happened?”' }).last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove', exact: true }).focus();
    await page.keyboard.press('Enter');

    await page.getByText('“What happened?” was removed from the draft.').waitFor();
    expect(await focused(page)).toMatch(/^change-/);
    expect(await titles(page)).toHaveLength(12);
    await save(page);
  });

  it('keep what two administrators wrote at once, until one of them decides', async () => {
    const [one, other] = [await opened(), await opened()];
    const write = async (page: Page, words: string) => {
      await page.getByRole('button', { name: /^Change “Roughly when/ }).click();
      await page.getByLabel('Question in English').fill(words);
      await page.getByRole('button', { name: 'Save draft' }).click();
    };
    await write(one, 'Roughly when was it?');
    await one.getByText('The draft is saved.').waitFor();

    await write(other, 'Roughly when? Theirs');

    await other.getByText('Somebody else has saved or published', { exact: false }).waitFor();
    expect(await other.getByLabel('Question in English').inputValue()).toBe('Roughly when? Theirs');
    await expectOpenToAll(other);
    await other.getByRole('button', { name: 'Save mine over theirs' }).click();
    await other.getByText('The draft is saved.').waitFor();
    await one.reload();
    await one.getByRole('heading', { name: 'Roughly when? Theirs' }).waitFor();
  });

  it('lead to what is still lacking in place of being published', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question in English').fill('Half of a question');

    await page.getByRole('button', { name: 'Publish…' }).click();

    await page.locator('.error-summary').waitFor();
    await expectOpenToAll(page);
    await page.locator('.error-summary').getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Close “Half of a question”',
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('are not left behind unsaved without a question', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question in English').fill('Not saved');

    await page.getByRole('link', { name: 'Earlier versions' }).click();
    await page.getByRole('alertdialog').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Stay on this page' }).click();
    expect(await page.getByLabel('Question in English').inputValue()).toBe('Not saved');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');
    await page.getByRole('link', { name: 'Earlier versions' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('heading', { name: 'Versions of the questions' }).waitFor();
  });

  it('stay on the page when the session ends, and are saved after signing in again', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question in English').fill('Written before the session ended');
    await endSession(page);

    await page.getByLabel('Password', { exact: true }).fill(MORGAN.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Save draft' }).click();

    await page.getByText('The draft is saved.').waitFor();
    await page.getByRole('heading', { name: 'Written before the session ended' }).waitFor();
  });

  it('are saved once when the answer of a save was lost', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question in English').fill('Saved on a bad line');
    const mend = await loseAnswersTo(page, 'SaveQuestionnaireDraft');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('We could not reach the service.', { exact: false }).waitFor();
    await mend();
    await page.getByLabel('Question in English').fill('Saved on a bad line, and written on');

    await save(page);

    expect(await page.getByRole('heading', { name: 'Saved on a bad line, and written on' }).count()).toBe(1);
  });

  it('go along as a file, and come back from it', async () => {
    const page = await opened();
    const before = await titles(page);
    await page.getByText('Take the questions along as a file').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = await readFile(await download.path());
    await page
      .getByRole('button', { name: /^Remove “What happened/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();

    await page
      .getByLabel('Read a file')
      .setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByText('This file holds no questions', { exact: false }).waitFor();
    await expectOpenToAll(page);
    await page
      .getByLabel('Read a file')
      .setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer: file });

    await page.getByText('Nothing is saved yet.', { exact: false }).waitFor();
    expect(await titles(page)).toEqual(before);
  });

  it('are previewed in each language, and open their branches as the portal does', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.locator('.preview');
    const next = () => preview.getByRole('button', { name: 'Continue' }).click();

    await preview.getByText('Question 1').waitFor();
    await next();
    await preview.getByLabel('Stalking').check();
    await next();
    await preview.getByRole('heading', { name: 'Roughly when did it happen?' }).waitFor();
    await expectOpenToAll(page);
    await preview.getByRole('button', { name: 'Back' }).click();
    await preview.getByLabel('Bullying').check();
    await next();
    await preview.getByRole('heading', { name: 'Did it have to do with any of these?' }).waitFor();
    await page.getByLabel('Arabic').check();
    await page.locator('.preview[dir=rtl][lang=ar]').waitFor();
    await expectOpenToAll(page);
    expect(await preview.getByRole('heading').innerText()).not.toMatch(/[a-z]/i);
  });

  it('are nothing for whoever is no administrator', async () => {
    const page = await browser.signedIn(doors, NOOR);

    for (const path of ['questions', 'questions/preview', 'questions/versions', 'questions/versions/x']) {
      await page.goto(`${doors.staffUrl}/admin/${path}`);
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    }
  });
});
