import { LONGEST_PASTE } from '../form.ts';
import { CharacterCount } from '../frame/CharacterCount.tsx';
import { FieldProblem, Heading } from '../frame/Page.tsx';
import { InLanguage, Say } from '../text.tsx';
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
    maxLength: LONGEST_PASTE,
    // Somebody may answer in another language than the page's.
    dir: 'auto',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(question.hint && 'hint', problem && 'answer-problem'),
  };
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <Heading takesFocus={takesFocus}>
        <label htmlFor="answer">
          <InLanguage tag={question.locale}>{question.text}</InLanguage>
        </label>
      </Heading>
      {question.hint && (
        <p className="hint" id="hint">
          <InLanguage tag={question.locale}>{question.hint}</InLanguage>
        </p>
      )}
      <FieldProblem id="answer-problem" sentence={problem} />
      {question.kind === 'SHORT_TEXT' ? (
        <input type="text" {...field} />
      ) : (
        <textarea rows={10} {...field} data-limit={question.maxLength ?? undefined} />
      )}
      {question.kind === 'LONG_TEXT' && question.maxLength && (
        <CharacterCount field="answer" limit={question.maxLength} />
      )}
      {!question.isNeeded && (
        <p className="hint">
          <Say id="question.empty" />
        </p>
      )}
    </div>
  );
}
