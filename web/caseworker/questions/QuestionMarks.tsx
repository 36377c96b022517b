import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { QuestionFormProps } from './question-form-props.ts';

/** Whether a question is counted, names the category, or asks for consent. */
export function QuestionMarks({ question, onChange }: QuestionFormProps) {
  const { id, isCountable, isCategory, isNeeded } = question;
  return (
    <fieldset className="question-marks">
      <legend>
        <FormattedMessage id="questions.marks" />
      </legend>
      <Mark
        id={`counted-${id}`}
        isSet={isCountable}
        hint={<FormattedMessage id="questions.counted.hint" />}
        onSet={(isSet) => onChange({ ...question, isCountable: isSet, isCategory: isSet && isCategory })}
      >
        <FormattedMessage id="questions.counted" />
      </Mark>
      {isCountable && (
        <Mark
          id={`category-${id}`}
          isSet={isCategory}
          hint={<FormattedMessage id="questions.category.hint" />}
          onSet={(isSet) => onChange({ ...question, isCategory: isSet })}
        >
          <FormattedMessage id="questions.category" />
        </Mark>
      )}
      {(question.kind === 'ONE_CHOICE' || isNeeded) && (
        <Mark
          id={`needed-${id}`}
          isSet={isNeeded}
          hint={<FormattedMessage id="questions.needed.hint" />}
          onSet={(isSet) => onChange({ ...question, isNeeded: isSet })}
        >
          <FormattedMessage id="questions.needed" />
        </Mark>
      )}
    </fieldset>
  );
}

function Mark({
  id,
  isSet,
  hint,
  onSet,
  children,
}: {
  readonly id: string;
  readonly isSet: boolean;
  readonly hint: ReactNode;
  readonly onSet: (isSet: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={isSet}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onSet(event.currentTarget.checked)}
        />
        {children}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
