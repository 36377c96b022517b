import { FieldProblem, Heading } from '../frame/Page.tsx';
import { Say, useSay } from '../text.tsx';
import { fieldsOf } from './answer.ts';
import { describedBy, type QuestionFieldProps } from './question-field.ts';

/** An answer in words: a line, or a text with a count where there is a limit. */
export function TextField({ question, answer, problemOf, takesFocus }: QuestionFieldProps) {
  const { text } = fieldsOf(answer);
  const problem = problemOf('answer');
  const field = {
    id: 'answer',
    name: 'answer',
    defaultValue: text,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(question.hint && 'hint', problem && 'answer-problem'),
  };
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <Heading takesFocus={takesFocus}>
        <label htmlFor="answer">{question.text}</label>
      </Heading>
      {question.hint && (
        <p className="hint" id="hint">
          {question.hint}
        </p>
      )}
      <FieldProblem id="answer-problem" sentence={problem} />
      {question.kind === 'SHORT_TEXT' ? (
        <input type="text" {...field} />
      ) : (
        <textarea rows={10} {...field} data-limit={question.maxLength ?? undefined} />
      )}
      {question.kind === 'LONG_TEXT' && question.maxLength && <Count limit={question.maxLength} />}
      {!question.isNeeded && (
        <p className="hint">
          <Say id="question.empty" />
        </p>
      )}
    </div>
  );
}

/** Filled in by the enhancement script; `data-text` has the sentence with its two numbers left open. */
function Count({ limit }: { limit: number }) {
  const say = useSay();
  return (
    <>
      <p
        className="count"
        data-count-for="answer"
        data-text={say('question.count', { count: '{count}', limit })}
        aria-hidden="true"
        hidden
      />
      <p className="heard" role="status" data-count-said />
    </>
  );
}
