import type { IntlShape } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { monthInWords } from '../ui/Day.tsx';
import type { CsvCell } from './csv-file.ts';
import { monthsOfQuarter, type ReportedPeriod } from './reported-period.ts';
import type { StatisticsNumbersQuery } from './statistics.query.ts';

type Numbers = ResultOf<typeof StatisticsNumbersQuery>;

/** One cell: as it is read on the page, and as it stands in the file. */
export interface Cell {
  readonly text: string;
  readonly value: CsvCell;
}

/** Numbers along one line of a plot; null: not told. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A table, complete, and what of it is drawn. */
export interface Sheet {
  readonly head: readonly string[];
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly Cell[])[];
  /** What the values of each series stand for, in short. */
  readonly steps: readonly string[];
  readonly series: readonly Series[];
}

/** Reports per month: all of them, then by category. @param names of categories, in their order. */
export function reportsSheet(
  intl: IntlShape,
  { reports, byCategory }: Numbers,
  names: ReadonlyMap<string, string>,
): Sheet {
  const periods = reports.rows.flatMap(({ period }) => (period === null ? [] : [period]));
  const counts = new Map(
    byCategory?.rows.map(({ period, category, count }) => [`${category} ${period}`, count]),
  );
  const told = new Set(byCategory?.rows.map(({ category }) => category ?? 'OTHER'));
  const series: Series[] = [
    {
      name: intl.formatMessage({ id: 'statistics.reports.all' }),
      values: reports.rows.map(({ count }) => count),
    },
    ...[...told].map((id) => ({
      name: names.get(id) ?? intl.formatMessage({ id: 'statistics.reports.other' }),
      values: periods.map((period) => counts.get(`${id} ${period}`) ?? null),
    })),
  ];
  const apart = toldApart(series.map(({ name }) => name));
  return {
    head: [
      intl.formatMessage({ id: 'statistics.reports.category' }),
      ...periods.map((period) => monthInWords(intl, period.slice(0, 7))),
    ],
    rows: series.map(({ values }, index) => [
      worded(apart[index] ?? ''),
      ...values.map((value) => number(intl, value)),
    ]),
    steps: periods.map((period) => shortMonth(intl, period)),
    series: series.map(({ values }, index) => ({ name: apart[index] ?? '', values })),
  };
}

/** How soon first replies came, per quarter. */
export function replySheet(intl: IntlShape, { replyTimes }: Numbers, period: ReportedPeriod): Sheet {
  const quarters = replyTimes.rows.map((row) => {
    const [first, last] = monthsOfQuarter(row.period ?? period.from, period);
    const name =
      first === last
        ? monthInWords(intl, first)
        : intl.formatMessage(
            { id: 'statistics.months' },
            { first: monthInWords(intl, first), last: monthInWords(intl, last) },
          );
    return { ...row, name, step: shortMonth(intl, `${first}-01`) };
  });
  return {
    head: words(intl, ['quarter', 'wanted', 'median', 'p90', 'within']),
    rows: quarters.map(({ name, count, medianWorkingHours, p90WorkingHours, withinTarget }) => [
      worded(name),
      number(intl, count),
      hours(intl, medianWorkingHours),
      hours(intl, p90WorkingHours),
      share(intl, withinTarget),
    ]),
    steps: quarters.map(({ step }) => step),
    series: [
      { name: word(intl, 'median'), values: quarters.map((row) => row.medianWorkingHours) },
      { name: word(intl, 'p90'), values: quarters.map((row) => row.p90WorkingHours) },
    ],
  };
}

/** Open work by age. */
export function backlogSheet(intl: IntlShape, { backlog }: Numbers): Sheet {
  const names = backlog.rows.map(({ age }) => intl.formatMessage({ id: `statistics.age.${age}` }));
  return {
    head: words(intl, ['age', 'open']),
    rows: backlog.rows.map(({ count }, index) => [worded(names[index] ?? ''), number(intl, count)]),
    steps: names,
    series: [{ name: word(intl, 'open'), values: backlog.rows.map(({ count }) => count) }],
  };
}

/** What came in and what was closed, per month. */
export function flowSheet(intl: IntlShape, { workFlow: { rows } }: Numbers): Sheet {
  return monthly(intl, rows, [
    { name: word(intl, 'received'), values: rows.map(({ received }) => received) },
    { name: word(intl, 'closed'), values: rows.map(({ closed }) => closed) },
  ]);
}

/** Whether messaging is used, per month. */
export function messagingSheet(intl: IntlShape, { messagingUse: { rows } }: Numbers): Sheet {
  return monthly(intl, rows, [
    { name: word(intl, 'received'), values: rows.map(({ reports }) => reports) },
    { name: word(intl, 'optedIn'), values: rows.map(({ optedIn }) => optedIn) },
    { name: word(intl, 'wroteAgain'), values: rows.map(({ wroteAgain }) => wroteAgain) },
  ]);
}

function monthly(intl: IntlShape, rows: readonly { period: string }[], series: readonly Series[]): Sheet {
  return {
    head: [word(intl, 'month'), ...series.map(({ name }) => name)],
    rows: rows.map(({ period }, index) => [
      worded(monthInWords(intl, period.slice(0, 7))),
      ...series.map(({ values }) => number(intl, values[index] ?? null)),
    ]),
    steps: rows.map(({ period }) => shortMonth(intl, period)),
    series,
  };
}

type Word =
  | 'month'
  | 'quarter'
  | 'wanted'
  | 'median'
  | 'p90'
  | 'within'
  | 'age'
  | 'open'
  | 'received'
  | 'closed'
  | 'optedIn'
  | 'wroteAgain';

function word(intl: IntlShape, name: Word): string {
  return intl.formatMessage({ id: `statistics.column.${name}` });
}

function words(intl: IntlShape, names: readonly Word[]): string[] {
  return names.map((name) => word(intl, name));
}

/** `Apr 2026`. */
function shortMonth(intl: IntlShape, day: string): string {
  return intl.formatDate(`${day}T00:00:00Z`, { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** Names as they are told apart in tables, plots and files: a number stands behind one that was there before. */
export function toldApart(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** A cell of words. */
export function worded(text: string): Cell {
  return { text, value: text };
}

/** A count, or that it is not told. */
export function number(intl: IntlShape, value: number | null): Cell {
  return value === null ? untold(intl, 'number') : { text: intl.formatNumber(value), value };
}

function share(intl: IntlShape, value: number | null): Cell {
  if (value === null) return untold(intl, 'number');
  return { text: intl.formatNumber(value, { style: 'percent' }), value };
}

/** A time is also missing where too many wait too long, which must not be read as few reports. */
function hours(intl: IntlShape, value: number | null): Cell {
  if (value === null) return untold(intl, 'time');
  const text = intl.formatMessage({ id: 'statistics.hours' }, { hours: value });
  return { text, value };
}

function untold(intl: IntlShape, kind: 'number' | 'time'): Cell {
  return worded(intl.formatMessage({ id: `statistics.untold.${kind}` }));
}
