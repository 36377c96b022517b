import './questions.css';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { Day } from '../ui/Day.tsx';
import { VersionsQuery } from './asked.query.ts';

/** Every version of the questions, the newest first. */
export function VersionsPage() {
  return (
    <AdminFrame
      name="questions.versions.heading"
      back={{ to: '/admin/questions', name: 'admin.questions.heading' }}
      lead="questions.versions.about"
      page={usePageData(VersionsQuery)}
    >
      {({ questionnaireVersions }) => (
        <ul className="version-list">
          {questionnaireVersions.map((version) => (
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
    </AdminFrame>
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
