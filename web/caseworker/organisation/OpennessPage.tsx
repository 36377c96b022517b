import './organisation.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { OpennessForm } from './OpennessForm.tsx';
import { OpennessQuery } from './openness.query.ts';

/** Open or closed for reports, and why. */
export function OpennessPage() {
  const { data, error, refetch } = useQuery(OpennessQuery, { fetchPolicy: 'no-cache' });
  // Counts how often somebody asked for what is stored now: each time the form begins anew.
  const [round, setRound] = useState(0);
  const title = useIntl().formatMessage({ id: 'admin.openness.heading' });
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
        <FormattedMessage id="organisation.openness.lead" />
      </p>
      {data === undefined ? (
        <p role="status">
          <FormattedMessage id="organisation.loading" />
        </p>
      ) : (
        <OpennessForm
          key={round}
          loaded={data.openness}
          locales={data.organisation.locales}
          onLoadAgain={again}
        />
      )}
    </>
  );
}
