import { addDays, type Day } from '../shared/day.ts';

/** One for each time zone that was asked for: making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

const MINUTE = 60_000;

/** Further than any place is from UTC, and near enough for one change of clocks at most in between. */
const SURELY_APART = 36 * 60 * MINUTE;

/**
 * The instant at which clocks somewhere show a time of a day, in milliseconds since 1970.
 *
 * A time that clocks show twice counts as the first of both; one that they skip, as the moment of the jump. So
 * stretches of a day never overlap and always add up to the day.
 *
 * @param time `HH:MM`; 24:00 is the beginning of the next day.
 * @param timeZone IANA name.
 */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const wanted = Date.parse(time === '24:00' ? `${addDays(day, 1)}T00:00Z` : `${day}T${time}Z`);
  const [first, last] = [wanted - SURELY_APART, wanted + SURELY_APART]
    .map((instant) => wanted - offsetAt(instant, timeZone))
    .sort((one, other) => one - other) as [number, number];
  for (const instant of [first, last]) if (shownAt(instant, timeZone) === wanted) return instant;
  return jumpBetween(first, last, timeZone);
}

function jumpBetween(first: number, last: number, timeZone: string): number {
  const before = offsetAt(first - SURELY_APART, timeZone);
  let [early, late] = [first - MINUTE, last];
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, timeZone) === before) early = middle;
    else late = middle;
  }
  return late;
}

function offsetAt(instant: number, timeZone: string): number {
  return shownAt(instant, timeZone) - instant;
}

/** What clocks there show, read as if it were UTC. */
function shownAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates in ISO order.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}
