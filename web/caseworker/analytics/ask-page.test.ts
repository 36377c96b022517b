import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { GraphQLClient } from '../../../server/testing/graphql-client.ts';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { MORGAN, NOOR } from '../testing/staff.ts';

describe('the page that asks the statistics', () => {
  const doors = useDoors('ask');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const address = () => `${doors.staffUrl}/analytics/graphiql.html`;

  /** Runs what stands in the editor at first, and waits for its answer. */
  async function ask(page: Page): Promise<void> {
    await page.locator('.graphiql-query-editor').getByText('dataThrough').waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window').getByText('"dataFrom"').waitFor();
  }

  const keptIn = (page: Page) =>
    page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);

  async function madeToken(): Promise<string> {
    const client = new GraphQLClient(doors.staffUrl);
    const { name, value } = await doors.signIn(MORGAN);
    client.cookies.set(name, value);
    const made = await client.outcome(
      `mutation($input: MakeAnalyticsTokenInput!) { makeAnalyticsToken(input: $input) {
        __typename ... on AnalyticsTokenMade { secret } ... on Problem { message } } }`,
      { input: { id: randomUUID(), name: 'Figures', days: 1 } },
    );
    return String(made['secret']);
  }

  it('is GraphiQL for an administrator who is signed in, and keeps nothing in the browser', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/api-tokens`);
    const before = await keptIn(page);
    await page.getByRole('link', { name: 'Ask the statistics in GraphiQL' }).click();

    await ask(page);

    expect(await keptIn(page)).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('asks everybody else for a token, tells one that does not work, and opens with one that does', async () => {
    const page = await browser.open();
    await page.goto(address());
    await page.getByRole('button', { name: 'Use token' }).click();
    await page.getByText('Enter an API token').waitFor();
    await page.getByLabel('API token').fill('rst_an_unknown');
    await page.getByRole('button', { name: 'Use token' }).click();
    await page.getByText(/^This token does not work/).waitFor();
    await expectOpenToAll(page);

    await page.getByLabel('API token').fill(await madeToken());
    await page.getByRole('button', { name: 'Use token' }).click();
    await ask(page);

    expect(await keptIn(page)).toEqual([]);
  });

  it('is no way for a caseworker who is no administrator', async () => {
    const page = await browser.signedIn(doors, NOOR);
    await page.goto(address());

    await page.getByLabel('API token').waitFor();
    expect(await page.locator('.graphiql-container').count()).toBe(0);
  });

  it('is not there on the reporters’ side', async () => {
    const answer = await fetch(`${doors.publicUrl}/analytics/graphiql.html`);

    expect(answer.status).toBe(404);
  });
});
