import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** Where "I should not see this" leads: it names no case. */
export function SteppedBackPage() {
  const title = useIntl().formatMessage({ id: 'steppedBack.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <FormattedMessage id="steppedBack.body" />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="app.notFound.toInbox" />
        </Link>
      </p>
    </>
  );
}
