import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localeOfAddress, PORTAL_LOCALES, type PortalLocale } from '../locale.ts';
import { htmlIn } from './in-language.ts';
import { lastRequestOf } from './last-request.ts';
import { measure, SOUND } from './layout.ts';
import { Mirror } from './mirror.ts';
import { languageOf, readLanguage } from './page-language.ts';
import { keepPicture } from './pictures.ts';

/** How many pages this process has checked, so that no picture takes the place of another. */
let checked = 0;

/**
 * Says of the page that is open: axe finds nothing in the light and in the dark look, nothing is wider than the window,
 * everything that is pressed is high enough, and nothing is inline that the policy would have to allow.
 *
 * Where the visitor has no scripts, it says so of the same page in every language, and of each as scripts make it. Where
 * they have, of the page as it stands.
 */
export async function checkPage(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  checked += 1;
  await keepPicture(page, `${process.pid}-${checked}${new URL(page.url()).pathname.replaceAll('/', '-')}`);
  expect(await measure(page)).toEqual(SOUND);
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser');
  const mirror = await Mirror.in(browser);
  const request = lastRequestOf(page);
  const { origin, pathname } = new URL(page.url());
  const own = localeOfAddress(pathname);
  for (const locale of request ? await languagesOn(page) : [own]) {
    const html = request && locale !== own ? await htmlIn(locale, request) : await page.content();
    await mirror.show(origin, html, page.viewportSize());
    await checkCopy(mirror, locale, request ? 'scripts off' : 'as it stands');
    if (!request) continue;
    await mirror.enhance();
    await checkCopy(mirror, locale, 'scripts on');
  }
}

async function checkCopy(mirror: Mirror, locale: PortalLocale, way: string): Promise<void> {
  const found = {
    ...(await measure(mirror.page)),
    ...(await readLanguage(mirror.page, locale)),
    findings: await mirror.findings(),
  };

  const at = `${locale.tag}, ${way}`;
  expect({ at, ...found }).toEqual({ at, ...SOUND, ...languageOf(locale), findings: [] });
}

/** The languages that the page offers; all where it offers none because it shows something once. */
async function languagesOn(page: Page): Promise<readonly PortalLocale[]> {
  const offered = await page
    .locator('.languages [lang]')
    .evaluateAll((choices) => choices.map((choice) => choice.getAttribute('lang')));
  return PORTAL_LOCALES.filter(({ formats }) => offered.length === 0 || offered.includes(formats));
}
