import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { type AskedQuestion, answersSheet } from './answers-sheet.ts';
import { mostOf, Plot } from './Plot.tsx';
import type { ReportedPeriod } from './reported-period.ts';
import { StatisticsFigure } from './StatisticsFigure.tsx';
import { StatisticsAnswersQuery } from './statistics.query.ts';

const BAR_HEIGHT = 44; // pixels of one answer
const AXIS_HEIGHT = 52; // pixels

/** What was answered to one question that is counted, by the way in which reports came. */
export function AnswersFigure({
  period,
  questions,
}: {
  readonly period: ReportedPeriod;
  /** At least one. */
  readonly questions: readonly [AskedQuestion, ...AskedQuestion[]];
}) {
  const intl = useIntl();
  const [chosen, setChosen] = useState(questions[0].id);
  const question = questions.find(({ id }) => id === chosen) ?? questions[0];
  const { data, error, refetch } = useQuery(StatisticsAnswersQuery, {
    variables: { where: { from: period.from, to: period.to }, question: question.id },
    fetchPolicy: 'no-cache',
  });
  const again = () => void refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, again);
  const sheet = useMemo(
    () => answersSheet(intl, question, data?.reportCounts.rows ?? []),
    [intl, question, data],
  );

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailureNotice failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <StatisticsFigure
      id="answers"
      heading={intl.formatMessage({ id: 'statistics.heading.answers' })}
      about={<FormattedMessage id="statistics.about.answers" />}
      sheet={sheet}
    >
      <div className="field statistics-question">
        <label htmlFor="statistics-question">
          <FormattedMessage id="statistics.question" />
        </label>
        <select
          id="statistics-question"
          value={question.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {questions.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div className="small-plots small-plots-few" aria-hidden="true">
        {sheet.series.map((each) => (
          <div key={each.name}>
            <p className="small-plot-name">{each.name}</p>
            <Plot
              kind="bars"
              steps={sheet.steps}
              series={[each]}
              height={sheet.steps.length * BAR_HEIGHT + AXIS_HEIGHT}
              most={mostOf(sheet.series)}
            />
          </div>
        ))}
      </div>
    </StatisticsFigure>
  );
}
