import './years.css';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { Day } from '../ui/Day.tsx';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { YearsQuery } from './years.query.ts';

type Year = ResultOf<typeof YearsQuery>['yearsToPublish'][number];

/** The closed years, and which of them the public can read. */
export function YearsPage() {
  const { data, error, refetch } = useQuery(YearsQuery, { fetchPolicy: 'no-cache' });
  const title = useIntl().formatMessage({ id: 'admin.years.heading' });
  const again = () => void refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, again);

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
        <FormattedMessage id="years.lead" />
      </p>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="years.loading" />
        </p>
      )}
      {data?.yearsToPublish.length === 0 && (
        <p className="empty">
          <FormattedMessage id="years.none" />
        </p>
      )}
      <ul className="years">
        {data?.yearsToPublish.map((year) => (
          <li key={year.year}>
            <h2>{year.year}</h2>
            <p>
              <YearState year={year} />
            </p>
            {year.canBeTold && (
              <Link className="button secondary" to={`/admin/years/${year.year}`}>
                <FormattedMessage id="years.look" values={{ year: String(year.year) }} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function YearState({ year: { isPublic, publishedOn, canBeTold } }: { readonly year: Year }) {
  if (!canBeTold) return <FormattedMessage id="years.little" />;
  if (publishedOn === null) return <FormattedMessage id="years.unpublished" />;
  return (
    <FormattedMessage
      id={isPublic ? 'years.public' : 'years.withdrawn'}
      values={{ day: <Day day={publishedOn} style="short" /> }}
    />
  );
}
