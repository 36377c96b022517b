const QUARTER_HOUR = 15 * 60_000;

/** How long a session lasts: when nothing is asked with it, and at most. Minutes. */
export interface SessionLife {
  readonly idleMinutes: number;
  readonly totalMinutes: number;
}

/** 20 minutes idle, 2 hours in all. */
export const REPORTER_SESSION: SessionLife = {
  idleMinutes: 20,
  totalMinutes: 120,
};

/** 30 minutes idle, 10 hours in all. */
export const STAFF_SESSION: SessionLife = {
  idleMinutes: 30,
  totalMinutes: 600,
};

/**
 * The instant so many minutes ahead, rounded up to a quarter of an hour.
 *
 * Rounded, so that a session row does not tell when somebody was here; up, so that no promised minute is cut.
 */
export function quarterHourAfter(now: Date, minutes: number): Date {
  return new Date(Math.ceil((now.getTime() + minutes * 60_000) / QUARTER_HOUR) * QUARTER_HOUR);
}

/**
 * The instant that no session of such a life ends after, if it began by now. One that does began while a clock was ahead, and
 * would last as long as that was.
 *
 * A quarter of an hour later than need be: the clocks of two processes differ a little.
 */
export function latestEnd(now: Date, { totalMinutes }: SessionLife): Date {
  return new Date(quarterHourAfter(now, totalMinutes).getTime() + QUARTER_HOUR);
}
