import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseFilter } from './case.input.ts';
import { Case, type CaseConnection, CaseOrder } from './case.type.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import { cursorOf, type InboxCursor, NO_DAY } from './inbox-cursor.ts';

const MOST_PER_PAGE = 100;

/** A `WHERE` clause with its parameters. */
interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Lists of cases, for those who hold a key to them. Opens no body. */
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
  ) {}

  /** One page after a cursor. `first` is cut to 1–100. */
  async page(
    caseworker: Caseworker,
    request: {
      first: number;
      after: InboxCursor | null;
      filter: CaseFilter;
      orderBy: CaseOrder;
    },
  ): Promise<CaseConnection> {
    const today = await this.organisations.today();
    const size = Math.min(Math.max(request.first, 1), MOST_PER_PAGE);
    const fitting = where(caseworker, request.filter, today);
    const page = request.after ? after(fitting, request.after, request.orderBy) : fitting;
    const [rows, [counted]] = await Promise.all([
      this.dataSource.query<CaseRow[]>(
        `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE ${page.sql} ORDER BY ${ORDERS[request.orderBy]} LIMIT ${size + 1}`,
        [...page.parameters],
      ),
      this.dataSource.query<{ total: number }[]>(
        `SELECT count(*)::int AS total FROM ${CASE_TABLES} WHERE ${fitting.sql}`,
        [...fitting.parameters],
      ),
    ]);
    const edges = rows.slice(0, size).map((row) => ({
      cursor: cursorOf(row, request.orderBy),
      node: new Case(row, today),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > size,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: counted?.total ?? 0,
    };
  }

  /** One case, or null when there is none or this caseworker holds no key to it. */
  async find(caseworker: Caseworker, caseId: string): Promise<Case | null> {
    if (!isUuid(caseId)) return null;
    const [row] = await this.dataSource.query<CaseRow[]>(
      `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE w.caseworker_id = $1 AND w.case_id = $2`,
      [caseworker.caseworkerId, caseId],
    );
    return row ? new Case(row, await this.organisations.today()) : null;
  }

  /**
   * Notes how far this caseworker has opened a conversation: never backwards, and never ahead of what is there, or the
   * next message would count as opened. False when they hold no key.
   */
  async markRead(caseworker: Caseworker, caseId: string, upToSeq: number): Promise<boolean> {
    if (!isUuid(caseId)) return false;
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE case_wrap w SET read_seq = GREATEST(COALESCE(w.read_seq, 0), LEAST($3::integer, COALESCE(
         (SELECT c.last_seq FROM conversation c WHERE c.case_id = w.case_id), 0)))
       WHERE w.caseworker_id = $1 AND w.case_id = $2`,
      [caseworker.caseworkerId, caseId, upToSeq],
    );
    return count > 0;
  }
}

const ORDERS: Record<CaseOrder, string> = {
  [CaseOrder.REPLY_DUE]: `COALESCE(f.reply_due_by, '${NO_DAY}'), f.id`,
  [CaseOrder.RECEIVED]: 'f.received_on DESC, f.id',
};

const UNREAD = '(w.read_seq IS NULL OR w.read_seq < COALESCE(c.last_reporter_seq, 0))';

function where(caseworker: Caseworker, filter: CaseFilter, today: string): Condition {
  const parameters: unknown[] = [caseworker.caseworkerId];
  const clauses = ['w.caseworker_id = $1'];
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
  if (filter.isOverdue != null) {
    add(
      (value) => `COALESCE(f.reply_due_by < ${value}, false) = ${filter.isOverdue ? 'true' : 'false'}`,
      today,
    );
  }
  return { sql: clauses.join(' AND '), parameters };
}

function after(condition: Condition, cursor: InboxCursor, order: CaseOrder): Condition {
  const day = `$${condition.parameters.length + 1}::date`;
  const id = `$${condition.parameters.length + 2}::uuid`;
  const behind =
    order === CaseOrder.RECEIVED
      ? `(f.received_on < ${day} OR (f.received_on = ${day} AND f.id > ${id}))`
      : `(COALESCE(f.reply_due_by, '${NO_DAY}'), f.id) > (${day}, ${id})`;
  return {
    sql: `${condition.sql} AND ${behind}`,
    parameters: [...condition.parameters, cursor.day, cursor.id],
  };
}
