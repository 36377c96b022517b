import { FieldProblem, Heading } from '../frame/Page.tsx';
import { InLanguage, Say, useMonthName, useSay } from '../text.tsx';
import { fieldsOf } from './answer.ts';
import { describedBy, type QuestionFieldProps } from './question-field.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** A month and a year. No date picker: a browser's own is missing in some, and "roughly" needs none. */
export function MonthField({ question, answer, problemOf, takesFocus }: QuestionFieldProps) {
  const { month, year } = fieldsOf(answer);
  const say = useSay();
  const monthName = useMonthName();
  const monthProblem = problemOf('month');
  const yearProblem = problemOf('year');
  return (
    <fieldset
      className={monthProblem || yearProblem ? 'field has-problem' : 'field'}
      aria-describedby={describedBy(question.hint && 'hint')}
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
      <FieldProblem id="month-problem" sentence={monthProblem} />
      <FieldProblem id="year-problem" sentence={yearProblem} />
      <div className="side-by-side">
        <div>
          <label htmlFor="month">
            <Say id="question.month" />
          </label>
          <select
            id="month"
            name="month"
            defaultValue={month}
            aria-invalid={monthProblem ? true : undefined}
            aria-describedby={describedBy(monthProblem && 'month-problem')}
          >
            <option value="">{say('question.month.none')}</option>
            {MONTHS.map((each) => (
              <option key={each} value={each}>
                {monthName(each)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="year">
            <Say id="question.year" />
          </label>
          <input
            type="text"
            inputMode="numeric"
            size={4}
            id="year"
            name="year"
            defaultValue={year}
            aria-invalid={yearProblem ? true : undefined}
            aria-describedby={describedBy(yearProblem && 'year-problem')}
          />
        </div>
      </div>
    </fieldset>
  );
}
