import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';

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
});
