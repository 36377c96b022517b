/** A calendar day, `YYYY-MM-DD`. What reporters and staff are shown instead of clock times. */
export type Day = string;

/** One for each time zone that was asked for: making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The calendar day that it is somewhere.
 *
 * @param timeZone IANA name, such as `Europe/London`.
 * @throws {RangeError} the time zone is unknown.
 */
export function dayIn(timeZone: string, now: Date): Day {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates in ISO order.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(now);
}

/** The day so many days later; negative for earlier. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
