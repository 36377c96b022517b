import './questions.css';
import './preview.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PreviewQuery } from './asked.query.ts';
import { Preview } from './Preview.tsx';

/** The draft, question by question, as somebody who reports would meet it. Nothing that is filled in is kept. */
export function PreviewPage() {
  const [address, setAddress] = useSearchParams();
  const [language, setLanguage] = useState(address.get('language'));
  const { data, previousData, error, refetch } = useQuery(PreviewQuery, {
    variables: { locale: language ?? '' },
    fetchPolicy: 'no-cache',
  });
  // While another language comes the page stays, and with it the focus and what was picked.
  const found = data ?? previousData;
  const shown = language ?? found?.organisation.locales[0] ?? 'en';
  const title = useIntl().formatMessage({ id: 'questions.preview.heading' });

  if (found === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
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
        <FormattedMessage id="questions.preview.about" />
      </p>
      {found === undefined ? (
        <p role="status">
          <FormattedMessage id="questions.loading" />
        </p>
      ) : (
        <>
          <LanguagePick
            locales={found.organisation.locales}
            language={shown}
            onPick={(next) => {
              setLanguage(next);
              setAddress({ language: next }, { replace: true });
            }}
          />
          <Preview questions={found.questionnaireDraft.asked} language={shown} />
        </>
      )}
    </>
  );
}
