import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from '../ui/languages.ts';
import { describedBy, Field, TextField } from '../ui/TextField.tsx';
import { ChoicesField } from './ChoicesField.tsx';
import { QuestionMarks } from './QuestionMarks.tsx';
import { hasChoices, hasWords, KINDS, type QuestionKind, withKind } from './question-edit.ts';
import type { QuestionFormProps } from './question-form-props.ts';
import { ShownWhenField } from './ShownWhenField.tsx';

/** Everything about one question. What is written stands in the draft at once, and is stored by Save. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, locales, language, onChange } = props;
  const intl = useIntl();
  const id = question.id;
  const first = locales[0] ?? 'en';
  const inLanguage = { language: languageName(intl.locale, language) };
  /** The words that are translated, where others are written. */
  const original = (texts: Readonly<Record<string, string>>) =>
    language !== first && texts[first] ? <span lang={first}>{texts[first]}</span> : undefined;

  return (
    <div className="question-form">
      <TextField
        id={`text-${id}`}
        label={intl.formatMessage({ id: 'questions.text' }, inLanguage)}
        hint={original(question.text)}
        lang={language}
        dir="auto"
        value={question.text[language] ?? ''}
        onValue={(text) => onChange({ ...question, text: { ...question.text, [language]: text } })}
      />
      <Field
        id={`hint-${id}`}
        label={intl.formatMessage({ id: 'questions.hint' }, inLanguage)}
        hint={original(question.hint) ?? <FormattedMessage id="questions.hint.about" />}
      >
        <textarea
          {...describedBy({ id: `hint-${id}`, hint: true })}
          id={`hint-${id}`}
          rows={2}
          lang={language}
          dir="auto"
          value={question.hint[language] ?? ''}
          onChange={(event) =>
            onChange({ ...question, hint: { ...question.hint, [language]: event.currentTarget.value } })
          }
        />
      </Field>
      <Field id={`kind-${id}`} label={<FormattedMessage id="questions.kind" />}>
        <select
          id={`kind-${id}`}
          value={question.kind}
          onChange={(event) => onChange(withKind(question, event.currentTarget.value as QuestionKind))}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {intl.formatMessage({ id: `questions.kind.${kind}` })}
            </option>
          ))}
        </select>
      </Field>
      {hasWords(question.kind) && (
        <TextField
          id={`length-${id}`}
          label={<FormattedMessage id="questions.length" />}
          hint={<FormattedMessage id="questions.length.hint" />}
          inputMode="numeric"
          className="code"
          value={question.maxLength}
          onValue={(maxLength) => onChange({ ...question, maxLength })}
        />
      )}
      {hasChoices(question.kind) && <ChoicesField {...props} />}
      <ShownWhenField {...props} />
      {hasChoices(question.kind) && <QuestionMarks {...props} />}
    </div>
  );
}
