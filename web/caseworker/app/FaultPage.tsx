import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PlainPage } from './PlainPage.tsx';

/**
 * For a fault of the page itself. It shows nothing of the error: that may hold what a person wrote. The way to the
 * inbox keeps the drafts; loading anew does not, so it comes second.
 */
export function FaultPage() {
  const title = useIntl().formatMessage({ id: 'app.fault.heading' });
  return (
    <PlainPage>
      <PageHeading title={title} hasError>
        {title}
      </PageHeading>
      <p>
        <FormattedMessage id="app.fault.body" />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="app.notFound.toInbox" />
        </Link>
      </p>
      <button type="button" className="secondary" onClick={() => location.reload()}>
        <FormattedMessage id="app.fault.reload" />
      </button>
    </PlainPage>
  );
}
