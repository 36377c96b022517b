import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { useAct } from '../service/use-act.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';

const Recover = graphql(`
  mutation RecoverAccount($input: RecoverAccountInput!) {
    recoverAccount(input: $input) {
      __typename
      ... on AccountRecovered {
        recoveryKey
      }
      ... on RecoveryRefused {
        message
      }
      ... on WeakPassword {
        message
      }
      ... on ServiceBusy {
        message
        isFault
      }
    }
  }
`);

/** For whoever forgot their password and has their recovery key. */
export function RecoverPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const recover = useAct(Recover);
  const [mayHaveArrived, setMayHaveArrived] = useState(false);
  const [hasFaults, setFaulty] = useState(false);
  const [done, setDone] = useState<{ recoveryKey: string; email: string } | null>(null);
  const title = intl.formatMessage({ id: 'account.recover.heading' });

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    const email = (values['email'] ?? '').trim();
    const input = {
      email,
      recoveryKey: values['recovery-key'] ?? '',
      password: values['new-password'] ?? '',
    };
    const { data, failure } = await recover({ input });
    if (failure === 'unreachable' || failure === 'service') {
      setMayHaveArrived(true);
      return { field: null, text: intl.formatMessage({ id: 'account.recover.unsure' }) };
    }
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = data.recoverAccount;
    if (result.__typename === 'AccountRecovered') {
      setDone({ recoveryKey: result.recoveryKey, email });
      return null;
    }
    // The key is spent by an attempt that arrived: to be told that it is wrong would send them to begin anew.
    if (result.__typename === 'RecoveryRefused' && mayHaveArrived) {
      const next = intl.formatMessage({ id: 'account.recover.afterFailure' });
      return { field: null, text: `${result.message} ${next}` };
    }
    if (result.__typename === 'ServiceBusy' && result.isFault) setMayHaveArrived(true);
    const field = result.__typename === 'WeakPassword' ? 'new-password' : null;
    return { field, text: result.message };
  };

  if (done !== null) {
    return (
      <PlainPage>
        <RecoveryKey {...done} onSaved={() => navigate('/inbox', { replace: true })} />
      </PlainPage>
    );
  }
  return (
    <PlainPage>
      <PageHeading title={title} hasError={hasFaults}>
        {title}
      </PageHeading>
      <p className="lead">
        <FormattedMessage id="account.recover.lead" />
      </p>
      <ShortForm
        fields={[
          {
            id: 'email',
            kind: 'email',
            label: intl.formatMessage({ id: 'session.email.label' }),
            empty: intl.formatMessage({ id: 'session.email.empty' }),
          },
          {
            id: 'recovery-key',
            kind: 'text',
            label: intl.formatMessage({ id: 'recovery.label' }),
            hint: intl.formatMessage({ id: 'account.recover.hint' }),
            empty: intl.formatMessage({ id: 'account.recover.empty' }),
          },
          {
            id: 'new-password',
            kind: 'new-password',
            label: intl.formatMessage({ id: 'account.password.new' }),
            hint: intl.formatMessage({ id: 'account.password.hint' }),
            empty: intl.formatMessage({ id: 'welcome.password.empty' }),
          },
        ]}
        button={intl.formatMessage({ id: 'account.recover.button' })}
        onSend={send}
        onFaults={setFaulty}
      />
      <p>
        <FormattedMessage id="account.recover.phone" />
      </p>
      <p>
        <FormattedMessage id="account.recover.noKey" />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="welcome.toSignIn" />
        </Link>
      </p>
    </PlainPage>
  );
}
