import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { languageName } from '../templates/languages.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { describedBy, Field } from '../ui/TextField.tsx';
import type { OpennessQuery } from './openness.query.ts';
import { useChangeOpenness } from './use-change-openness.ts';

/** The switch, and a reason in every language that the portal offers. */
export function OpennessForm({
  loaded,
  locales,
  onLoadAgain,
}: {
  readonly loaded: ResultOf<typeof OpennessQuery>['openness'];
  readonly locales: readonly string[];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const change = useChangeOpenness();
  const [version, setVersion] = useState(loaded.version);
  const [isOpen, setOpen] = useState(loaded.isOpen);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(loaded.reasons.map(({ locale, text }) => [locale, text])),
  );
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState<'open' | 'closed' | null>(null);
  const [{ faults, attempt, isOutdated }, setRefusal] = useState<{
    faults: readonly Fault[];
    attempt: number;
    isOutdated: boolean;
  }>({ faults: [], attempt: 0, isOutdated: false });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setSaid(null);
    const texts = Object.entries(reasons).map(([locale, text]) => ({ locale, text }));
    const outcome = await change({ version, isOpen, reasons: texts });
    setSending(false);
    if ('faults' in outcome) return setRefusal({ ...outcome, attempt: attempt + 1 });
    setRefusal({ faults: [], attempt, isOutdated: false });
    setVersion(outcome.version);
    setSaid(outcome.isOpen ? 'open' : 'closed');
  };

  return (
    <form noValidate onSubmit={submit} aria-busy={isSending} className="organisation-form">
      <ErrorSummary faults={faults} attempt={attempt} />
      {isOutdated && (
        <p>
          <button type="button" className="secondary" onClick={onLoadAgain}>
            <FormattedMessage id="organisation.loadAgain" />
          </button>
        </p>
      )}
      <fieldset className="field">
        <legend>
          <FormattedMessage id="organisation.openness.legend" />
        </legend>
        {[true, false].map((way) => (
          <label className="check" key={String(way)}>
            <input type="radio" name="openness" checked={isOpen === way} onChange={() => setOpen(way)} />
            <FormattedMessage id={way ? 'organisation.openness.open' : 'organisation.openness.closed'} />
          </label>
        ))}
      </fieldset>
      {locales.map((locale) => {
        const field = {
          id: `reasons-${locale}`,
          label: intl.formatMessage(
            { id: 'organisation.openness.reason' },
            { language: languageName(intl.locale, locale) },
          ),
          hint: intl.formatMessage({ id: 'organisation.openness.reason.hint' }),
          error: faultOf(faults, `reasons-${locale}`),
        };
        return (
          <Field key={locale} {...field}>
            <textarea
              {...describedBy(field)}
              id={field.id}
              lang={locale}
              dir="auto"
              rows={3}
              value={reasons[locale] ?? ''}
              onChange={({ currentTarget: { value } }) => setReasons({ ...reasons, [locale]: value })}
            />
          </Field>
        );
      })}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'organisation.saving' : 'organisation.save'} />
        </button>
        <p role="status" className="said">
          {said && <FormattedMessage id={`organisation.openness.said.${said}`} />}
        </p>
      </div>
    </form>
  );
}
