import { FormattedMessage, useIntl } from 'react-intl';
import { Field } from '../ui/TextField.tsx';
import { questionsAbove } from './question-edit.ts';
import type { QuestionFormProps } from './question-form-props.ts';

/** Which answer shows the question. */
export function ShownWhenField({ question, questions, locales, onChange }: QuestionFormProps) {
  const intl = useIntl();
  const first = locales[0] ?? 'en';
  const above = questionsAbove(questions, question.id);
  const { shownWhen } = question;
  const chosen = above.find(({ id }) => id === shownWhen?.question);
  const id = `shown-${question.id}`;
  if (above.length === 0 && shownWhen === null) return null;

  const pick = (choice: string, isPicked: boolean) => {
    if (!chosen) return;
    const anyOf = chosen.choices
      .map((each) => each.id)
      .filter((each) => (each === choice ? isPicked : shownWhen?.anyOf.includes(each)));
    onChange({ ...question, shownWhen: { question: chosen.id, anyOf } });
  };

  return (
    <>
      <Field id={id} label={<FormattedMessage id="questions.shown" />}>
        <select
          id={id}
          value={chosen?.id ?? (shownWhen === null ? '' : 'gone')}
          onChange={(event) => {
            const picked = event.currentTarget.value;
            onChange({ ...question, shownWhen: picked === '' ? null : { question: picked, anyOf: [] } });
          }}
        >
          <option value="">{intl.formatMessage({ id: 'questions.shown.always' })}</option>
          {shownWhen !== null && chosen === undefined && (
            <option value="gone" disabled>
              {intl.formatMessage({ id: 'questions.shown.gone' })}
            </option>
          )}
          {above.map((each) => (
            <option key={each.id} value={each.id}>
              {intl.formatMessage({ id: 'questions.shown.when' }, { question: each.text[first] ?? '' })}
            </option>
          ))}
        </select>
      </Field>
      {chosen !== undefined && (
        <fieldset className="field shown-choices">
          <legend>
            <FormattedMessage id="questions.shown.choices" />
          </legend>
          {chosen.choices.map((choice) => (
            <label className="check" key={choice.id}>
              <input
                type="checkbox"
                checked={shownWhen?.anyOf.includes(choice.id) ?? false}
                onChange={(event) => pick(choice.id, event.currentTarget.checked)}
              />
              {choice.text[first] || intl.formatMessage({ id: 'questions.choice.unnamed' })}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
