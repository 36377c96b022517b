import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe finds on the page that is open: the id of each rule that is broken, and the elements that break it.
 *
 * Axe is told to look in the page and to say there what it found: all that it knows besides of every rule is a hundred
 * times as much, and takes longer to come over than axe takes to look.
 *
 * @param rules ids of the rules to go by. @default all that axe has on
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Half a megabyte that a page keeps once it has read it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(SOURCE, 'utf8'));
  const options: Axe.RunOptions = {
    resultTypes: ['violations'],
    selectors: false,
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  return await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, given);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, options);
}
