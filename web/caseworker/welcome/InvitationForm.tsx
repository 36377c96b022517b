import { type FormEvent, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import type { SignedInCaseworker } from '../session/session.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useAcceptInvitation } from './use-accept-invitation.ts';

/** Asks for what an account needs: a name, the address to sign in with, a password. */
export function InvitationForm({
  token,
  onWelcome,
  onRefused,
}: {
  readonly token: string;
  readonly onWelcome: (welcome: { recoveryKey: string; caseworker: SignedInCaseworker }) => void;
  readonly onRefused: (refusal: { message: string; mayHaveArrived: boolean }) => void;
}) {
  const intl = useIntl();
  const accept = useAcceptInvitation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isSending, setSending] = useState(false);
  const [mayHaveArrived, setMayHaveArrived] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>({
    faults: [],
    attempt: 0,
  });

  const refuse = (wrong: readonly Fault[]) => setFaults({ faults: wrong, attempt: attempt + 1 });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const missing = whatIsMissing(intl, { name, email, password });
    if (missing.length > 0) return refuse(missing);
    setSending(true);
    const outcome = await accept({ token, name: name.trim(), email: email.trim(), password });
    setSending(false);
    switch (outcome.kind) {
      case 'welcome':
        return onWelcome(outcome);
      case 'refused':
        return onRefused({ message: outcome.message, mayHaveArrived });
      case 'weak-password':
        return refuse([{ field: 'new-password', text: outcome.message }]);
      case 'failed': {
        const isUnknown = outcome.failure === 'unreachable' || outcome.failure === 'service';
        if (isUnknown) setMayHaveArrived(true);
        const id = isUnknown ? 'welcome.unsure' : (`failure.${outcome.failure}` as const);
        return refuse([{ field: null, text: intl.formatMessage({ id }) }]);
      }
      default:
        return assertNever(outcome);
    }
  };

  const title = intl.formatMessage({ id: 'welcome.heading' });
  return (
    <>
      <PageHeading title={title} hasError={faults.length > 0}>
        {title}
      </PageHeading>
      <p className="lead">
        <FormattedMessage id="welcome.lead" />
      </p>
      <form noValidate onSubmit={submit} aria-busy={isSending}>
        <ErrorSummary faults={faults} attempt={attempt} />
        <TextField
          id="name"
          label={intl.formatMessage({ id: 'welcome.name.label' })}
          hint={intl.formatMessage({ id: 'welcome.name.hint' })}
          error={faultOf(faults, 'name')}
          autoComplete="name"
          value={name}
          onValue={setName}
        />
        <TextField
          id="email"
          label={intl.formatMessage({ id: 'session.email.label' })}
          hint={intl.formatMessage({ id: 'welcome.email.hint' })}
          error={faultOf(faults, 'email')}
          type="email"
          autoComplete="username"
          spellCheck={false}
          value={email}
          onValue={setEmail}
        />
        <PasswordField
          id="new-password"
          label={intl.formatMessage({ id: 'session.password.label' })}
          hint={intl.formatMessage({ id: 'welcome.password.hint' })}
          error={faultOf(faults, 'new-password')}
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <div className="buttons">
          <button type="submit" aria-disabled={isSending}>
            <FormattedMessage id={isSending ? 'welcome.sending' : 'welcome.button'} />
          </button>
        </div>
      </form>
    </>
  );
}

function whatIsMissing(
  intl: IntlShape,
  fields: { readonly name: string; readonly email: string; readonly password: string },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (fields.name.trim() === '') {
    faults.push({ field: 'name', text: intl.formatMessage({ id: 'welcome.name.empty' }) });
  }
  if (!/^\S+@\S+$/.test(fields.email.trim())) {
    faults.push({ field: 'email', text: intl.formatMessage({ id: 'welcome.email.wrong' }) });
  }
  if (fields.password === '') {
    faults.push({ field: 'new-password', text: intl.formatMessage({ id: 'welcome.password.empty' }) });
  }
  return faults;
}
