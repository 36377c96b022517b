import { addDays, type Day } from '../shared/day.ts';
import { checkClosures, daysOf, type GivenClosure } from './check-closures.ts';
import type { StoredClosure } from './organisation.entity.ts';
import { MOST_CLOSURE_DAYS, type Period, type ServiceCalendar, workingDayAfter } from './service-hours.ts';

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
  /** IANA name. */
  readonly timeZone: string;
  readonly targetWorkingDays: number;
}

const MOST_TARGET_DAYS = 60;
const A_YEAR = 366; // days
const FARTHEST = 10 * A_YEAR; // days
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const ODD_TIME = 'Write times like 09:00, from 00:00 to 24:00.';

/**
 * The hours in order, or what stands against them: a sentence, and where, as a path of input fields; null where it lies
 * in no single one.
 *
 * @param today from when on a promise has to be possible.
 */
export function checkServiceHours(
  given: GivenServiceHours,
  today: Day,
):
  | { hours: CheckedServiceHours; closures: StoredClosure[] | null }
  | { fault: string; field: string | null } {
  const { timeZone, targetWorkingDays } = given;
  if (!isTimeZone(timeZone)) {
    return { fault: 'There is no such time zone. Write one like Europe/London.', field: 'timeZone' };
  }
  if (targetWorkingDays < 1 || targetWorkingDays > MOST_TARGET_DAYS) {
    return {
      fault: `Promise an answer within 1 to ${MOST_TARGET_DAYS} working days.`,
      field: 'targetWorkingDays',
    };
  }
  const week = checkPeriods(given.periods);
  if ('fault' in week) return week;
  const far = farAhead(given, addDays(today, FARTHEST));
  if (far) return { fault: 'A closure lies ten years ahead at most. Look at the year.', field: far };
  const checked = checkClosures(given.closures ?? []);
  if ('fault' in checked) return checked;
  const closureDays = [...new Set([...given.closureDays, ...daysOf(checked.closures)])].sort();
  if (closureDays.length > MOST_CLOSURE_DAYS) {
    return {
      fault: `Name at most ${MOST_CLOSURE_DAYS} closure days; take out those that are over.`,
      field: null,
    };
  }
  const hours = { timeZone, targetWorkingDays, periods: week.periods, closureDays };
  if (Object.keys(week.periods).length === 0 || workingDayAfter(today, 1, hours) > addDays(today, A_YEAR)) {
    return {
      fault: 'With these hours and closure days there is no working day within a year.',
      field: null,
    };
  }
  return { hours, closures: given.closures ? checked.closures : null };
}

/** The field with a day that lies later; null where there is none. */
function farAhead({ closureDays, closures }: GivenServiceHours, latest: Day): string | null {
  if (closureDays.some((day) => day > latest)) return 'closureDays';
  const index = closures?.findIndex(({ to }) => to > latest) ?? -1;
  return index < 0 ? null : `closures.${index}.to`;
}

/** The periods of each weekday, in order. */
function checkPeriods(
  given: GivenServiceHours['periods'],
): { periods: Record<string, Period[]> } | { fault: string; field: string } {
  const periods: Record<string, Period[]> = {};
  const inOrder = given.map((period, index) => ({ ...period, index })).sort(byStart);
  for (const { weekday, from, to, index } of inOrder) {
    const at = (field: string) => `periods.${index}.${field}`;
    if (weekday < 1 || weekday > 7) {
      return { fault: 'A weekday is a number from 1, Monday, to 7, Sunday.', field: at('weekday') };
    }
    if (!TIME.test(from)) return { fault: ODD_TIME, field: at('from') };
    if (!TIME.test(to) && to !== '24:00') return { fault: ODD_TIME, field: at('to') };
    if (from >= to) return { fault: 'Every period has to end later than it begins.', field: at('to') };
    periods[weekday] ??= [];
    const earlier = periods[weekday].at(-1);
    if (earlier && from < earlier.to) {
      return { fault: 'Two periods of one weekday run into each other.', field: at('from') };
    }
    periods[weekday].push({ from, to });
  }
  return { periods };
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
