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
