import type { Page } from 'playwright-core';

/** Joins through a link of an invitation, up to the own settings. */
export async function joinThrough(
  page: Page,
  link: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill('Robin Vale');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await page.getByLabel('I have saved my recovery key').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
  await page.goto(new URL('/settings', link).href);
  await page.getByRole('button', { name: 'Show the QR code' }).waitFor();
}
