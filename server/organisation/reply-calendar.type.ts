import type { Day } from '../shared/day.ts';

/** What deadlines are worked out with, as of one moment. */
export interface ReplyCalendar {
  readonly today: Day;
  /** Within how many working days an answer is promised. */
  readonly targetWorkingDays: number;
  /** The day so many working days after another, which does not count itself. */
  dayAfter(day: Day, workingDays: number): Day;
  /** How many working days there are after one day, up to and including another. */
  daysBetween(from: Day, to: Day): number;
}
