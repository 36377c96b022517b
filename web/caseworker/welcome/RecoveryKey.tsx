import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { CopyButton } from './CopyButton.tsx';

/** Shows the recovery key, this once, and lets nobody on by accident. */
export function RecoveryKey({
  recoveryKey,
  email,
  onSaved,
}: {
  readonly recoveryKey: string;
  readonly email: string;
  readonly onSaved: () => void;
}) {
  const intl = useIntl();
  const [isSaved, setSaved] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>({
    faults: [],
    attempt: 0,
  });
  useLeaveWarning(always);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaved) return onSaved();
    const text = intl.formatMessage({ id: 'recovery.confirm.missing' });
    setFaults({ faults: [{ field: 'is-saved', text }], attempt: attempt + 1 });
  };

  const title = intl.formatMessage({ id: 'recovery.heading' });
  const error = faultOf(faults, 'is-saved');
  return (
    <>
      <div className="not-printed">
        <PageHeading title={title} hasError={error !== undefined}>
          {title}
        </PageHeading>
        <p className="lead">
          <FormattedMessage id="recovery.lead" />
        </p>
      </div>
      <section className="secret" aria-labelledby="recovery-label">
        <h2 id="recovery-label">
          <FormattedMessage id="recovery.label" />
        </h2>
        <p className="secret-text">{recoveryKey}</p>
        <p className="secret-account">
          <FormattedMessage id="recovery.account" values={{ email }} />
        </p>
        <p className="printed-only">
          <FormattedMessage id="recovery.print.address" values={{ address: location.origin }} />
        </p>
      </section>
      <div className="not-printed">
        <div className="buttons">
          <CopyButton text={recoveryKey} />
          <button type="button" className="secondary" onClick={() => print()}>
            <FormattedMessage id="recovery.print" />
          </button>
        </div>
        <p>
          <FormattedMessage id="recovery.advice" />
        </p>
        <form noValidate onSubmit={submit}>
          <ErrorSummary faults={faults} attempt={attempt} />
          <div className={error === undefined ? 'field' : 'field field-wrong'}>
            {error !== undefined && (
              <p className="field-error" id="is-saved-error">
                {error}
              </p>
            )}
            <label className="check">
              <input
                id="is-saved"
                type="checkbox"
                checked={isSaved}
                aria-describedby={error === undefined ? undefined : 'is-saved-error'}
                aria-invalid={error === undefined ? undefined : true}
                onChange={(event) => setSaved(event.currentTarget.checked)}
              />
              <FormattedMessage id="recovery.confirm" />
            </label>
          </div>
          <button type="submit">
            <FormattedMessage id="recovery.continue" />
          </button>
        </form>
      </div>
    </>
  );
}

const always = () => true;
