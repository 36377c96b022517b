import type { ReactNode } from 'react';
import type { ResultOf } from '../../shared/graphql.ts';
import { Page } from '../frame/Page.tsx';
import { SummaryRow } from '../report/SummaryRow.tsx';
import { IDLE_MINUTES } from '../session/cookies.ts';
import { Say, useDay, useMonth, usePath } from '../text.tsx';
import { lastSeq, type MyAnswersDocument } from './conversation.ts';
import { NewReplies } from './NewReplies.tsx';

type MyAnswers = NonNullable<ResultOf<typeof MyAnswersDocument>['myReport']>;

/** What was answered, question by question. Nothing can be changed any more. */
export function MyAnswersPage({ report, notice }: { report: MyAnswers; notice: ReactNode }) {
  const path = usePath();
  const day = useDay();
  const monthWords = useMonth();
  return (
    <Page
      heading={<Say id="report.title" />}
      above={
        <p className="back">
          <a href={path('/messages')}>
            <Say id="report.back" />
          </a>
        </p>
      }
    >
      {notice}
      <p className="lead">
        <Say id="report.sentOn" values={{ date: day(report.submittedOn, 'dated') }} />
      </p>
      <NewReplies after={lastSeq(report.messages)} />
      <dl className="summary">
        {report.answers.map(({ question, questionText, text, choices, month }) => (
          <SummaryRow
            key={question}
            id={`answer-of-${question}`}
            asked={questionText}
            answered={choices ?? (month ? [monthWords(month)] : text ? [text] : null)}
          />
        ))}
      </dl>
      <p className="hint">
        <Say id="messages.idle" values={{ minutes: IDLE_MINUTES }} />
      </p>
    </Page>
  );
}
