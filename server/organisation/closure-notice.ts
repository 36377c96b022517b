import { addDays, type Day, weekdayOf } from '../shared/day.ts';
import type { StoredClosure } from './organisation.entity.ts';
import { isWorkingDay, type ServiceCalendar } from './service-hours.ts';

/** How many days ahead a closure is announced. */
const AHEAD = 7; // days

/** No closure is followed for longer. */
const LONGEST = 366; // days

/** Days on which somebody would be there, were it not for a closure. */
export interface NearClosure {
  readonly from: Day;
  /** The last of them. */
  readonly to: Day;
}

/**
 * The closure to announce: it costs a working day at least, and is now or begins within a week.
 *
 * Closure days with nothing but free days between them are one closure: closed on a Friday and the Monday after reads
 * "from Friday to Monday".
 */
export function closureNear(today: Day, calendar: ServiceCalendar): NearClosure | null {
  const latest = addDays(today, AHEAD);
  for (let day = firstFreeDayBefore(today, calendar); day <= latest; ) {
    const { from, to, next } = stretchAt(day, calendar);
    if (from && to && to >= today && from <= latest) return { from, to };
    day = next;
  }
  return null;
}

/** Why it is closed then: of the closures that have a reason, the first one on these days. */
export function closureReasons(
  { from, to }: NearClosure,
  closures: readonly StoredClosure[],
): StoredClosure['reasons'] {
  return (
    closures.find(
      (closure) => closure.from <= to && closure.to >= from && Object.keys(closure.reasons).length > 0,
    )?.reasons ?? {}
  );
}

function firstFreeDayBefore(today: Day, calendar: ServiceCalendar): Day {
  let day = today;
  for (let walked = 0; walked < LONGEST && !isWorkingDay(addDays(day, -1), calendar); walked += 1) {
    day = addDays(day, -1);
  }
  return day;
}

/** The free days from a day on; `next` is the day to look from after them. */
function stretchAt(start: Day, calendar: ServiceCalendar): { from?: Day; to?: Day; next: Day } {
  let from: Day | undefined;
  let to: Day | undefined;
  let day = start;
  for (let walked = 0; walked < LONGEST * 2 && !isWorkingDay(day, calendar); walked += 1) {
    if ((calendar.periods[weekdayOf(day)] ?? []).length > 0) {
      from ??= day;
      to = day;
    }
    day = addDays(day, 1);
  }
  return { ...(from && to && { from, to }), next: day === start ? addDays(day, 1) : day };
}
