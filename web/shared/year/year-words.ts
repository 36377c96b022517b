import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from '../messages/reporter/catalog.ts';

/** How a page of numbers is worded in the language around it. */
export interface YearWords {
  readonly say: (id: MessageId, values?: Readonly<Record<string, ReactNode>>) => ReactNode;
  readonly number: (count: number) => string;
  /** From 0 to 1. */
  readonly share: (share: number) => string;
  readonly year: (year: number) => string;
  /** The name of the month that a day lies in. */
  readonly month: (day: string) => string;
  readonly monthOfYear: (day: string) => string;
}

/** Needs the texts of the portal around it: those of the dashboard are others. */
export function useYearWords(): YearWords {
  const intl = useIntl();
  const formatMessage = intl.formatMessage as unknown as (
    message: { id: MessageId },
    values: object,
  ) => ReactNode;
  const dated = (day: string, style: Intl.DateTimeFormatOptions) =>
    intl.formatDate(new Date(`${day}T00:00:00Z`), { ...style, timeZone: 'UTC' });
  return {
    say: (id, values = {}) => formatMessage({ id }, values),
    number: (count) => intl.formatNumber(count),
    share: (share) => intl.formatNumber(share, { style: 'percent' }),
    year: (year) => dated(`${year}-01-01`, { year: 'numeric' }),
    month: (day) => dated(day, { month: 'long' }),
    monthOfYear: (day) => dated(day, { month: 'long', year: 'numeric' }),
  };
}
