import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from '../ui/languages.ts';
import { describedBy, Field } from '../ui/TextField.tsx';
import { switched } from './wording-draft.ts';

/** Which languages the portal offers, and which of them stands in for the others. */
export function LanguagesField({
  languages,
  chosen,
  error,
  onChosen,
}: {
  /** All that the portal has, BCP 47. */
  readonly languages: readonly string[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChosen: (locales: readonly string[]) => void;
}) {
  const intl = useIntl();
  const hint = intl.formatMessage({ id: 'organisation.wording.languages.hint' });
  const first = {
    id: 'first-language',
    label: intl.formatMessage({ id: 'organisation.wording.first' }),
    hint: intl.formatMessage({ id: 'organisation.wording.first.hint' }),
  };
  return (
    <>
      <fieldset
        id="locales"
        tabIndex={-1}
        className={error === undefined ? 'field' : 'field field-wrong'}
        aria-describedby={describedBy({ id: 'locales', hint, error })['aria-describedby']}
      >
        <legend>
          <FormattedMessage id="organisation.wording.languages" />
        </legend>
        <p className="hint" id="locales-hint">
          {hint}
        </p>
        {error !== undefined && (
          <p className="field-error" id="locales-error">
            {error}
          </p>
        )}
        {languages.map((locale) => (
          <label className="check" key={locale}>
            <input
              type="checkbox"
              checked={chosen.includes(locale)}
              onChange={(event) => onChosen(switched(chosen, locale, event.currentTarget.checked))}
            />
            {languageName(intl.locale, locale)}
          </label>
        ))}
      </fieldset>
      {chosen.length > 1 && (
        <Field {...first}>
          <select
            {...describedBy(first)}
            id={first.id}
            value={chosen[0]}
            onChange={({ currentTarget: { value } }) =>
              onChosen([value, ...chosen.filter((locale) => locale !== value)])
            }
          >
            {languages
              .filter((locale) => chosen.includes(locale))
              .map((locale) => (
                <option key={locale} value={locale}>
                  {languageName(intl.locale, locale)}
                </option>
              ))}
          </select>
        </Field>
      )}
    </>
  );
}
