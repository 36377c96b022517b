import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { failureOf } from '../service/failure.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { MakeApiToken } from './tokens.query.ts';

/** Makes a token, and shows its secret this once. */
export function NewToken({ onMade }: { readonly onMade: () => void }) {
  const intl = useIntl();
  const [make, { loading }] = useMutation(MakeApiToken, { fetchPolicy: 'no-cache' });
  const [id, setId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [days, setDays] = useState('365');
  const [secret, setSecret] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const focusNext = useNextFocus();

  const refuse = (field: string | null, text: string) => {
    setFaults([{ field, text }]);
    setAttempt((tries) => tries + 1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    if (name.trim() === '') return refuse('token-name', intl.formatMessage({ id: 'tokens.nameMissing' }));
    if (!/^[1-9]\d{0,2}$/.test(days.trim()) || Number(days) > 730) {
      return refuse('token-days', intl.formatMessage({ id: 'tokens.daysWrong' }));
    }
    try {
      const { data } = await make({ variables: { input: { id, name, days: Number(days) } } });
      const result = data?.makeAnalyticsToken;
      switch (result?.__typename) {
        case 'AnalyticsTokenMade':
          setSecret(result.secret);
          focusNext('token-secret');
          setFaults([]);
          setName('');
          break;
        case 'InvalidAnalyticsToken':
          refuse(null, result.refusal);
          break;
        case 'ServiceBusy':
        case undefined:
          // The same id goes again: a token whose answer was lost is not made twice.
          return refuse(null, intl.formatMessage({ id: 'failure.service' }));
        default:
          assertNever(result);
      }
      setId(crypto.randomUUID());
      onMade();
    } catch (error) {
      refuse(null, intl.formatMessage({ id: `failure.${failureOf(error)}` }));
    }
  };

  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <div role="status">
        {secret !== null && (
          <div className="notice">
            <p id="token-secret" tabIndex={-1}>
              <FormattedMessage id="tokens.secret" />
            </p>
            <p>
              <code className="token-secret">{secret}</code>
            </p>
            <button
              type="button"
              className="secondary"
              onClick={() => {
                setSecret(null);
                document.getElementById('token-name')?.focus();
              }}
            >
              <FormattedMessage id="tokens.kept" />
            </button>
          </div>
        )}
      </div>
      <form className="measure" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          id="token-name"
          label={<FormattedMessage id="tokens.name" />}
          hint={<FormattedMessage id="tokens.name.hint" />}
          error={faultOf(faults, 'token-name')}
          value={name}
          onValue={setName}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          id="token-days"
          label={<FormattedMessage id="tokens.days" />}
          error={faultOf(faults, 'token-days')}
          value={days}
          onValue={setDays}
          inputMode="numeric"
          autoComplete="off"
        />
        <button type="submit" aria-disabled={loading}>
          <FormattedMessage id="tokens.make" />
        </button>
      </form>
    </>
  );
}
