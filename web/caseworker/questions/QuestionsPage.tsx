import './questions.css';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { QuestionsPageQuery } from './questions.query.ts';

/** The questions that reporters are asked, while they are changed. */
export function QuestionsPage() {
  const { data, error, refetch } = useQuery(QuestionsPageQuery, { fetchPolicy: 'no-cache' });
  const title = useIntl().formatMessage({ id: 'admin.questions.heading' });

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void refetch().catch(() => undefined)} />;
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
        <FormattedMessage id="questions.lead" />
      </p>
      <p>
        <Link to="/admin/questions/versions">
          <FormattedMessage id="questions.versions.link" />
        </Link>
      </p>
      {data === undefined ? (
        <p role="status">
          <FormattedMessage id="questions.loading" />
        </p>
      ) : (
        <QuestionsEditor loaded={data.questionnaireDraft} locales={data.organisation.locales} />
      )}
    </>
  );
}
