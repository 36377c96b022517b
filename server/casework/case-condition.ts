import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseFilter } from './case.input.ts';
import { CaseOrder } from './case.type.ts';
import { CaseView } from './case-view.type.ts';
import { type InboxCursor, NO_DAY } from './inbox-cursor.ts';

/** A `WHERE` clause over the tables of a `CaseRow`, with its parameters. `$1` is whoever asks, `$2` the day it is. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What puts a case into a list, where `$1` is whoever asks and `$2` the day it is. */
export const VIEWS: Readonly<Record<CaseView, string>> = {
  [CaseView.MY_CASES]: "f.assignee_id = $1 AND f.status <> 'CLOSED'",
  [CaseView.UNASSIGNED]: "f.assignee_id IS NULL AND f.status <> 'CLOSED'",
  [CaseView.REPLY_DUE]: 'f.reply_due_by IS NOT NULL',
  [CaseView.OVERDUE]: 'f.reply_due_by < $2',
  [CaseView.WAITING_FOR_REPORTER]: "f.status = 'WAITING_FOR_REPORTER'",
  [CaseView.ALL_OPEN]: "f.status <> 'CLOSED'",
  [CaseView.CLOSED]: "f.status = 'CLOSED'",
};

/** `ORDER BY` of the inbox. */
export const ORDERS: Readonly<Record<CaseOrder, string>> = {
  [CaseOrder.REPLY_DUE]: `COALESCE(f.reply_due_by, '${NO_DAY}'), f.id`,
  [CaseOrder.RECEIVED]: 'f.received_on DESC, f.id',
};

const UNREAD = '(w.read_seq IS NULL OR w.read_seq < COALESCE(c.last_reporter_seq, 0))';

/** Cases that a caseworker holds a key to and that fit a filter. */
export function fitting(caseworker: Caseworker, filter: CaseFilter, today: Day): Condition {
  const parameters: unknown[] = [caseworker.caseworkerId, today];
  // The day is named once in any case: PostgreSQL refuses a parameter that it cannot tell the type of.
  const clauses = ['w.caseworker_id = $1', '$2::date IS NOT NULL'];
  const add = (clause: (parameter: string) => string, value: unknown) => {
    if (value == null) return;
    parameters.push(value);
    clauses.push(clause(`$${parameters.length}`));
  };
  add((values) => `f.status = ANY(${values})`, filter.status);
  if (filter.assignee != null && !isUuid(filter.assignee)) clauses.push('false');
  else add((value) => `f.assignee_id = ${value}`, filter.assignee);
  add((value) => `(f.assignee_id IS NULL) = ${value}`, filter.isUnassigned);
  add((value) => `${UNREAD} = ${value}`, filter.hasUnread);
  add((value) => `f.received_on >= ${value}`, filter.receivedFrom);
  add((value) => `f.received_on <= ${value}`, filter.receivedTo);
  add((value) => `COALESCE(f.reply_due_by < $2, false) = ${value}`, filter.isOverdue);
  if (filter.view != null) clauses.push(VIEWS[filter.view]);
  add(
    (value) => `f.id IN (SELECT case_id FROM case_label WHERE label_id = ${value})`,
    filter.label?.replaceAll('\0', ''),
  );
  return { sql: clauses.join(' AND '), parameters };
}

/** Those of them that stand behind a place. */
export function behind(condition: Condition, cursor: InboxCursor, order: CaseOrder): Condition {
  const day = `$${condition.parameters.length + 1}::date`;
  const id = `$${condition.parameters.length + 2}::uuid`;
  const place =
    order === CaseOrder.RECEIVED
      ? `f.received_on <= ${day} AND (f.received_on < ${day} OR f.id > ${id})`
      : `(COALESCE(f.reply_due_by, '${NO_DAY}'), f.id) > (${day}, ${id})`;
  return {
    sql: `${condition.sql} AND ${place}`,
    parameters: [...condition.parameters, cursor.day, cursor.id],
  };
}
