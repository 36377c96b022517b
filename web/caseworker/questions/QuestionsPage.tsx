import './questions.css';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { QuestionsPageQuery } from './questions.query.ts';

/** The questions that reporters are asked, while they are changed. */
export function QuestionsPage() {
  return (
    <AdminFrame name="admin.questions.heading" lead="questions.lead" page={usePageData(QuestionsPageQuery)}>
      {({ questionnaireDraft, organisation }) => (
        <>
          <p>
            <Link to="/admin/questions/versions">
              <FormattedMessage id="questions.versions.link" />
            </Link>
          </p>
          <QuestionsEditor loaded={questionnaireDraft} locales={organisation.locales} />
        </>
      )}
    </AdminFrame>
  );
}
