import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** Where a deletion leads: it names no case. */
export function DeletedPage() {
  const title = useIntl().formatMessage({ id: 'deletion.done.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <FormattedMessage id="deletion.done.body" />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="app.notFound.toInbox" />
        </Link>
      </p>
    </>
  );
}
