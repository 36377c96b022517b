import './questions.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { type AskedQuestion, VersionQuery } from './asked.query.ts';
import { PublishedLine } from './VersionsPage.tsx';

/** What one version asked, to look back at, and to begin the draft again from. */
export function VersionPage() {
  const { versionId = '' } = useParams();
  const intl = useIntl();
  const [language, setLanguage] = useState<string | null>(null);
  const { data, previousData, error, refetch } = useQuery(VersionQuery, {
    variables: { id: versionId, locale: language ?? '' },
    fetchPolicy: 'no-cache',
  });
  const found = data ?? previousData;
  const version = found?.questionnaireVersion;
  const title =
    version?.number === undefined
      ? intl.formatMessage({ id: 'questions.versions.heading' })
      : intl.formatMessage({ id: 'questions.version' }, { number: version.number });

  if (found === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void refetch().catch(() => undefined)} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/admin/questions/versions">
          <FormattedMessage id="questions.versions.heading" />
        </Link>
      </p>
      <PageHeading key={title} title={title}>
        {title}
      </PageHeading>
      {found === undefined && (
        <p role="status">
          <FormattedMessage id="questions.loading" />
        </p>
      )}
      {version === null && (
        <p>
          <FormattedMessage id="questions.version.gone" />
        </p>
      )}
      {version && (
        <>
          <p>
            <PublishedLine {...version} />
          </p>
          <p>
            <Link to="/admin/questions" state={{ beginFrom: version.id }}>
              <FormattedMessage id="questions.version.begin" />
            </Link>
          </p>
          <LanguagePick
            locales={found?.organisation.locales ?? []}
            language={language ?? found?.organisation.locales[0] ?? 'en'}
            onPick={setLanguage}
          />
          <ol className="question-list">
            {version.asked.map((question, index) => (
              <AskedCard key={question.id} number={index + 1} question={question} questions={version.asked} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function AskedCard({
  number,
  question,
  questions,
}: {
  readonly number: number;
  readonly question: AskedQuestion;
  readonly questions: readonly AskedQuestion[];
}) {
  const above = questions.find(({ id }) => id === question.shownWhen?.question);
  return (
    <li className="question-card" lang={question.locale}>
      <h2>
        {number}. <span dir="auto">{question.text}</span>
      </h2>
      <ul className="question-facts" lang="en">
        <li>
          <FormattedMessage id={`questions.kind.${question.kind}`} />
        </li>
        {above !== undefined && (
          <li>
            <FormattedMessage id="questions.fact.branch" values={{ question: above.text }} />
          </li>
        )}
      </ul>
      {question.hint !== null && (
        <p className="hint" dir="auto">
          {question.hint}
        </p>
      )}
      {question.choices.length > 0 && (
        <ul dir="auto">
          {question.choices.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
