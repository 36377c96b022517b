/** Two days, `YYYY-MM-DD`, both included. */
export interface ReportedPeriod {
  readonly from: string;
  readonly to: string;
}

const MOST_MONTHS = 12;
const CLOSING_LAG = 14; // days from the end of a month until it is closed, as the service says of `dataThrough`

/** The last 12 closed months, fewer where fewer were counted; null before the first was closed. */
export function reportedPeriod(dataFrom: string, dataThrough: string): ReportedPeriod | null {
  if (dataThrough < dataFrom) return null;
  const start = firstOfMonth(dataThrough, 1 - MOST_MONTHS);
  return { from: start > dataFrom ? start : dataFrom, to: dataThrough };
}

/** The day from which on the first month that is counted is told. */
export function toldFrom(dataFrom: string): string {
  const end = new Date(`${firstOfMonth(dataFrom, 1)}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + CLOSING_LAG);
  return end.toISOString().slice(0, 10);
}

/** The first and last month, `YYYY-MM`, of a quarter that lie in a period: the first quarter may be cut. */
export function monthsOfQuarter(quarter: string, { from, to }: ReportedPeriod): readonly [string, string] {
  const last = firstOfMonth(quarter, 2);
  return [(quarter > from ? quarter : from).slice(0, 7), (last < to ? last : to).slice(0, 7)];
}

function firstOfMonth(day: string, later: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 10);
}
