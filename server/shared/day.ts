/** A calendar day, `YYYY-MM-DD`. What reporters and staff are shown instead of clock times. */
export type Day = string;

/** What a time zone's days are told by. */
interface ZoneDays {
  /** Making one costs a hundred times what using it does. */
  readonly format: Intl.DateTimeFormat;
  /** The second that was asked for last, since 1970, and its day: using a format costs 20 µs. */
  second: number;
  day: Day;
}

/** One for each time zone that was asked for. */
const zones = new Map<string, ZoneDays>();

const MILLISECONDS_PER_DAY = 86_400_000;

/** Of `YYYY-MM-DDTHH:mm:ss.sssZ`; other years have a sign and six digits. */
const LENGTH_OF_ISO = 24;

/**
 * The calendar day that it is somewhere.
 *
 * @param timeZone IANA name, such as `Europe/London`.
 * @throws {RangeError} the time zone is unknown.
 */
export function dayIn(timeZone: string, now: Date): Day {
  let zone = zones.get(timeZone);
  if (!zone) {
    // The Swedish locale writes dates in ISO order.
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    zone = { format, second: Number.NaN, day: '' };
    zones.set(timeZone, zone);
  }
  const second = Math.floor(now.getTime() / 1_000);
  if (zone.second !== second) {
    zone.day = zone.format.format(now);
    zone.second = second;
  }
  return zone.day;
}

/**
 * The day so many days later; negative for earlier.
 *
 * @throws {RangeError} it lies outside of the years 0 to 9999, whose days alone stand in the order of their texts.
 */
export function addDays(day: Day, days: number): Day {
  const iso = new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_PER_DAY).toISOString();
  if (iso.length > LENGTH_OF_ISO) throw new RangeError('There is no such day');
  return iso.slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The last day of a day's month, or of the month so many before it. */
export function lastOfMonth(day: Day, monthsBefore = 0): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - monthsBefore, 0)).toISOString().slice(0, 10);
}
