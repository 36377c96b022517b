import type { ReplyCalendar } from '../organisation/reply-calendar.type.ts';
import type { Day } from '../shared/day.ts';
import { CaseStatus } from './case-status.type.ts';

/**
 * How long a reporter has been waiting for an answer, in days.
 *
 * Stopped: all null. Running: `startedOn` and `dueBy` are set. Paused: only `daysUsed` is.
 */
export interface ReplyClock {
  /** The day from which on the rest of the promise counts. */
  readonly startedOn: Day | null;
  /** How many working days of the promise were used up before that day. */
  readonly daysUsed: number | null;
  readonly dueBy: Day | null;
}

/** Nobody waits for an answer. */
export const STOPPED: ReplyClock = { startedOn: null, daysUsed: null, dueBy: null };

/**
 * A reporter wrote. A clock that runs goes on as it is, so that a second message does not put the answer off; a paused
 * one goes on with what was left of the promise.
 */
export function askedAgain(clock: ReplyClock, calendar: ReplyCalendar): ReplyClock {
  return clock.startedOn === null ? running(calendar.today, clock.daysUsed ?? 0, calendar) : clock;
}

/** The status was changed by staff. Waiting for the reporter pauses the clock, closing stops it; being on hold does not. */
export function movedOn(
  clock: ReplyClock,
  from: CaseStatus,
  to: CaseStatus,
  calendar: ReplyCalendar,
): ReplyClock {
  if (to === CaseStatus.CLOSED) return STOPPED;
  if (to === CaseStatus.WAITING_FOR_REPORTER) return paused(clock, calendar);
  const isPaused = clock.startedOn === null && clock.daysUsed !== null;
  return from === CaseStatus.WAITING_FOR_REPORTER && isPaused ? askedAgain(clock, calendar) : clock;
}

/** The same clock under another calendar. */
export function recomputed(clock: ReplyClock, calendar: ReplyCalendar): ReplyClock {
  return clock.startedOn === null ? clock : running(clock.startedOn, clock.daysUsed ?? 0, calendar);
}

/** A promise that was used up before a pause leaves one working day: an answer the same day cannot be promised. */
function running(startedOn: Day, daysUsed: number, calendar: ReplyCalendar): ReplyClock {
  const left = Math.max(calendar.targetWorkingDays - daysUsed, 1);
  return { startedOn, daysUsed, dueBy: calendar.dayAfter(startedOn, left) };
}

function paused(clock: ReplyClock, calendar: ReplyCalendar): ReplyClock {
  if (clock.startedOn === null) return clock;
  const daysUsed = (clock.daysUsed ?? 0) + calendar.daysBetween(clock.startedOn, calendar.today);
  return { startedOn: null, daysUsed, dueBy: null };
}
