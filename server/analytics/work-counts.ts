import type { EntityManager } from 'typeorm';
import type { ReplyCalendar } from '../organisation/reply-calendar.type.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import { addDays, type Day } from '../shared/day.ts';
import type { Part } from './released-parts.ts';
import { LAST_DAY } from './reply-share.ts';
import { add, type Counts, numbersOf, ROUTES, type Route } from './tally.ts';

/** Ages of open work, in days since the report came in; each up to, not including, the next. */
export const AGES = [
  ['UNDER_1_WEEK', 0],
  ['UNDER_4_WEEKS', 7],
  ['UNDER_3_MONTHS', 28],
  ['OVER_3_MONTHS', 91],
] as const;

/**
 * Adds to the tally of a month what the cases themselves show when it is closed: status, first replies, and whether
 * reporters wrote again. Cases that were deleted meanwhile are read from their tombstones; one that has none was counted
 * when it came, and is taken as closed.
 */
export async function addWork(
  manager: EntityManager,
  counts: Counts,
  month: Day,
  nextMonth: Day,
  calendar: ReplyCalendar,
): Promise<void> {
  await addStatuses(manager, counts, month, nextMonth);
  const rows = await manager.query<{ received: Day; replied: Day | null; wrote: boolean | null }[]>(
    `SELECT f.received_on AS received, min(m.sent_on) FILTER (WHERE m.author = 'CASEWORKER') AS replied,
            bool_or(m.author = 'REPORTER') AS wrote
     FROM case_file f JOIN conversation c ON c.case_id = f.id LEFT JOIN message m ON m.conversation_id = c.id
     WHERE f.received_on >= $1 AND f.received_on < $2 GROUP BY f.id
     UNION ALL
     SELECT received_on, first_reply_on, reporter_wrote FROM case_tombstone
     WHERE messaging AND received_on >= $1 AND received_on < $2`,
    [month, nextMonth],
  );
  const wanted = numbersOf(counts, 'MESSAGING', 'ALL').get('true') ?? 0;
  if (rows.length > wanted) return;
  const route: Route = 'ANONYMOUS';
  for (const label of ['W0', 'N']) add(counts, 'REPLY', route, label, 0);
  for (const label of ['true', 'false']) add(counts, 'WROTE', route, label, 0);
  for (const { received, replied, wrote } of rows) {
    add(counts, 'REPLY', route, replied === null ? 'N' : replyLabel(received, replied, calendar), 1);
    add(counts, 'WROTE', route, String(wrote === true), 1);
  }
  add(counts, 'REPLY', route, 'N', wanted - rows.length);
  add(counts, 'WROTE', route, 'false', wanted - rows.length);
}

function replyLabel(received: Day, replied: Day, calendar: ReplyCalendar): string {
  const days = calendar.daysBetween(received, replied);
  return `${days <= calendar.targetWorkingDays ? 'W' : 'L'}${Math.min(days, LAST_DAY + 1)}`;
}

async function addStatuses(
  manager: EntityManager,
  counts: Counts,
  month: Day,
  nextMonth: Day,
): Promise<void> {
  const rows = await manager.query<{ route: Route; status: CaseStatus; number: number }[]>(
    `SELECT CASE WHEN has_contact_details THEN 'CONTACT_DETAILS' ELSE 'ANONYMOUS' END AS route, status,
            count(*)::integer AS number
     FROM (
       SELECT received_on, sealed_contact_details IS NOT NULL AS has_contact_details, status FROM case_file
       UNION ALL
       SELECT received_on, has_contact_details, status FROM case_tombstone
     ) cases WHERE received_on >= $1 AND received_on < $2 GROUP BY 1, 2`,
    [month, nextMonth],
  );
  for (const route of ROUTES) {
    const counted = numbersOf(counts, 'REPORTS', route).get('*') ?? 0;
    const own = rows.filter((row) => row.route === route);
    const deleted = counted - own.reduce((sum, { number }) => sum + number, 0);
    // Cases that were never counted would be told among those that were: then the status of this month is not told.
    if (deleted < 0) {
      delete counts['STATUS'];
      return;
    }
    for (const status of Object.values(CaseStatus)) {
      add(counts, 'STATUS', route, status, own.find((row) => row.status === status)?.number ?? 0);
    }
    add(counts, 'STATUS', route, CaseStatus.CLOSED, deleted);
  }
}

/**
 * What was open when a month was closed, by age, and how much was closed in it.
 *
 * The same cases are counted again the next month, so the difference of two months would tell how many moved. Therefore
 * these numbers are rounded to twice the threshold: where two of them are equal, up to that many may have moved.
 */
export async function workParts(
  manager: EntityManager,
  month: Day,
  nextMonth: Day,
  today: Day,
  threshold: number,
): Promise<Part[]> {
  const step = 2 * threshold;
  const part = (subject: string, label: string, count: number): Part[] =>
    count < threshold
      ? []
      : [{ subject, months: [month], route: 'ALL', labels: [label], count: Math.round(count / step) * step }];
  const parts: Part[] = [];
  for (const [index, [label, from]] of AGES.entries()) {
    const until = AGES[index + 1]?.[1];
    const [row] = await manager.query<{ number: number }[]>(
      `SELECT count(*)::integer AS number FROM case_file
       WHERE status <> 'CLOSED' AND received_on <= $1 AND ($2::date IS NULL OR received_on > $2)`,
      [addDays(today, -from), until === undefined ? null : addDays(today, -until)],
    );
    parts.push(...part('BACKLOG', label, row?.number ?? 0));
  }
  const [closed] = await manager.query<{ number: number }[]>(
    `SELECT count(*)::integer AS number FROM (
       SELECT closed_on FROM case_file UNION ALL SELECT closed_on FROM case_tombstone
     ) cases WHERE closed_on >= $1 AND closed_on < $2`,
    [month, nextMonth],
  );
  return [...parts, ...part('CLOSED', '*', closed?.number ?? 0)];
}
