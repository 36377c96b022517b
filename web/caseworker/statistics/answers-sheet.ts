import type { IntlShape } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { number, type Series, type Sheet, toldApart, worded } from './sheet.ts';
import type { StatisticsAnswersQuery, StatisticsReachQuery } from './statistics.query.ts';

/** A question whose choices are counted. */
export type AskedQuestion = ResultOf<typeof StatisticsReachQuery>['statistics']['countedQuestions'][number];

type Row = ResultOf<typeof StatisticsAnswersQuery>['reportCounts']['rows'][number];

const ROUTES = ['ANONYMOUS', 'CONTACT_DETAILS'] as const;

/** The answers to one question, by route. An answer that is asked no more is named as it was told. */
export function answersSheet(intl: IntlShape, { choices }: AskedQuestion, rows: readonly Row[]): Sheet {
  const named = [
    ...choices,
    { id: 'NOT_ANSWERED', text: intl.formatMessage({ id: 'statistics.answers.none' }) },
    { id: 'OTHER', text: intl.formatMessage({ id: 'statistics.reports.other' }) },
  ];
  const texts = toldApart(named.map(({ text }) => text));
  const names = new Map(named.map(({ id }, index) => [id, texts[index] ?? id]));
  const answers = [...new Set(rows.map(({ answer }) => answer ?? 'OTHER'))];
  const counts = new Map(rows.map(({ route, answer, count }) => [`${route} ${answer ?? 'OTHER'}`, count]));
  const series = ROUTES.map(
    (route): Series => ({
      name: intl.formatMessage({ id: `statistics.route.${route}` }),
      values: answers.map((answer) => counts.get(`${route} ${answer}`) ?? null),
    }),
  );
  const steps = answers.map((answer) => names.get(answer) ?? answer);
  return {
    head: [intl.formatMessage({ id: 'statistics.column.answer' }), ...series.map(({ name }) => name)],
    rows: steps.map((step, index) => [
      worded(step),
      ...series.map(({ values }) => number(intl, values[index] ?? null)),
    ]),
    steps,
    series,
  };
}
