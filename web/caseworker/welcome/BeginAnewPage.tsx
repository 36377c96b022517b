import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { graphql, readFragment } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { useAct } from '../service/use-act.ts';
import { Session_caseworker } from '../session/me.query.ts';
import type { SignedInCaseworker } from '../session/session.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { invitationTokenIn } from './invitation-token.ts';
import { RecoveryKey } from './RecoveryKey.tsx';

const AcceptReset = graphql(
  `
    mutation AcceptReset($input: AcceptResetInput!) {
      acceptReset(input: $input) {
        __typename
        ... on Welcome {
          recoveryKey
          caseworker {
            ...Session_caseworker
          }
        }
        ... on InvitationRefused {
          message
        }
        ... on ResetOutdated {
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
  `,
  [Session_caseworker],
);

/** Where a link of an administrator leads whoever lost password and recovery key, or was switched off. */
export function BeginAnewPage() {
  const intl = useIntl();
  const { client, sessionTabs } = useDashboard();
  const navigate = useNavigate();
  const accept = useAct(AcceptReset);
  const [token] = useState(() => invitationTokenIn(location.hash));
  const [hasFaults, setFaulty] = useState(false);
  const [mayHaveArrived, setMayHaveArrived] = useState(false);
  const [done, setDone] = useState<{ recoveryKey: string; caseworker: SignedInCaseworker } | null>(null);
  const title = intl.formatMessage({ id: 'account.anew.heading' });

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    const { data, failure } = await accept({
      input: { token: token ?? '', password: values['new-password'] ?? '' },
    });
    if (failure === 'unreachable' || failure === 'service') {
      setMayHaveArrived(true);
      return { field: null, text: intl.formatMessage({ id: 'account.recover.unsure' }) };
    }
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = data.acceptReset;
    // The link is spent by an attempt that arrived: a new one would close the cases once more.
    if (result.__typename === 'InvitationRefused' && mayHaveArrived) {
      const next = intl.formatMessage({ id: 'account.recover.afterFailure' });
      return { field: null, text: `${result.message} ${next}` };
    }
    if (result.__typename === 'ServiceBusy' && result.isFault) setMayHaveArrived(true);
    if (result.__typename !== 'Welcome') {
      return { field: result.__typename === 'WeakPassword' ? 'new-password' : null, text: result.message };
    }
    history.replaceState(history.state, '', '/begin-anew');
    const caseworker = readFragment(Session_caseworker, result.caseworker);
    sessionTabs.tell(caseworker.id);
    await client.clearStore();
    setDone({ recoveryKey: result.recoveryKey, caseworker });
    return null;
  };

  if (done !== null) {
    return (
      <PlainPage>
        <RecoveryKey
          recoveryKey={done.recoveryKey}
          email={done.caseworker.email}
          onSaved={() => navigate('/inbox', { replace: true })}
        />
      </PlainPage>
    );
  }
  return (
    <PlainPage>
      <PageHeading title={title} hasError={hasFaults}>
        {title}
      </PageHeading>
      <p className="lead">
        <FormattedMessage id={token === null ? 'welcome.noToken.body' : 'account.anew.lead'} />
      </p>
      {token !== null && (
        <ShortForm
          fields={[
            {
              id: 'new-password',
              kind: 'new-password',
              label: intl.formatMessage({ id: 'account.password.new' }),
              hint: intl.formatMessage({ id: 'welcome.password.hint' }),
              empty: intl.formatMessage({ id: 'welcome.password.empty' }),
            },
          ]}
          button={intl.formatMessage({ id: 'account.recover.button' })}
          onSend={send}
          onFaults={setFaulty}
        />
      )}
    </PlainPage>
  );
}
