import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseFilter } from './case.input.ts';
import { Case, type CaseConnection, type CaseDays, CaseOrder } from './case.type.ts';
import { behind, fitting, ORDERS } from './case-condition.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import { cursorOf, type InboxCursor } from './inbox-cursor.ts';

const MOST_PER_PAGE = 100;

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
    const days = await this.days();
    const size = Math.min(Math.max(request.first, 1), MOST_PER_PAGE);
    const wanted = fitting(caseworker, request.filter, days.today);
    const page = request.after ? behind(wanted, request.after, request.orderBy) : wanted;
    const order = ORDERS[request.orderBy];
    const [rows, [counted]] = await Promise.all([
      this.dataSource.query<CaseRow[]>(
        // Ids first: sorting thousands of wide rows, wraps and all, to show 25 takes twice as long.
        `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE w.caseworker_id = $1 AND f.id IN (
           SELECT f.id FROM ${CASE_TABLES} WHERE ${page.sql} ORDER BY ${order} LIMIT ${size + 1}
         ) ORDER BY ${order}`,
        [...page.parameters],
      ),
      this.dataSource.query<{ total: number }[]>(
        `SELECT count(*)::int AS total FROM ${CASE_TABLES} WHERE ${wanted.sql}`,
        [...wanted.parameters],
      ),
    ]);
    const edges = rows.slice(0, size).map((row) => ({
      cursor: cursorOf(row, request.orderBy),
      node: new Case(row, days),
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
    return row ? new Case(row, await this.days()) : null;
  }

  /** Many cases by id; what is not there any more, or not this caseworker's, is missing. */
  async findMany(caseworker: Caseworker, caseIds: readonly string[]): Promise<Map<string, Case>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.dataSource.query<CaseRow[]>(
      `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE w.caseworker_id = $1 AND w.case_id = ANY($2)`,
      [caseworker.caseworkerId, caseIds],
    );
    const days = await this.days();
    return new Map(rows.map((row) => [row.id, new Case(row, days)]));
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

  /** The days that the state of a case is told by. */
  async days(): Promise<CaseDays> {
    const [today, { reopenDays }] = await Promise.all([
      this.organisations.today(),
      this.organisations.settings(),
    ]);
    return { today, reopenDays };
  }
}
