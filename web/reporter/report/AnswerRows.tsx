import { answerTo } from './answer.ts';
import { useAnswerWords } from './answer-words.ts';
import type { Draft } from './draft.ts';
import type { Questionnaire } from './questionnaire.ts';
import { SummaryRow } from './SummaryRow.tsx';
import { shownQuestions } from './steps.ts';

/** Every question that goes with the answers, and what was answered. */
export function AnswerRows({
  questionnaire,
  draft,
  problemOf,
}: {
  questionnaire: Questionnaire;
  draft: Draft;
  problemOf: (question: string) => string | undefined;
}) {
  const words = useAnswerWords();
  return (
    <dl className="summary">
      {shownQuestions(questionnaire, draft.answers).map((question) => (
        <SummaryRow
          key={question.id}
          id={`answer-of-${question.id}`}
          asked={question.text}
          askedIn={question.locale}
          answered={words(question, answerTo(question, draft.answers))}
          change={`question:${question.id}`}
          problem={problemOf(question.id)}
          ownWords={question.kind === 'LONG_TEXT' || question.kind === 'SHORT_TEXT'}
        />
      ))}
    </dl>
  );
}
