import { useMutation } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { faultOf } from '../ui/ErrorSummary.tsx';
import { languageName } from '../ui/languages.ts';
import { LocalTextField } from './LocalTextField.tsx';
import { ChangeOpenness, type OpennessQuery } from './openness.query.ts';
import { SettingForm } from './SettingForm.tsx';
import { useSaving } from './use-saving.ts';
import { useSettingForm } from './use-setting-form.ts';

type Openness = ResultOf<typeof OpennessQuery>['openness'];

interface Draft {
  readonly isOpen: boolean;
  /** By locale. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The switch, and a reason in every language that the portal offers. */
export function OpennessForm({
  loaded,
  locales,
  onLoadAgain,
}: {
  readonly loaded: Openness;
  readonly locales: readonly string[];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const saving = useSaving();
  const [ask] = useMutation(ChangeOpenness, { fetchPolicy: 'no-cache' });
  const form = useSettingForm<Openness, Draft>(loaded, draftOf, ({ isOpen, reasons }, version) =>
    saving(async () => {
      const texts = Object.entries(reasons).map(([locale, text]) => ({ locale, text }));
      const { data } = await ask({ variables: { input: { version, isOpen, reasons: texts } } });
      const result = data?.changeOpenness;
      return result?.__typename === 'OpennessChanged' ? { stored: result.openness } : result;
    }),
  );
  const { draft, change, faults } = form;

  return (
    <SettingForm
      form={form}
      onLoadAgain={onLoadAgain}
      said={({ isOpen }) => (
        <FormattedMessage id={`organisation.openness.said.${isOpen ? 'open' : 'closed'}`} />
      )}
    >
      <fieldset className="field">
        <legend>
          <FormattedMessage id="organisation.openness.legend" />
        </legend>
        {[true, false].map((way) => (
          <label className="check" key={String(way)}>
            <input
              type="radio"
              name="openness"
              checked={draft.isOpen === way}
              onChange={() => change({ ...draft, isOpen: way })}
            />
            <FormattedMessage id={way ? 'organisation.openness.open' : 'organisation.openness.closed'} />
          </label>
        ))}
      </fieldset>
      {locales.map((locale) => (
        <LocalTextField
          key={locale}
          id={`reasons-${locale}`}
          locale={locale}
          label={intl.formatMessage(
            { id: 'organisation.openness.reason' },
            { language: languageName(intl.locale, locale) },
          )}
          hint={intl.formatMessage({ id: 'organisation.openness.reason.hint' })}
          error={faultOf(faults, `reasons-${locale}`)}
          text={draft.reasons[locale] ?? ''}
          onText={(text) => change({ ...draft, reasons: { ...draft.reasons, [locale]: text } })}
        />
      ))}
    </SettingForm>
  );
}

function draftOf({ isOpen, reasons }: Openness): Draft {
  return { isOpen, reasons: Object.fromEntries(reasons.map(({ locale, text }) => [locale, text])) };
}
