import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = process.env['PICTURES'];

/**
 * Keeps a picture of the whole page for somebody to look at, in the folder that the environment variable `PICTURES`
 * names. Without it nothing is kept.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!FOLDER) return;
  await mkdir(FOLDER, { recursive: true });
  // Hiding the caret would leave a style sheet behind in the page.
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, caret: 'initial' });
}
