import './welcome.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import { assertNever } from '../../shared/assert-never.ts';
import { useDashboard } from '../app/dashboard.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import type { SignedInCaseworker } from '../session/session.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { InvitationForm } from './InvitationForm.tsx';
import { invitationTokenIn } from './invitation-token.ts';
import { RecoveryKey } from './RecoveryKey.tsx';

type Step =
  | { readonly kind: 'form'; readonly token: string }
  | { readonly kind: 'no-token' }
  | { readonly kind: 'refused'; readonly message: string; readonly mayHaveArrived: boolean }
  | { readonly kind: 'recovery-key'; readonly recoveryKey: string; readonly caseworker: SignedInCaseworker };

/** Where an invitation leads: an account, then the recovery key, then the inbox. */
export function WelcomePage() {
  const { client, sessionTabs } = useDashboard();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>(() => {
    const token = invitationTokenIn(location.hash);
    return token === null ? { kind: 'no-token' } : { kind: 'form', token };
  });

  switch (step.kind) {
    case 'form':
      return (
        <PlainPage>
          <InvitationForm
            token={step.token}
            onWelcome={async ({ recoveryKey, caseworker }) => {
              // The link is spent: it need not stay in the address or the history. Whatever a former session left goes too.
              history.replaceState(history.state, '', '/welcome');
              sessionTabs.tell(caseworker.id);
              await client.clearStore();
              setStep({ kind: 'recovery-key', recoveryKey, caseworker });
            }}
            onRefused={({ message, mayHaveArrived }) => setStep({ kind: 'refused', message, mayHaveArrived })}
          />
        </PlainPage>
      );
    case 'no-token':
      return (
        <NoWayIn>
          <FormattedMessage id="welcome.noToken.body" />
        </NoWayIn>
      );
    case 'refused':
      return (
        <NoWayIn>
          {step.message}{' '}
          <FormattedMessage
            id={step.mayHaveArrived ? 'welcome.refused.afterFailure' : 'welcome.refused.next'}
          />
        </NoWayIn>
      );
    case 'recovery-key':
      return (
        <PlainPage>
          <RecoveryKey
            recoveryKey={step.recoveryKey}
            email={step.caseworker.email}
            // Whose session it is by then is asked there: somebody may have signed in again in another tab.
            onSaved={() => navigate('/inbox', { replace: true })}
          />
        </PlainPage>
      );
    default:
      return assertNever(step);
  }
}

function NoWayIn({ children }: { readonly children: React.ReactNode }) {
  const title = useIntl().formatMessage({ id: 'welcome.refused.heading' });
  return (
    <PlainPage>
      <PageHeading title={title} hasError>
        {title}
      </PageHeading>
      <p>{children}</p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="welcome.toSignIn" />
        </Link>
      </p>
    </PlainPage>
  );
}
