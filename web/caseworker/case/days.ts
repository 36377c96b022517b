const DAY = 24 * 60 * 60 * 1000; // milliseconds

/** How a reply's due day is put into words. */
export type ReplyDueWords =
  | { readonly kind: 'none' | 'paused' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'weekday'; readonly day: string }
  | { readonly kind: 'date'; readonly day: string };

/**
 * Chooses the shortest words that cannot be misread: a weekday names the coming one only within six days.
 *
 * @param due what the service says: the day, `YYYY-MM-DD`, and whether it has passed in the organisation's calendar,
 *   which outranks the clock of this computer; without a day, whether one comes again once nobody waits for the reporter.
 * @param today `YYYY-MM-DD`, here.
 */
export function wordsForReplyDue(
  due: {
    readonly replyDueBy: string | null;
    readonly isOverdue: boolean;
    readonly isReplyPaused: boolean;
  },
  today: string,
): ReplyDueWords {
  if (due.replyDueBy === null) return { kind: due.isReplyPaused ? 'paused' : 'none' };
  const days = daysBetween(today, due.replyDueBy);
  if (due.isOverdue) return { kind: 'late', days: Math.max(1, -days) };
  if (days <= 0) return { kind: 'today' };
  if (days === 1) return { kind: 'tomorrow' };
  return days <= 6 ? { kind: 'weekday', day: due.replyDueBy } : { kind: 'date', day: due.replyDueBy };
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The day it is on this computer, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  const day = String(instant.getDate()).padStart(2, '0');
  return `${instant.getFullYear()}-${month}-${day}`;
}
