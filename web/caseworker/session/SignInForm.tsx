import { type FormEvent, useEffect, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SignedInCaseworker } from './session.ts';
import { type SignInOutcome, useSignIn } from './use-sign-in.ts';

/** What the page around the form says in its heading and title. */
export interface SignInFormState {
  readonly isAskingForCode: boolean;
  readonly hasFaults: boolean;
}

/**
 * Email and password, then the one-time code where the service asks for it.
 *
 * @param fixedEmail the person who signs in again; null where anybody may.
 */
export function SignInForm({
  fixedEmail,
  onState,
  onSignedIn,
}: {
  readonly fixedEmail: string | null;
  readonly onState?: (state: SignInFormState) => void;
  readonly onSignedIn: (caseworker: SignedInCaseworker) => void;
}) {
  const intl = useIntl();
  const signIn = useSignIn();
  const [email, setEmail] = useState(fixedEmail ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isAskingForCode, setAskingForCode] = useState(false);
  const [isSending, setSending] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>(
    nothingWrong,
  );

  useEffect(
    () => onState?.({ isAskingForCode, hasFaults: faults.length > 0 }),
    [onState, isAskingForCode, faults],
  );

  const refuse = (wrong: readonly Fault[]) => setFaults({ faults: wrong, attempt: attempt + 1 });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const missing = whatIsMissing(intl, isAskingForCode ? { code } : { email, password });
    if (missing.length > 0) return refuse(missing);
    setSending(true);
    const oneTimeCode = isAskingForCode ? code.replaceAll(/\s/g, '') : null;
    const outcome = await signIn({ email: email.trim(), password, oneTimeCode });
    setSending(false);
    if (outcome.kind === 'signed-in') {
      const usedRecoveryCode = oneTimeCode !== null && !PHONE_CODE.test(oneTimeCode);
      return onSignedIn({ ...outcome.caseworker, usedRecoveryCode });
    }
    if (outcome.kind === 'code-needed' && !isAskingForCode) {
      setFaults(nothingWrong);
      return setAskingForCode(true);
    }
    refuse([faultFor(intl, outcome)]);
  };

  return (
    <form noValidate onSubmit={submit} aria-busy={isSending}>
      <ErrorSummary faults={faults} attempt={attempt} />
      {isAskingForCode ? (
        <TextField
          id="one-time-code"
          label={intl.formatMessage({ id: 'session.code.label' })}
          hint={intl.formatMessage({ id: 'session.code.hint' })}
          error={faultOf(faults, 'one-time-code')}
          className="code"
          autoComplete="one-time-code"
          spellCheck={false}
          value={code}
          onValue={setCode}
        />
      ) : (
        <>
          {fixedEmail === null ? (
            <TextField
              id="email"
              label={intl.formatMessage({ id: 'session.email.label' })}
              error={faultOf(faults, 'email')}
              type="email"
              autoComplete="username"
              spellCheck={false}
              value={email}
              onValue={setEmail}
            />
          ) : (
            // A password manager needs the name beside the password to offer the right one.
            <input type="email" autoComplete="username" value={fixedEmail} readOnly hidden />
          )}
          <PasswordField
            id="password"
            label={intl.formatMessage({ id: 'session.password.label' })}
            error={faultOf(faults, 'password')}
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
          />
        </>
      )}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'session.signIn.sending' : 'session.signIn.button'} />
        </button>
        {isAskingForCode && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setAskingForCode(false);
              setCode('');
              setFaults(nothingWrong);
            }}
          >
            <FormattedMessage id="session.code.back" />
          </button>
        )}
      </div>
    </form>
  );
}

/** What an authenticator shows; anything else that is taken is a recovery code. */
const PHONE_CODE = /^\d{6}$/;

const nothingWrong = { faults: [], attempt: 0 } as const;

function whatIsMissing(
  intl: IntlShape,
  fields: { readonly email?: string; readonly password?: string; readonly code?: string },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (fields.email?.trim() === '') {
    faults.push({ field: 'email', text: intl.formatMessage({ id: 'session.email.empty' }) });
  }
  if (fields.password === '') {
    faults.push({ field: 'password', text: intl.formatMessage({ id: 'session.password.empty' }) });
  }
  if (fields.code?.trim() === '') {
    faults.push({ field: 'one-time-code', text: intl.formatMessage({ id: 'session.code.empty' }) });
  }
  return faults;
}

function faultFor(intl: IntlShape, outcome: Exclude<SignInOutcome, { kind: 'signed-in' }>): Fault {
  switch (outcome.kind) {
    case 'refused':
      return { field: null, text: outcome.message };
    case 'code-needed':
      return { field: 'one-time-code', text: outcome.message };
    case 'busy':
      return { field: null, text: intl.formatMessage({ id: 'session.busy' }, { seconds: outcome.seconds }) };
    case 'failed':
      return { field: null, text: intl.formatMessage({ id: `failure.${outcome.failure}` }) };
    default:
      return assertNever(outcome);
  }
}
