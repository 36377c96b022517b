import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { SignInForm, type SignInFormState } from './SignInForm.tsx';

/** Stands in the place of the page that was asked for. */
export function SignInPage() {
  const intl = useIntl();
  const { session } = useDashboard();
  const [state, setState] = useState<SignInFormState>({ isAskingForCode: false, hasFaults: false });
  const heading = state.isAskingForCode ? 'session.code.heading' : 'session.signIn.heading';

  return (
    <PlainPage>
      <PageHeading key={heading} title={intl.formatMessage({ id: heading })} hasError={state.hasFaults}>
        <FormattedMessage id={heading} />
      </PageHeading>
      <p className="lead">
        <FormattedMessage id={state.isAskingForCode ? 'session.code.lead' : 'session.signIn.lead'} />
      </p>
      <SignInForm
        fixedEmail={null}
        onState={setState}
        onSignedIn={(caseworker) => session.began(caseworker)}
      />
      <p>
        <Link to="/recover">
          <FormattedMessage id="account.recover.link" />
        </Link>
      </p>
    </PlainPage>
  );
}
