import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PlainPage } from '../app/PlainPage.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';

/** What signing out leads to. */
export function SignedOutPage() {
  const title = useIntl().formatMessage({ id: 'session.signedOut.heading' });
  return (
    <PlainPage>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <FormattedMessage id="session.signedOut.body" />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="session.signedOut.again" />
        </Link>
      </p>
    </PlainPage>
  );
}
