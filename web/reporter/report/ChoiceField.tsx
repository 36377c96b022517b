import { FieldProblem, Heading } from '../frame/Page.tsx';
import { InLanguage, Say } from '../text.tsx';
import { fieldsOf } from './answer.ts';
import { describedBy, type QuestionFieldProps } from './question-field.ts';

/** One choice or many. */
export function ChoiceField({ question, answer, problemOf, takesFocus }: QuestionFieldProps) {
  const picked = fieldsOf(answer).choices;
  const problem = problemOf('answer-0');
  const isMany = question.kind === 'MANY_CHOICES';
  return (
    <fieldset
      className={problem ? 'field has-problem' : 'field'}
      aria-describedby={describedBy(
        question.hint && 'hint',
        isMany && 'several',
        problem && 'answer-problem',
      )}
    >
      <legend>
        <Heading takesFocus={takesFocus}>
          <InLanguage tag={question.locale}>{question.text}</InLanguage>
        </Heading>
      </legend>
      {question.hint && (
        <p className="hint" id="hint">
          <InLanguage tag={question.locale}>{question.hint}</InLanguage>
        </p>
      )}
      {isMany && (
        <p className="hint" id="several">
          <Say id="question.several" />
        </p>
      )}
      <FieldProblem id="answer-problem" sentence={problem} />
      {question.choices.map((choice, index) => (
        <div className={choice.isExclusive ? 'choice stands-alone' : 'choice'} key={choice.id}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            id={`answer-${index}`}
            name="answer"
            value={choice.id}
            defaultChecked={picked.includes(choice.id)}
          />
          <label htmlFor={`answer-${index}`}>
            <InLanguage tag={question.locale}>{choice.text}</InLanguage>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
