import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from './languages.ts';

/** Picks the language of the words on the page. */
export function LanguagePick({
  locales,
  language,
  onPick,
}: {
  readonly locales: readonly string[];
  readonly language: string;
  readonly onPick: (language: string) => void;
}) {
  const intl = useIntl();
  if (locales.length < 2) return null;
  return (
    <fieldset className="language-pick">
      <legend>
        <FormattedMessage id="language.pick" />
      </legend>
      {locales.map((locale) => (
        <label className="pick" key={locale}>
          <input
            type="radio"
            name="question-language"
            checked={locale === language}
            onChange={() => onPick(locale)}
          />
          <span>{languageName(intl.locale, locale)}</span>
        </label>
      ))}
    </fieldset>
  );
}
