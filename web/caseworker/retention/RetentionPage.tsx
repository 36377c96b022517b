import './retention.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { RetentionQuery } from './retention.query.ts';

/** For how long closed cases are kept, and what would go. */
export function RetentionPage() {
  const { data, error, refetch } = useQuery(RetentionQuery, { fetchPolicy: 'no-cache' });
  // Counts how often somebody asked for what is stored now: each time the form begins anew.
  const [round, setRound] = useState(0);
  const title = useIntl().formatMessage({ id: 'admin.retention.heading' });
  const again = () =>
    void refetch().then(
      () => setRound((last) => last + 1),
      () => undefined,
    );

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/admin">
          <FormattedMessage id="admin.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="retention.lead" />
      </p>
      <p>
        <FormattedMessage id="retention.rules" />
      </p>
      {data === undefined ? (
        <p role="status">
          <FormattedMessage id="organisation.loading" />
        </p>
      ) : (
        <RetentionForm key={round} loaded={data.retention} onLoadAgain={again} />
      )}
    </>
  );
}
