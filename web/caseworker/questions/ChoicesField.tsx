import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from '../ui/languages.ts';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { type EditedChoice, moved, newChoice } from './question-edit.ts';
import type { QuestionFormProps } from './question-form-props.ts';

/** What can be picked, in its order. */
export function ChoicesField({ question, locales, language, onChange }: QuestionFormProps) {
  const intl = useIntl();
  const focusNext = useNextFocus();
  const fieldOf = (id: string | undefined) => `choice-${question.id}-${id}`;
  const first = locales[0] ?? 'en';
  const change = (choices: readonly EditedChoice[]) => onChange({ ...question, choices });

  return (
    <fieldset className="choices-field">
      <legend>
        <FormattedMessage id="questions.choices" values={{ language: languageName(intl.locale, language) }} />
      </legend>
      <p className="hint">
        <FormattedMessage id="questions.choices.hint" />
      </p>
      <ol>
        {question.choices.map((choice, index) => (
          <ChoiceRow
            key={choice.id}
            id={fieldOf(choice.id)}
            number={index + 1}
            isLast={index === question.choices.length - 1}
            choice={choice}
            language={language}
            original={language === first ? undefined : choice.text[first]}
            onChange={(next) => change(question.choices.map((each) => (each.id === choice.id ? next : each)))}
            onMove={(by) => change(moved(question.choices, choice.id, by))}
            onRemove={() => {
              change(question.choices.filter(({ id }) => id !== choice.id));
              const [next, before] = [question.choices[index + 1], question.choices[index - 1]];
              focusNext(fieldOf((next ?? before)?.id), `add-choice-${question.id}`);
            }}
          />
        ))}
      </ol>
      <button
        type="button"
        id={`add-choice-${question.id}`}
        className="secondary"
        onClick={() => {
          const choice = newChoice();
          focusNext(fieldOf(choice.id));
          change([...question.choices, choice]);
        }}
      >
        <FormattedMessage id="questions.choice.add" />
      </button>
    </fieldset>
  );
}

function ChoiceRow({
  id,
  number,
  isLast,
  choice,
  language,
  original,
  onChange,
  onMove,
  onRemove,
}: {
  readonly id: string;
  readonly number: number;
  readonly isLast: boolean;
  readonly choice: EditedChoice;
  readonly language: string;
  /** The words in the first language, where those of another are written. */
  readonly original: string | undefined;
  readonly onChange: (next: EditedChoice) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const intl = useIntl();
  const label = (act: 'up' | 'down' | 'remove' | 'exclusive') =>
    intl.formatMessage({ id: `questions.choice.${act}.label` }, { number });
  return (
    <li className="choice-row">
      <label htmlFor={id}>
        <FormattedMessage id="questions.choice" values={{ number }} />
        {original !== undefined && <span className="hint"> {original}</span>}
      </label>
      <input
        id={id}
        lang={language}
        dir="auto"
        value={choice.text[language] ?? ''}
        onChange={(event) =>
          onChange({ ...choice, text: { ...choice.text, [language]: event.currentTarget.value } })
        }
      />
      <div className="choice-acts">
        <label className="check">
          <input
            type="checkbox"
            aria-label={label('exclusive')}
            checked={choice.isExclusive}
            onChange={(event) => onChange({ ...choice, isExclusive: event.currentTarget.checked })}
          />
          <FormattedMessage id="questions.choice.exclusive" />
        </label>
        <MoveButtons labelOf={label} isFirst={number === 1} isLast={isLast} onMove={onMove} />
        <button type="button" className="quiet" aria-label={label('remove')} onClick={onRemove}>
          <FormattedMessage id="questions.remove" />
        </button>
      </div>
    </li>
  );
}
