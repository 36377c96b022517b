import type { Day } from '../shared/day.ts';
import type { Part } from './released-parts.ts';
import type { Route } from './tally.ts';

/** A count as it may be told, before rounding; null: suppressed. */
export interface ToldCount {
  /** Null: all labels that cannot be told, together. */
  readonly label: string | null;
  readonly count: number | null;
}

/** First day of the month, quarter or year that a month lies in. */
export function bucketOf(month: Day, bucket: 'MONTH' | 'QUARTER' | 'YEAR'): Day {
  const [year, number] = month.split('-');
  switch (bucket) {
    case 'MONTH':
      return month;
    case 'QUARTER':
      return `${year}-${String(Math.floor((Number(number) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'YEAR':
      return `${year}-01-01`;
  }
}

/** Months by the bucket they lie in, oldest first. */
export function buckets(months: readonly Day[], bucket: 'MONTH' | 'QUARTER' | 'YEAR'): Map<Day, Day[]> {
  const found = new Map<Day, Day[]>();
  for (const month of [...months].sort()) {
    const start = bucketOf(month, bucket);
    found.set(start, [...(found.get(start) ?? []), month]);
  }
  return found;
}

/**
 * Finds the parts that tell something of some months: all that has to be looked through for them. Many periods are asked
 * for at once, so all parts are looked through once and not for each.
 */
export function byMonth(parts: readonly Part[]): (months: readonly Day[]) => Part[] {
  const found = new Map<Day, Part[]>();
  for (const part of parts) {
    for (const month of part.months) {
      const own = found.get(month);
      if (own) own.push(part);
      else found.set(month, [part]);
    }
  }
  return (months) => [...new Set(months.flatMap((month) => found.get(month) ?? []))];
}

/** How many reports there were in these months, or null where that cannot be told. */
export function toldTotal(
  parts: readonly Part[],
  months: readonly Day[],
  route: Route | null,
): number | null {
  return addedUp(
    parts.filter(({ subject }) => subject === 'REPORTS'),
    months,
    route,
  );
}

/**
 * How many reports had each label, in a subject whose labels share the reports out. Says nothing that does not follow
 * from the parts.
 *
 * @param parts of one subject, and those of `REPORTS`.
 * @param labels those that are always named, told or not.
 */
export function toldShares(
  parts: readonly Part[],
  subject: string,
  months: readonly Day[],
  route: Route | null,
  labels: readonly string[],
): ToldCount[] {
  const own = parts.filter((part) => part.subject === subject);
  const names = [...new Set([...labels, ...own.flatMap((part) => part.labels)])];
  const told = names.map((label) => ({
    label,
    count: addedUp(
      own.filter((part) => part.labels.length === 1 && part.labels[0] === label),
      months,
      route,
    ),
  }));
  if (told.every(({ count }) => count !== null)) return told;
  const total = addedUp(own, months, route);
  const sum = told.reduce((all, { count }) => all + (count ?? 0), 0);
  return [...told, { label: null, count: total === null || total === sum ? null : total - sum }];
}

/** How many reports gave one choice of a question with several. */
export function toldChoice(
  parts: readonly Part[],
  subject: string,
  months: readonly Day[],
  route: Route | null,
): number | null {
  return addedUp(
    parts.filter((part) => part.subject === subject),
    months,
    route,
  );
}

/** The sum of parts that cover exactly these months and this route; null where they do not. */
export function addedUp(parts: readonly Part[], months: readonly Day[], route: Route | null): number | null {
  const wanted = new Set(months);
  const waiting = new Set(months);
  let sum = 0;
  for (const part of parts) {
    if (!part.months.some((month) => wanted.has(month))) continue;
    // A block that reaches beyond these months, or is not told by route, says nothing about them.
    if (!part.months.every((month) => wanted.has(month))) return null;
    if (route !== null && part.route === 'ALL') return null;
    for (const month of part.months) waiting.delete(month);
    if (route === null || part.route === route) sum += part.count;
  }
  return waiting.size === 0 ? sum : null;
}
