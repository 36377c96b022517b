import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Where it leads when a case is not there any more, or not for whoever had it open: it names no case. */
export function LeftCasePage({ act }: { readonly act: 'deleted' | 'steppedBack' | 'closedToYou' }) {
  const title = useIntl().formatMessage({ id: `left.${act}.heading` });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="measure">
        <FormattedMessage id={`left.${act}.body`} />
      </p>
      <p>
        <Link to="/inbox">
          <FormattedMessage id="app.notFound.toInbox" />
        </Link>
      </p>
    </>
  );
}
