import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { Day } from '../ui/Day.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { mostOf, Plot, toldCount } from './Plot.tsx';
import type { ReportedPeriod } from './reported-period.ts';
import { StatisticsFigure } from './StatisticsFigure.tsx';
import { backlogSheet, flowSheet, messagingSheet, replySheet, reportsSheet, type Sheet } from './sheet.ts';
import { StatisticsNumbersQuery } from './statistics.query.ts';

const HEIGHT = 240; // pixels
const SMALL_HEIGHT = 130; // pixels

/** Every report on one period. @param names of the categories; none where nothing is counted by category. */
export function StatisticsReports({
  period,
  names,
}: {
  readonly period: ReportedPeriod;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { data, error, refetch } = useQuery(StatisticsNumbersQuery, {
    variables: { where: { from: period.from, to: period.to }, hasCategories: names.size > 0 },
    fetchPolicy: 'no-cache',
  });
  const again = () => void refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, again);

  if (data !== undefined) return <Figures numbers={data} period={period} names={names} />;
  if (error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailureNotice failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <p role="status">
      <FormattedMessage id="statistics.loading" />
    </p>
  );
}

function Figures({
  numbers,
  period,
  names,
}: {
  readonly numbers: ResultOf<typeof StatisticsNumbersQuery>;
  readonly period: ReportedPeriod;
  readonly names: ReadonlyMap<string, string>;
}) {
  const intl = useIntl();
  const sheets = useMemo(
    () => ({
      reports: reportsSheet(intl, numbers, names),
      replies: replySheet(intl, numbers, period),
      backlog: backlogSheet(intl, numbers),
      flow: flowSheet(intl, numbers),
      messaging: messagingSheet(intl, numbers),
    }),
    [intl, numbers, period, names],
  );
  const heading = (id: keyof typeof sheets) => intl.formatMessage({ id: `statistics.heading.${id}` });
  const { asOf } = numbers.backlog;

  return (
    <>
      <StatisticsFigure
        id="reports"
        heading={heading('reports')}
        about={<FormattedMessage id="statistics.about.reports" />}
        sheet={sheets.reports}
      >
        <SmallPlots sheet={sheets.reports} />
      </StatisticsFigure>
      <StatisticsFigure
        id="replies"
        heading={heading('replies')}
        about={
          <FormattedMessage
            id="statistics.about.replies"
            values={{ days: numbers.serviceHours.targetWorkingDays }}
          />
        }
        sheet={sheets.replies}
      >
        <Plot kind="lines" {...sheets.replies} height={HEIGHT} />
      </StatisticsFigure>
      <StatisticsFigure
        id="backlog"
        heading={heading('backlog')}
        about={
          asOf !== null && (
            <FormattedMessage
              id="statistics.about.backlog"
              values={{ day: <Day day={asOf} style="long" /> }}
            />
          )
        }
        sheet={sheets.backlog}
      >
        <Plot kind="bars" {...sheets.backlog} height={HEIGHT} />
      </StatisticsFigure>
      <StatisticsFigure
        id="flow"
        heading={heading('flow')}
        about={<FormattedMessage id="statistics.about.flow" />}
        sheet={sheets.flow}
      >
        <Plot kind="lines" {...sheets.flow} height={HEIGHT} />
      </StatisticsFigure>
      <StatisticsFigure
        id="messaging"
        heading={heading('messaging')}
        about={<FormattedMessage id="statistics.about.messaging" />}
        sheet={sheets.messaging}
      >
        <Plot kind="lines" {...sheets.messaging} height={HEIGHT} />
      </StatisticsFigure>
    </>
  );
}

/** One small plot for each line of the table, all to one scale, because a dozen lines in one cannot be told apart. */
function SmallPlots({ sheet: { steps, series } }: { readonly sheet: Sheet }) {
  const drawn = useMemo(
    () => series.map((each) => [each] as const).filter((each) => toldCount(each) >= 2),
    [series],
  );
  return (
    <div className="small-plots" aria-hidden="true">
      {drawn.map((each) => (
        <div key={each[0].name}>
          <p className="small-plot-name">{each[0].name}</p>
          <Plot kind="lines" steps={steps} series={each} height={SMALL_HEIGHT} most={mostOf(series)} />
        </div>
      ))}
    </div>
  );
}
