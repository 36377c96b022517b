import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture } from './pictures.ts';

/** The least height of what is pressed, in CSS pixels. */
const TARGET = 44;

/** How many pages this process has checked, so that no picture takes the place of another. */
let checked = 0;

/** A page with scripts for axe to look at copies in, one for each browser. */
const mirrors = new WeakMap<Browser, Promise<Page>>();

/**
 * Says of the page that is open: axe finds nothing in the light and in the dark look, nothing is wider than the window,
 * everything that is pressed is high enough, and nothing is inline that the policy would have to allow.
 *
 * Axe needs scripts. Where the visitor has none, it looks at the same HTML and styles in a page of its own that has.
 */
export async function checkPage(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  const html = await page.content();
  const found = await page.evaluate(() => ({
    inline: document.querySelectorAll('script:not([src]), style, [style]').length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
  }));
  checked += 1;
  await keepPicture(page, `${process.pid}-${checked}${new URL(page.url()).pathname.replaceAll('/', '-')}`);
  const small = await smallTargets(page);
  const findings = await findingsOf(page, html);

  expect({ ...found, small, findings }).toEqual({
    inline: 0,
    overflow: 0,
    headings: 1,
    small: [],
    findings: [],
  });
}

/** What can be pressed and is too small. Links inside a sentence are as high as their line, which WCAG leaves out too. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const pressed = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .choice label',
    );
    return [...pressed]
      .filter((element) => {
        const { height, width } = element.getBoundingClientRect();
        const isShown = width > 1 && height > 1 && !element.matches('.default-button');
        const isInSentence =
          getComputedStyle(element).display.startsWith('inline') &&
          [...(element.parentElement?.childNodes ?? [])].some(
            (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
          );
        return isShown && !isInSentence && (height < least - 0.5 || width < least - 0.5);
      })
      .map((element) => {
        const { height, width } = element.getBoundingClientRect();
        return `${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 120)}`;
      });
  }, TARGET);
}

async function findingsOf(page: Page, html: string): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser');
  const mirror = await mirrorIn(browser);
  const viewport = page.viewportSize();
  if (viewport) await mirror.setViewportSize(viewport);
  const address = new URL('/copy-for-axe', page.url()).href;
  await mirror.route('**/*.js', (route) => route.abort());
  await mirror.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await mirror.emulateMedia({ colorScheme: 'light' });
  await mirror.goto(address);
  const light = await new AxeBuilder({ page: mirror }).setLegacyMode().analyze();
  await mirror.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page: mirror })
    .withRules(['color-contrast', 'link-in-text-block'])
    .setLegacyMode()
    .analyze();
  await mirror.unrouteAll();
  return [...light.violations, ...dark.violations].map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );
}

function mirrorIn(browser: Browser): Promise<Page> {
  const mirror = mirrors.get(browser) ?? browser.newContext().then((context) => context.newPage());
  mirrors.set(browser, mirror);
  return mirror;
}
