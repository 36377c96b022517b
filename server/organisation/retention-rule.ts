import { addDays, type Day } from '../shared/day.ts';
import type { OrganisationEntity } from './organisation.entity.ts';

/** How many days there are at least between a shorter time being set and the first deletion that follows from it. */
export const NOTICE_DAYS = 14;

/** The longest time that can be set, in days. */
export const LONGEST_RETENTION = 3_650;

/** What decides when a closed case is deleted. */
export type RetentionRule = Pick<OrganisationEntity, 'retentionDays' | 'retentionSetOn'>;

/** The day on which a case is deleted that was closed on a day; null: on none. */
export function deletionDay(
  closedOn: Day | null,
  { retentionDays, retentionSetOn }: RetentionRule,
): Day | null {
  if (closedOn === null || retentionDays === null) return null;
  const due = addDays(closedOn, retentionDays);
  if (retentionSetOn === null) return due;
  const noticeEnds = addDays(retentionSetOn, NOTICE_DAYS);
  return [due, noticeEnds].sort().at(-1) ?? due;
}

/** The last day of closing whose cases are deleted on a day or before; null: none are. */
export function closedBefore(day: Day, rule: RetentionRule): Day | null {
  if (rule.retentionDays === null) return null;
  const isNoticeOver = rule.retentionSetOn === null || addDays(rule.retentionSetOn, NOTICE_DAYS) <= day;
  return isNoticeOver ? addDays(day, -rule.retentionDays) : null;
}

/** The rule that follows when another time is set today: one that is longer than before needs no notice. */
export function changedRule(before: RetentionRule, days: number | null, today: Day): RetentionRule {
  const isShorter = days !== null && (before.retentionDays === null || days < before.retentionDays);
  return { retentionDays: days, retentionSetOn: isShorter ? today : before.retentionSetOn };
}

/**
 * Says what stands against a time, in a sentence; null where nothing does. Reporters can go on in a closed case for a
 * while: nothing may be deleted before that is over.
 *
 * @param reopenDays for how many days a reporter's message reopens a closed case.
 */
export function whyNotKept(days: number | null, reopenDays: number): string | null {
  if (days === null) return null;
  if (days <= reopenDays) {
    return `Reporters can write for ${reopenDays} days after their case was closed. Keep cases for longer than that.`;
  }
  return days > LONGEST_RETENTION ? 'Keep cases for at most 3,650 days, or set no time.' : null;
}
