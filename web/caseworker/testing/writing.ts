import type { Page } from 'playwright-core';
import { useBrowser } from './dashboard-browser.ts';
import { useDoors } from './doors.ts';
import { Reporter } from './reporter.ts';

/** A case with messaging, open on the page of a caseworker who is about to reply. */
export interface OpenedForReply {
  readonly page: Page;
  readonly reporter: Reporter;
}

/** Doors and browser of a test about writing. @param name of the doors. */
export function useWriting(name: string) {
  const doors = useDoors(name);
  const browser = useBrowser();
  const openCase = async (): Promise<OpenedForReply> => {
    const reporter = await Reporter.report(doors.publicUrl, { words: 'What happened', messaging: true });
    const page = await browser.signedIn(doors);
    await page.locator('tbody th a').first().click();
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    await box(page).waitFor();
    return { page, reporter };
  };
  return { doors, browser, openCase };
}

/** Where a reply is written. */
export function box(page: Page) {
  return page.getByLabel('Reply to reporter – the reporter will see this');
}

/** Where a note is written. */
export function note(page: Page) {
  return page.getByLabel('Internal note – only staff see this');
}

/** What sends a reply. */
export function send(page: Page) {
  return page.getByRole('button', { name: /^Send (reply to reporter|again)$/ });
}

/** What the reporter reads. */
export async function texts(reporter: Reporter): Promise<string[]> {
  return (await reporter.messages()).map(({ text }) => text);
}
