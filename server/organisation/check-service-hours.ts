import type { Day } from '../shared/day.ts';
import { checkClosures, daysOf, type GivenClosure } from './check-closures.ts';
import type { StoredClosure } from './organisation.entity.ts';
import { type Period, type ServiceCalendar, workingDayAfter } from './service-hours.ts';

/** Hours as somebody typed them. */
export interface GivenServiceHours {
  readonly timeZone: string;
  readonly periods: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly closureDays: readonly Day[];
  readonly targetWorkingDays: number;
  /** Their days are closure days too. Absent: closures that are stored stay, as far as their days do. */
  readonly closures?: readonly GivenClosure[] | null;
}

/** Hours that promises can be made by. */
export interface CheckedServiceHours extends ServiceCalendar {
  readonly targetWorkingDays: number;
}

const MOST_TARGET_DAYS = 60;
const MOST_CLOSURE_DAYS = 1_000;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * The hours in order, or the sentence that says what stands against them.
 *
 * @param today from when on a promise has to be possible.
 */
export function checkServiceHours(
  given: GivenServiceHours,
  today: Day,
): { hours: CheckedServiceHours; closures: StoredClosure[] | null } | { fault: string } {
  const { timeZone, targetWorkingDays } = given;
  if (!isTimeZone(timeZone)) return { fault: 'There is no such time zone. Write one like Europe/London.' };
  if (targetWorkingDays < 1 || targetWorkingDays > MOST_TARGET_DAYS) {
    return { fault: `Promise an answer within 1 to ${MOST_TARGET_DAYS} working days.` };
  }
  const periods: Record<string, Period[]> = {};
  for (const { weekday, from, to } of [...given.periods].sort(byStart)) {
    if (weekday < 1 || weekday > 7) return { fault: 'A weekday is a number from 1, Monday, to 7, Sunday.' };
    if (!TIME.test(from) || !(TIME.test(to) || to === '24:00')) {
      return { fault: 'Write times like 09:00, from 00:00 to 24:00.' };
    }
    if (from >= to) return { fault: 'Every period has to end later than it begins.' };
    periods[weekday] ??= [];
    const earlier = periods[weekday].at(-1);
    if (earlier && from < earlier.to) return { fault: 'Two periods of one weekday run into each other.' };
    periods[weekday].push({ from, to });
  }
  const checked = checkClosures(given.closures ?? []);
  if ('fault' in checked) return checked;
  const closureDays = [...new Set([...given.closureDays, ...daysOf(checked.closures)])].sort();
  if (closureDays.length > MOST_CLOSURE_DAYS) {
    return { fault: `Name at most ${MOST_CLOSURE_DAYS} closure days; take out those that are over.` };
  }
  const hours = { timeZone, targetWorkingDays, periods, closureDays };
  try {
    workingDayAfter(today, targetWorkingDays, hours);
  } catch {
    return { fault: 'With these hours and closure days there is no working day within a year.' };
  }
  return { hours, closures: given.closures ? checked.closures : null };
}

function byStart(one: { from: string }, other: { from: string }): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
}

function isTimeZone(name: string): boolean {
  try {
    // An offset like +01:00 is taken too, but knows no daylight saving.
    return !/^[+-]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
