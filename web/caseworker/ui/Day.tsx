import { type IntlShape, useIntl } from 'react-intl';
import { weekdayAndDate } from '../../shared/weekday-and-date.ts';

/** How much of a day is told: `Thursday 9 April 2026`, `9 Apr 2026`, or `Thursday`. */
export type DayStyle = 'long' | 'short' | 'weekday';

const formats = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long' },
} as const;

/** A day of the organisation's calendar, `YYYY-MM-DD`, in words. */
export function Day({ day, style }: { readonly day: string; readonly style: DayStyle }) {
  return <time dateTime={day}>{dayInWords(useIntl(), day, style)}</time>;
}

/** The words alone. A day has no time zone: it is read and written as UTC, so that it never slips to its neighbour. */
export function dayInWords(intl: IntlShape, day: string, style: DayStyle): string {
  if (style === 'long') return weekdayAndDate(intl.locale, day, 'dated');
  return intl.formatDate(`${day}T00:00:00Z`, { ...formats[style], timeZone: 'UTC' });
}

/** A month, `YYYY-MM`, in words: `April 2026`. */
export function monthInWords(intl: IntlShape, month: string): string {
  return intl.formatDate(`${month}-01T00:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
