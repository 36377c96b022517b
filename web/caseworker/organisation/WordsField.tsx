import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from '../ui/languages.ts';
import { LocalTextField } from './LocalTextField.tsx';
import { type Part, placeOf, type WordingDraft } from './wording-draft.ts';

/** Parts that are a line or two, and those that are paragraphs. */
const ROWS: Partial<Record<Part, number>> = {
  PORTAL_TITLE: 1,
  EMERGENCY_ADVICE: 2,
  RESPONSE_TARGET: 2,
  PRIVACY: 5,
};

/** One part of the portal's words, in the languages of the portal beside each other. */
export function WordsField({
  part,
  draft,
  errorOf,
  onText,
}: {
  readonly part: Part;
  readonly draft: WordingDraft;
  readonly errorOf: (locale: string) => string | undefined;
  readonly onText: (locale: string, text: string) => void;
}) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `organisation.wording.part.${part}` });
  const aboutId = `about-${part}`;
  return (
    <fieldset className="words-field" aria-describedby={aboutId}>
      <legend>{name}</legend>
      <p className="hint" id={aboutId}>
        <FormattedMessage id={`organisation.wording.about.${part}`} values={{ name: draft.name }} />
      </p>
      <div className="words-languages">
        {draft.locales.map((locale) => (
          <LocalTextField
            key={locale}
            id={placeOf(locale, part)}
            locale={locale}
            rows={ROWS[part] ?? 3}
            label={
              <>
                <span className="visually-hidden">{name}, </span>
                {languageName(intl.locale, locale)}
              </>
            }
            error={errorOf(locale)}
            text={draft.words[placeOf(locale, part)] ?? ''}
            onText={(text) => onText(locale, text)}
          />
        ))}
      </div>
    </fieldset>
  );
}
