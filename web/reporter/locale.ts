/** One language of the portal's own texts. */
export interface PortalLocale {
  /** BCP 47, as the catalogs are named and as `questionnaire(locale:)` is asked. */
  readonly tag: string;
  /** first part of the path; empty for the language without one */
  readonly prefix: string;
  /** what the page says it is in, and dates and numbers are written in; BCP 47 */
  readonly formats: string;
  readonly direction: 'ltr' | 'rtl';
  /** its name in itself */
  readonly name: string;
}

/** The language of paths without a prefix. */
export const DEFAULT_LOCALE: PortalLocale = {
  tag: 'en',
  prefix: '',
  formats: 'en-GB',
  direction: 'ltr',
  name: 'English',
};

/** Every language that has a catalog. */
export const PORTAL_LOCALES: readonly PortalLocale[] = [
  DEFAULT_LOCALE,
  { tag: 'cy', prefix: 'cy', formats: 'cy', direction: 'ltr', name: 'Cymraeg' },
  { tag: 'ar', prefix: 'ar', formats: 'ar', direction: 'rtl', name: 'العربية' },
];

/**
 * The language that the first part of a path names.
 *
 * @param prefix `undefined` where the path has none.
 * @returns `undefined` where the part names no language, so that the address is unknown.
 */
export function localeOfPath(prefix: string | undefined): PortalLocale | undefined {
  return PORTAL_LOCALES.find((locale) => locale.prefix === (prefix ?? ''));
}

/** The address of a page in a language. `path` starts with `/`. */
export function pathIn(locale: PortalLocale, path: string): string {
  if (locale.prefix === '') return path;
  return path === '/' ? `/${locale.prefix}` : `/${locale.prefix}${path}`;
}

/** What {@link pathIn} made of it, undone: `/cy/support` becomes `/support`. */
export function pathWithout(locale: PortalLocale, address: string): string {
  if (locale.prefix === '') return address;
  return address.slice(locale.prefix.length + 1) || '/';
}

/** The language of a request's path. An unknown one is the default here: `language.tsx` answers it with 404. */
export function localeOfRequest({ lang }: { readonly lang?: string }): PortalLocale {
  return localeOfPath(lang) ?? DEFAULT_LOCALE;
}

/** The language that an address begins with, also where no page stands at it. */
export function localeOfAddress(pathname: string): PortalLocale {
  return localeOfPath(pathname.split('/')[1]) ?? DEFAULT_LOCALE;
}

/** Which way a language is written; `auto`, by its first letter, where the portal does not know it. `tag`: BCP 47. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  return PORTAL_LOCALES.find((locale) => locale.tag === tag)?.direction ?? 'auto';
}
