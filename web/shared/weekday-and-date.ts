/** How much of a day is told beside its weekday: `9 April`, or `9 April 2026`. */
export type DayReach = 'near' | 'dated';

// Making one takes longer than using it, and a page of messages has many days.
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a day with its weekday as people say it: `Thursday 9 April 2026`.
 *
 * @param locale BCP 47. @param day `YYYY-MM-DD`; it has no time zone, so it is read and written as UTC and never slips to
 *   its neighbour.
 */
export function weekdayAndDate(locale: string, day: string, reach: DayReach): string {
  const parts = formatFor(locale, reach).formatToParts(new Date(`${day}T00:00:00Z`));
  // Unicode has a comma there where the year is told and none where it is not, and has changed its mind before.
  const isBritish = /^(en|cy)\b/i.test(locale);
  return parts
    .map(({ type, value }) => (isBritish && type === 'literal' ? value.replace(',', '') : value))
    .join('');
}

function formatFor(locale: string, reach: DayReach): Intl.DateTimeFormat {
  const name = `${locale} ${reach}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(reach === 'dated' ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    });
    formats.set(name, format);
  }
  return format;
}
