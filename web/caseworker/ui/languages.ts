/** What a language is called, in the language of the page; its tag where nobody knows. */
export function languageName(pageLocale: string, locale: string): string {
  try {
    return new Intl.DisplayNames([pageLocale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
