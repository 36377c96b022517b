import { useIntl } from 'react-intl';
import type { AskedQuestion } from './asked.query.ts';
import { Say } from './say.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

/** The question and what it is answered with, in the order of the portal's page. */
export function PreviewField({
  question,
  picked,
  onPick,
}: {
  readonly question: AskedQuestion;
  readonly picked: readonly string[];
  readonly onPick: (choices: readonly string[]) => void;
}) {
  const hint = question.hint !== null && (
    <p className="hint" id="preview-hint" lang={question.locale} dir="auto">
      {question.hint}
    </p>
  );
  const heading = (
    <h2 id="preview-question" lang={question.locale} dir="auto">
      {question.text}
    </h2>
  );
  switch (question.kind) {
    case 'ONE_CHOICE':
    case 'MANY_CHOICES':
      return (
        <fieldset className="field" aria-labelledby="preview-question">
          {heading}
          {hint}
          {question.kind === 'MANY_CHOICES' && (
            <p className="hint">
              <Say id="question.several" />
            </p>
          )}
          <Choices question={question} picked={picked} onPick={onPick} />
        </fieldset>
      );
    case 'MONTH':
      return (
        <fieldset className="field" aria-labelledby="preview-question">
          {heading}
          {hint}
          <MonthAndYear />
        </fieldset>
      );
    default:
      return (
        <div className="field">
          {heading}
          {hint}
          <Words question={question} />
        </div>
      );
  }
}

function Choices({ question, picked, onPick }: Parameters<typeof PreviewField>[0]) {
  const isMany = question.kind === 'MANY_CHOICES';
  return question.choices.map((choice) => (
    <label
      className={choice.isExclusive ? 'preview-choice stands-alone' : 'preview-choice'}
      key={choice.id}
      lang={question.locale}
    >
      <input
        type={isMany ? 'checkbox' : 'radio'}
        name="preview-answer"
        checked={picked.includes(choice.id)}
        onChange={(event) => {
          const others = isMany ? picked.filter((id) => id !== choice.id) : [];
          onPick(event.currentTarget.checked ? [...others, choice.id] : others);
        }}
      />
      <span dir="auto">{choice.text}</span>
    </label>
  ));
}

function Words({ question }: { readonly question: AskedQuestion }) {
  const field = { 'aria-labelledby': 'preview-question', dir: 'auto', autoComplete: 'off' };
  return (
    <>
      {question.kind === 'SHORT_TEXT' ? <input {...field} /> : <textarea rows={8} {...field} />}
      {question.kind === 'LONG_TEXT' && question.maxLength !== null && (
        <p className="hint">
          <Say id="question.count" values={{ count: 0, limit: question.maxLength }} />
        </p>
      )}
      {!question.isNeeded && (
        <p className="hint">
          <Say id="question.empty" />
        </p>
      )}
    </>
  );
}

function MonthAndYear() {
  const { formatDate, formatMessage } = useIntl();
  const none = (formatMessage as (message: { id: string }) => string)({ id: 'question.month.none' });
  return (
    <div className="preview-month">
      <label>
        <Say id="question.month" />
        <select autoComplete="off">
          <option value="">{none}</option>
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {formatDate(new Date(Date.UTC(2026, month, 1)), { month: 'long', timeZone: 'UTC' })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Say id="question.year" />
        <input inputMode="numeric" size={4} autoComplete="off" />
      </label>
    </div>
  );
}
