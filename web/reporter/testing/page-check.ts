import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/**
 * Says of the page that is open: axe finds nothing, nothing is wider than the window, and nothing is inline that the
 * policy would have to allow.
 *
 * Axe needs scripts. Where the visitor has none, it looks at the same HTML and styles in a page of its own that has.
 */
export async function checkPage(page: Page): Promise<void> {
  const html = await page.content();
  const found = await page.evaluate(() => ({
    inline: document.querySelectorAll('script:not([src]), style, [style]').length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    heading: document.querySelector('h1')?.textContent ?? '',
  }));
  const findings = await findingsOf(page, html);

  expect({ ...found, findings }).toEqual({
    inline: 0,
    overflow: 0,
    heading: expect.any(String),
    findings: [],
  });
}

async function findingsOf(page: Page, html: string): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser');
  const context = await browser.newContext({ viewport: page.viewportSize() });
  try {
    const copy = await context.newPage();
    const address = new URL('/copy-for-axe', page.url()).href;
    await copy.route('**/*.js', (route) => route.abort());
    await copy.route(address, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await copy.goto(address);
    const { violations } = await new AxeBuilder({ page: copy }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  } finally {
    await context.close();
  }
}
