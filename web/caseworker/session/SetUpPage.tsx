import { FormattedMessage, useIntl } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { SecondFactorSetUp } from '../settings/SecondFactorSetUp.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import type { SignedInCaseworker } from './session.ts';
import { useSignOut } from './use-sign-out.ts';

/** All there is for somebody who has to set up a second factor first. */
export function SetUpPage({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { session } = useDashboard();
  const { stage, signOut } = useSignOut();
  const title = useIntl().formatMessage({ id: 'account.setUp.heading' });
  return (
    <PlainPage>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="account.setUp.lead" />
      </p>
      <p>
        <FormattedMessage id="account.setUp.what" />
      </p>
      <SecondFactorSetUp onDone={() => session.began({ ...caseworker, mustSetUpSecondFactor: false })} />
      <div className="buttons">
        <button type="button" className="quiet" onClick={() => void signOut()}>
          <FormattedMessage id={stage === 'sending' ? 'session.signOut.sending' : 'session.signOut'} />
        </button>
      </div>
      <p role="alert">{stage === 'failed' && <FormattedMessage id="session.signOut.failed" />}</p>
    </PlainPage>
  );
}
