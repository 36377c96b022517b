import type { ResultOf, VariablesOf } from '../../shared/graphql.ts';
import type { ChangeReplyTimes, ReplyTimesQuery } from './reply-times.query.ts';

/** The hours as they are stored. */
export type ReplyTimes = ResultOf<typeof ReplyTimesQuery>['serviceHours'];

/** Weekdays as the service counts them: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Some hours of a weekday as they are filled in: `HH:MM`, where midnight at the end is 00:00. */
export interface PeriodDraft {
  /** Names it while it is changed; nobody else learns it. */
  readonly key: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** A closure as it is filled in: days `YYYY-MM-DD` or empty, reasons by locale. */
export interface ClosureDraft {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** The hours as they are filled in. */
export interface ReplyTimesDraft {
  readonly timeZone: string;
  readonly targetWorkingDays: string;
  /** By weekday, and within one in the order in which they were added. */
  readonly periods: readonly PeriodDraft[];
  readonly closures: readonly ClosureDraft[];
}

/** The end of a day, as the service writes it and as a field for times does. */
const [END_OF_DAY, MIDNIGHT] = ['24:00', '00:00'];

/** The hours, to be filled in. */
export function replyTimesDraft(stored: ReplyTimes): ReplyTimesDraft {
  return {
    timeZone: stored.timeZone,
    targetWorkingDays: String(stored.targetWorkingDays),
    periods: stored.periods.map(({ weekday, from, to }) => ({
      key: crypto.randomUUID(),
      weekday,
      from,
      to: to === END_OF_DAY ? MIDNIGHT : to,
    })),
    closures: stored.closures.map(({ from, to, reasons }) => ({
      key: crypto.randomUUID(),
      from,
      to,
      reasons: Object.fromEntries(reasons.map(({ locale, text }) => [locale, text])),
    })),
  };
}

/** What is sent to have the hours so. */
export function replyTimesInput(
  draft: ReplyTimesDraft,
  version: string,
): VariablesOf<typeof ChangeReplyTimes>['input'] {
  const target = Number(draft.targetWorkingDays.trim());
  return {
    version,
    timeZone: draft.timeZone,
    // What is no number is refused with the same sentence as a number that promises nothing.
    targetWorkingDays: Number.isSafeInteger(target) && target < 1_000 ? target : 0,
    periods: draft.periods.map(({ weekday, from, to }) => ({
      weekday,
      from,
      to: to === MIDNIGHT ? END_OF_DAY : to,
    })),
    // All of them are in rows; a day that stood here too could not be taken out with its row.
    closureDays: [],
    closures: draft.closures.map(({ from, to, reasons }) => ({
      from,
      to,
      reasons: Object.entries(reasons).map(([locale, text]) => ({ locale, text })),
    })),
  };
}

/** The draft with more hours on a weekday, behind those it has; the first ones are office hours. */
export function withPeriod(draft: ReplyTimesDraft, weekday: number): ReplyTimesDraft {
  const isFirst = draft.periods.every((period) => period.weekday !== weekday);
  const [from, to] = isFirst ? ['09:00', '17:00'] : ['', ''];
  const added = { key: crypto.randomUUID(), weekday, from, to };
  const periods = [...draft.periods, added].sort((one, other) => one.weekday - other.weekday);
  return { ...draft, periods };
}

/** The draft with one more closure, to be filled in. */
export function withClosure(draft: ReplyTimesDraft): ReplyTimesDraft {
  return {
    ...draft,
    closures: [...draft.closures, { key: crypto.randomUUID(), from: '', to: '', reasons: {} }],
  };
}

/** The fields of closures, by their ids, in which a day is missing. */
export function missingDays({ closures }: ReplyTimesDraft): string[] {
  return closures.flatMap(({ from, to }, index) => [
    ...(from === '' ? [`closures-${index}-from`] : []),
    ...(to === '' ? [`closures-${index}-to`] : []),
  ]);
}

/** Every time zone that the browser knows, and the one that is stored. */
export function timeZones(stored: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', stored])].sort();
}
