import './statistics.css';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { Day, monthInWords } from '../ui/Day.tsx';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { AnswersFigure } from './AnswersFigure.tsx';
import { reportedPeriod, toldFrom } from './reported-period.ts';
import { StatisticsReports } from './StatisticsReports.tsx';
import { StatisticsReachQuery } from './statistics.query.ts';

/** What can be told of the last 12 closed months without telling of anybody. */
export function StatisticsPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(StatisticsReachQuery, { fetchPolicy: 'no-cache' });
  const again = () => void refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, again);
  const reach = data?.statistics;
  const period = useMemo(() => reach && reportedPeriod(reach.dataFrom, reach.dataThrough), [reach]);
  const names = useMemo(() => {
    const choices = reach?.countedQuestions.find(({ isCategory }) => isCategory)?.choices ?? [];
    return new Map(choices.map(({ id, text }) => [id, text]));
  }, [reach]);
  const questions = reach?.countedQuestions.filter(({ isCategory }) => !isCategory) ?? [];
  const title = intl.formatMessage({ id: 'statistics.heading' });

  if (reach === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      {reach === undefined && (
        <p role="status">
          <FormattedMessage id="statistics.loading" />
        </p>
      )}
      {reach !== undefined && !period && (
        <div className="empty">
          <p>
            <FormattedMessage
              id="statistics.empty"
              values={{ month: monthInWords(intl, reach.dataFrom.slice(0, 7)) }}
            />
          </p>
          <p>
            <FormattedMessage
              id="statistics.empty.from"
              values={{ day: <Day day={toldFrom(reach.dataFrom)} style="long" /> }}
            />
          </p>
        </div>
      )}
      {reach !== undefined && period && (
        <>
          <p className="lead">
            <FormattedMessage
              id="statistics.lead"
              values={{
                from: monthInWords(intl, period.from.slice(0, 7)),
                to: monthInWords(intl, period.to.slice(0, 7)),
              }}
            />
          </p>
          <p className="statistics-note">
            <FormattedMessage id="statistics.note" values={{ threshold: reach.threshold }} />
          </p>
          <StatisticsReports period={period} names={names} />
          {isNotEmpty(questions) && <AnswersFigure period={period} questions={questions} />}
        </>
      )}
    </>
  );
}

function isNotEmpty<Each>(list: readonly Each[]): list is readonly [Each, ...Each[]] {
  return list.length > 0;
}
