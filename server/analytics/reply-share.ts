import type { Day } from '../shared/day.ts';
import type { Part } from './released-parts.ts';

/** How soon first replies came, in working days, as far as it can be told. */
export interface ReplyShare {
  /** Reports whose reporters wanted messages. */
  readonly count: number | null;
  /** Half of them had their first reply within so many working days. */
  readonly medianDays: number | null;
  /** Nine in ten had. */
  readonly p90Days: number | null;
  /** From 0 to 1. */
  readonly withinTarget: number | null;
}

/**
 * Worked out from published parts alone, so it says no more than they do. A percentile is the lowest number of days
 * within which so many replies came for certain; those without a reply count as later than all.
 */
export function replyShare(
  parts: readonly Part[],
  wanted: number | null,
  months: readonly Day[],
): ReplyShare {
  const own = parts.filter(
    ({ subject, months: told }) => subject === 'REPLY' && told.some((month) => months.includes(month)),
  );
  const covered = new Set(own.flatMap((part) => part.months));
  const isWhole = covered.size === months.length && months.every((month) => covered.has(month));
  const count = own.reduce((sum, part) => sum + part.count, 0);
  if (wanted === null || !isWhole) {
    return { count: wanted, medianDays: null, p90Days: null, withinTarget: null };
  }
  const within = (quantile: number) => {
    for (let days = 0; days <= LAST_DAY; days += 1) {
      const sure = own.filter((part) => latestOf(part) <= days).reduce((sum, part) => sum + part.count, 0);
      if (sure >= quantile * count) return days;
    }
    return null;
  };
  const letters = own.map((part) => new Set(part.labels.map((label) => label[0])));
  const isClear = letters.every((each) => !each.has('W') || each.size === 1);
  const kept = own.filter((_, index) => letters[index]?.has('W')).reduce((sum, part) => sum + part.count, 0);
  return {
    count: wanted,
    medianDays: within(0.5),
    p90Days: within(0.9),
    withinTarget: isClear && count > 0 ? kept / count : null,
  };
}

/** Days are counted up to here; the last label stands for later ones as well, so no percentile is told from it. */
export const LAST_DAY = 10;

function latestOf({ labels }: Part): number {
  return Math.max(
    ...labels.map((label) => {
      const days = label === 'N' ? Number.POSITIVE_INFINITY : Number(label.slice(1));
      return days > LAST_DAY ? Number.POSITIVE_INFINITY : days;
    }),
  );
}
