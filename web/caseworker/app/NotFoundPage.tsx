import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';

/** For an address that names no page. */
export function NotFoundPage() {
  const title = useIntl().formatMessage({ id: 'app.notFound.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="app.notFound.toInbox" />
        </Link>
      </p>
    </>
  );
}
