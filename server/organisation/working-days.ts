import { addDays, type Day, weekdayOf } from '../shared/day.ts';

/** Which days somebody is there to answer. */
export interface WorkingDays {
  /** 1 for Monday to 7 for Sunday; at least one. */
  readonly weekdays: readonly number[];
  readonly closureDays: readonly Day[];
}

/** After this many calendar days without a working day the calendar is taken to be faulty. */
const LONGEST_CLOSURE = 366;

/**
 * The day by which an answer is due that is promised within so many working days.
 *
 * The day itself does not count: what arrives on a Friday with a target of 2 is due on Tuesday.
 *
 * @throws {RangeError} no working day within a year.
 */
export function workingDayAfter(day: Day, workingDays: number, calendar: WorkingDays): Day {
  let due = day;
  let left = workingDays;
  for (let walked = 0; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkingDay(due, calendar)) {
      left -= 1;
      walked = 0;
    } else if (++walked > LONGEST_CLOSURE) {
      throw new RangeError('The calendar has no working day within a year.');
    }
  }
  return due;
}

function isWorkingDay(day: Day, calendar: WorkingDays): boolean {
  return calendar.weekdays.includes(weekdayOf(day)) && !calendar.closureDays.includes(day);
}
