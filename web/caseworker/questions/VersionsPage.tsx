import './questions.css';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { Day } from '../ui/Day.tsx';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { VersionsQuery } from './asked.query.ts';

/** Every version of the questions, the newest first. */
export function VersionsPage() {
  const { data, error, refetch } = useQuery(VersionsQuery, { fetchPolicy: 'no-cache' });
  const title = useIntl().formatMessage({ id: 'questions.versions.heading' });

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void refetch().catch(() => undefined)} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/admin/questions">
          <FormattedMessage id="admin.questions.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <FormattedMessage id="questions.versions.about" />
      </p>
      {data === undefined ? (
        <p role="status">
          <FormattedMessage id="questions.loading" />
        </p>
      ) : (
        <ul className="version-list">
          {data.questionnaireVersions.map((version) => (
            <li key={version.id}>
              <h2>
                <Link to={`/admin/questions/versions/${version.id}`}>
                  <FormattedMessage id="questions.version" values={{ number: version.number }} />
                </Link>{' '}
                {version.isCurrent && (
                  <span className="badge badge-new">
                    <FormattedMessage id="questions.version.current" />
                  </span>
                )}
              </h2>
              <p>
                <PublishedLine {...version} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** When a version was published, and by whom. */
export function PublishedLine({
  publishedOn,
  publishedBy,
}: {
  readonly publishedOn: string;
  readonly publishedBy: string | null;
}) {
  const day = <Day day={publishedOn} style="long" />;
  return publishedBy === null ? (
    <FormattedMessage id="questions.version.published" values={{ day }} />
  ) : (
    <FormattedMessage id="questions.version.publishedBy" values={{ day, name: publishedBy }} />
  );
}
