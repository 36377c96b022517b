import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LostCases } from './LostCases.tsx';
import { RetentionPreview } from './RetentionPreview.tsx';
import type { RetentionQuery } from './retention.query.ts';
import { useChangeRetention } from './use-change-retention.ts';

const FIELD = 'retention-days';

/** Whether closed cases are deleted, and after how long; what would go can be looked at before anything is saved. */
export function RetentionForm({
  loaded,
  onLoadAgain,
}: {
  readonly loaded: ResultOf<typeof RetentionQuery>['retention'];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const change = useChangeRetention(FIELD);
  const { shortest, longest, noticeDays } = loaded;
  const [version, setVersion] = useState(loaded.version);
  const [isDeleting, setDeleting] = useState(loaded.days !== null);
  const [typed, setTyped] = useState(loaded.days === null ? '' : String(loaded.days));
  const [tried, setTried] = useState<number | null>(null);
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState<{ readonly days: number | null } | null>(null);
  const [{ faults, attempt, isOutdated }, setRefusal] = useState<{
    faults: readonly Fault[];
    attempt: number;
    isOutdated: boolean;
  }>({ faults: [], attempt: 0, isOutdated: false });

  /** The number in the field; null, and said so, where there is none that can be set. */
  const readDays = (): number | null => {
    const days = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
    if (days >= shortest && days <= longest) return days;
    const text = intl.formatMessage({ id: 'retention.days.empty' }, { shortest, longest });
    setRefusal({ faults: [{ field: FIELD, text }], attempt: attempt + 1, isOutdated: false });
    return null;
  };

  const tryOut = () => {
    const days = readDays();
    if (days === null) return;
    setRefusal({ faults: [], attempt, isOutdated: false });
    setTried(days);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSaid(null);
    const days = isDeleting ? readDays() : null;
    if (isDeleting && days === null) return;
    setSending(true);
    const outcome = await change({ version, days });
    setSending(false);
    if ('faults' in outcome) return setRefusal({ ...outcome, attempt: attempt + 1 });
    setRefusal({ faults: [], attempt, isOutdated: false });
    setVersion(outcome.version);
    setSaid({ days: outcome.days });
  };

  return (
    <form noValidate onSubmit={submit} aria-busy={isSending} className="retention-form">
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
          <FormattedMessage id="retention.legend" />
        </legend>
        {[false, true].map((way) => (
          <label className="check" key={String(way)}>
            <input
              type="radio"
              name="retention"
              checked={isDeleting === way}
              onChange={() => setDeleting(way)}
            />
            <FormattedMessage id={way ? 'retention.delete' : 'retention.keep'} />
          </label>
        ))}
      </fieldset>
      {isDeleting && (
        <TextField
          id={FIELD}
          label={<FormattedMessage id="retention.days" />}
          hint={
            <FormattedMessage
              id="retention.days.hint"
              values={{ shortest, longest, reopen: shortest - 1, notice: noticeDays }}
            />
          }
          error={faultOf(faults, FIELD)}
          value={typed}
          onValue={setTyped}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'organisation.saving' : 'organisation.save'} />
        </button>
        {isDeleting && (
          <button type="button" className="secondary" onClick={tryOut}>
            <FormattedMessage id="retention.try" />
          </button>
        )}
        <p role="status" className="said">
          {said?.days === null && <FormattedMessage id="retention.said.keep" />}
          {said != null && said.days !== null && (
            <FormattedMessage id="retention.said.days" values={{ days: said.days }} />
          )}
        </p>
      </div>
      {isDeleting && tried !== null && <RetentionPreview days={tried} />}
      <LostCases count={loaded.lostCases} days={said === null ? loaded.days : said.days} />
    </form>
  );
}
