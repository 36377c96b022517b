import type { Page } from 'playwright-core';
import { catalogOf } from '../../shared/messages/reporter/catalog.ts';
import type { PortalLocale } from '../locale.ts';

const IDS = new Set<string>(Object.keys(catalogOf('en')));

/** What a page says of its language, and what on it is in none or in English where that is another. */
export interface PageLanguage {
  readonly lang: string;
  readonly dir: string;
  readonly amiss: readonly string[];
}

/** How the pages of a language are. */
export function languageOf({ formats, direction }: PortalLocale): PageLanguage {
  return { lang: formats, dir: direction, amiss: [] };
}

/** Looks for names of texts in place of texts, for places that were not filled in, and for English on pages without it. */
export async function readLanguage(page: Page, { tag }: PortalLocale): Promise<PageLanguage> {
  const { lang, dir, words } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    // What stands in a language of its own may be English.
    words: [...document.querySelectorAll('title, body *')]
      .filter((element) => !element.closest('[lang]:not(html)'))
      .flatMap((element) => [
        ...[...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent?.trim() ?? ''),
        element.getAttribute('aria-label') ?? '',
      ])
      .filter(Boolean),
  }));
  const own = new Set<string>(Object.values(catalogOf(tag)));
  const english = new Set<string>(Object.values(catalogOf('en')));
  const isAmiss = (text: string) =>
    IDS.has(text) || /\{\w+[,}]/.test(text) || (english.has(text) && !own.has(text));
  return { lang, dir, amiss: words.filter(isAmiss) };
}
