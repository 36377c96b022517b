import './questions.css';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useParams } from 'react-router';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { type AskedQuestion, VersionQuery } from './asked.query.ts';
import { PublishedLine } from './VersionsPage.tsx';

/** What one version asked, to look back at, and to begin the draft again from. */
export function VersionPage() {
  const { versionId = '' } = useParams();
  const [language, setLanguage] = useState<string | null>(null);
  const page = usePageData(VersionQuery, { id: versionId, locale: language ?? '' });
  const number = page.data?.questionnaireVersion?.number;
  return (
    <AdminFrame
      name={number === undefined ? 'questions.versions.heading' : 'questions.version'}
      values={{ number: number ?? 0 }}
      back={{ to: '/admin/questions/versions', name: 'questions.versions.heading' }}
      page={page}
    >
      {({ questionnaireVersion: version, organisation: { locales } }) =>
        version === null ? (
          <p>
            <FormattedMessage id="questions.version.gone" />
          </p>
        ) : (
          <>
            <p>
              <PublishedLine {...version} />
            </p>
            <p>
              <Link to="/admin/questions" state={{ beginFrom: version.id }}>
                <FormattedMessage id="questions.version.begin" />
              </Link>
            </p>
            <LanguagePick locales={locales} language={language ?? locales[0] ?? 'en'} onPick={setLanguage} />
            <ol className="question-list">
              {version.asked.map((question, index) => (
                <AskedCard
                  key={question.id}
                  number={index + 1}
                  question={question}
                  questions={version.asked}
                />
              ))}
            </ol>
          </>
        )
      }
    </AdminFrame>
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
