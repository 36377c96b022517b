import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { languageName } from '../ui/languages.ts';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { type EditedQuestion, languagesLacking } from './question-edit.ts';
import type { Draft } from './questions.query.ts';

/** One question of the draft: what it is at a glance, what can be done with it, and open, everything about it. */
export function QuestionCard(props: {
  readonly number: number;
  readonly question: EditedQuestion;
  readonly questions: readonly EditedQuestion[];
  readonly locales: readonly string[];
  readonly language: string;
  readonly faults: Draft['faults'];
  readonly risks: Draft['namingRisks'];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (next: EditedQuestion) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}) {
  const { number, question, locales, isOpen } = props;
  const intl = useIntl();
  const first = locales[0] ?? 'en';
  const text = question.text[first]?.trim() || intl.formatMessage({ id: 'questions.unnamed' });
  const heading = `question-${question.id}`;
  return (
    <li className={props.faults.length > 0 ? 'question-card question-wrong' : 'question-card'}>
      <article aria-labelledby={heading}>
        <h2 id={heading}>
          {number}. <span dir="auto">{text}</span>
        </h2>
        <Facts {...props} />
        {[...new Set(props.faults.map(({ message }) => message))].map((message) => (
          <p className="field-error" key={message}>
            {message}
          </p>
        ))}
        <Risks question={question} risks={props.risks} />
        <CardButtons {...props} name={text} />
        {isOpen && <QuestionForm {...props} />}
      </article>
    </li>
  );
}

function Facts({
  question,
  questions,
  locales,
}: {
  readonly question: EditedQuestion;
  readonly questions: readonly EditedQuestion[];
  readonly locales: readonly string[];
}) {
  const intl = useIntl();
  const first = locales[0] ?? 'en';
  const above = questions.find(({ id }) => id === question.shownWhen?.question);
  const lacking = languagesLacking(question, locales.slice(1));
  return (
    <ul className="question-facts">
      <li>
        <FormattedMessage id={`questions.kind.${question.kind}`} />
      </li>
      {above !== undefined && (
        <li>
          <FormattedMessage id="questions.fact.branch" values={{ question: above.text[first] ?? '' }} />
        </li>
      )}
      {question.isNeeded && (
        <li>
          <FormattedMessage id="questions.fact.needed" />
        </li>
      )}
      {question.isCountable && (
        <li>
          <FormattedMessage id={question.isCategory ? 'questions.fact.category' : 'questions.fact.counted'} />
        </li>
      )}
      {lacking.length > 0 && (
        <li className="question-lacks">
          <FormattedMessage
            id="questions.fact.lacking"
            values={{ languages: intl.formatList(lacking.map((each) => languageName(intl.locale, each))) }}
          />
        </li>
      )}
    </ul>
  );
}

function Risks({
  question,
  risks,
}: {
  readonly question: EditedQuestion;
  readonly risks: Draft['namingRisks'];
}) {
  if (risks.length === 0) return null;
  return (
    <ul className="notice question-risks">
      {risks.map(({ choice, locale, reason }) => (
        <li key={`${choice} ${locale} ${reason}`}>
          <FormattedMessage
            id={`questions.risk.${reason}`}
            values={{ choice: question.choices.find(({ id }) => id === choice)?.text[locale] ?? '' }}
          />
        </li>
      ))}
    </ul>
  );
}

function CardButtons({
  question,
  name,
  number,
  questions,
  isOpen,
  onOpen,
  onMove,
  onDuplicate,
  onRemove,
}: Parameters<typeof QuestionCard>[0] & { readonly name: string }) {
  const intl = useIntl();
  const [isAsking, setAsking] = useState(false);
  const focusNext = useNextFocus();
  const ask = (isNow: boolean) => {
    setAsking(isNow);
    focusNext(isNow ? `keep-${question.id}` : `remove-${question.id}`);
  };
  const label = (act: 'change' | 'up' | 'down' | 'duplicate' | 'remove') =>
    intl.formatMessage({ id: `questions.${act}.label` }, { question: name });

  if (isAsking) {
    return (
      <fieldset className="buttons" aria-label={label('remove')}>
        <p>
          <FormattedMessage id="questions.remove.ask" />
        </p>
        <button id={`keep-${question.id}`} type="button" className="secondary" onClick={() => ask(false)}>
          <FormattedMessage id="questions.remove.keep" />
        </button>
        <button type="button" className="danger" onClick={onRemove}>
          <FormattedMessage id="questions.remove" />
        </button>
      </fieldset>
    );
  }
  return (
    <div className="buttons">
      <button
        type="button"
        className="secondary"
        id={`change-${question.id}`}
        aria-expanded={isOpen}
        aria-label={
          isOpen ? intl.formatMessage({ id: 'questions.close.label' }, { question: name }) : label('change')
        }
        onClick={() => onOpen(!isOpen)}
      >
        <FormattedMessage id={isOpen ? 'questions.close' : 'questions.change'} />
      </button>
      <MoveButtons
        labelOf={label}
        isFirst={number === 1}
        isLast={number === questions.length}
        onMove={onMove}
      />
      <button type="button" className="quiet" aria-label={label('duplicate')} onClick={onDuplicate}>
        <FormattedMessage id="questions.duplicate" />
      </button>
      <button
        type="button"
        id={`remove-${question.id}`}
        className="quiet"
        aria-label={label('remove')}
        onClick={() => ask(true)}
      >
        <FormattedMessage id="questions.remove" />
      </button>
    </div>
  );
}
