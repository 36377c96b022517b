import { addDays, type Day, weekdayOf } from '../shared/day.ts';

/** A stretch of a day, `HH:MM` where the organisation is; `to` is later than `from` and may be 24:00. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** When somebody is there to answer. */
export interface ServiceCalendar {
  /** By weekday, `1` for Monday to `7` for Sunday. A weekday without a period is no working day. */
  readonly periods: Readonly<Record<string, readonly Period[]>>;
  readonly closureDays: readonly Day[];
}

/** How many closure days there can be. */
export const MOST_CLOSURE_DAYS = 1_000;

/**
 * After this many calendar days without a working day there is none at all: as many as if all closure days fell on the only
 * weekday with hours, one after the other. No less, since whoever throws here refuses a report.
 */
const LONGEST_CLOSURE = 7 * (MOST_CLOSURE_DAYS + 1);

/** Whether somebody is there on that day at all. */
export function isWorkingDay(day: Day, calendar: ServiceCalendar): boolean {
  return periodsOn(day, calendar).length > 0;
}

/**
 * The day by which an answer is due that is promised within so many working days.
 *
 * The day itself does not count: what arrives on a Friday with a target of 2 is due on Tuesday.
 *
 * @throws {RangeError} no weekday has hours.
 */
export function workingDayAfter(day: Day, workingDays: number, calendar: ServiceCalendar): Day {
  let due = day;
  let left = workingDays;
  for (let walked = 0; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkingDay(due, calendar)) {
      left -= 1;
      walked = 0;
    } else if (++walked > LONGEST_CLOSURE) {
      throw new RangeError('The calendar has no working day.');
    }
  }
  return due;
}

/** How many working days there are after `from`, up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: ServiceCalendar): number {
  let count = 0;
  for (const day of daysAfter(from, to)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

function periodsOn(day: Day, calendar: ServiceCalendar): readonly Period[] {
  if (calendar.closureDays.includes(day)) return [];
  return calendar.periods[weekdayOf(day)] ?? [];
}

function* daysAfter(from: Day, to: Day): Generator<Day> {
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) yield day;
}
