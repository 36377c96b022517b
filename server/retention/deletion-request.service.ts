import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { addDays, type Day } from '../shared/day.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { RequestContext } from '../viewer.ts';
import type { DeletionPurpose, DeletionRequest } from './deletion.type.ts';

/** For how many days a second person can confirm. */
const CONFIRM_WITHIN = 14;

/** A request that still counts. */
export interface OpenRequest {
  readonly caseId: string;
  readonly askedBy: string;
  readonly askedOn: Day;
  readonly purpose: DeletionPurpose;
}

/**
 * Requests that count on the day `$1`: not too old, on a case that is still closed and in which its reporter wrote nothing
 * since, of somebody who can still open it.
 */
const OPEN = `SELECT r.case_id AS "caseId", r.asked_by AS "askedBy", r.asked_on AS "askedOn", r.purpose
  FROM deletion_request r JOIN case_file f ON f.id = r.case_id
  JOIN case_wrap w ON w.case_id = r.case_id AND w.caseworker_id = r.asked_by
  LEFT JOIN conversation c ON c.case_id = r.case_id
  WHERE r.reporter_seq = COALESCE(c.last_reporter_seq, 0) AND r.asked_on >= $1::date - ${CONFIRM_WITHIN} AND f.status = 'CLOSED' AND f.closed_on <= r.asked_on`;

/** Deletions that were asked for, one at most for each case. */
export class DeletionRequests {
  private readonly byRequest = new WeakMap<RequestContext, DataLoader<string, DeletionRequest | null>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly staff: StaffService,
  ) {}

  /** What is asked for on a case; for a whole list with one statement. */
  async of(context: RequestContext, caseId: string): Promise<DeletionRequest | null> {
    const loader = this.byRequest.get(context) ?? new DataLoader((ids) => this.shown(ids));
    this.byRequest.set(context, loader);
    return loader.load(caseId);
  }

  /** The request of a case that the caller's transaction holds; null where none counts. */
  async open(manager: EntityManager, caseId: string, today: Day): Promise<OpenRequest | null> {
    const [row] = await manager.query<OpenRequest[]>(`${OPEN} AND r.case_id = $2`, [today, caseId]);
    return row ?? null;
  }

  /** Asks, in the place of whatever was asked for before, inside the caller's transaction. */
  async put(manager: EntityManager, { caseId, askedBy, askedOn, purpose }: OpenRequest): Promise<void> {
    await manager.query(
      `INSERT INTO deletion_request (case_id, asked_by, asked_on, purpose, reporter_seq)
       SELECT f.id, $2, $3, $4, COALESCE(c.last_reporter_seq, 0)
       FROM case_file f LEFT JOIN conversation c ON c.case_id = f.id WHERE f.id = $1
       ON CONFLICT (case_id) DO UPDATE SET asked_by = EXCLUDED.asked_by, asked_on = EXCLUDED.asked_on,
         purpose = EXCLUDED.purpose, reporter_seq = EXCLUDED.reporter_seq`,
      [caseId, askedBy, askedOn, purpose],
    );
  }

  /** Takes the request of a case off, inside the caller's transaction. @returns who had asked; null where nobody. */
  async drop(manager: EntityManager, caseId: string): Promise<string | null> {
    const [rows] = await manager.query<[{ asked_by: string }[], number]>(
      'DELETE FROM deletion_request WHERE case_id = $1 RETURNING asked_by',
      [caseId],
    );
    return rows[0]?.asked_by ?? null;
  }

  /** Deletes requests that nobody confirmed in time. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM deletion_request WHERE asked_on < $1', [
      addDays(await this.organisations.today(), -CONFIRM_WITHIN),
    ]);
  }

  private async shown(caseIds: readonly string[]): Promise<(DeletionRequest | null)[]> {
    const rows = await this.dataSource.query<OpenRequest[]>(`${OPEN} AND r.case_id = ANY($2)`, [
      await this.organisations.today(),
      caseIds,
    ]);
    const people = await this.staff.byIds(rows.map(({ askedBy }) => askedBy));
    return caseIds.map((caseId) => {
      const row = rows.find((each) => each.caseId === caseId);
      const askedBy = people.find(({ id }) => id === row?.askedBy);
      if (!row || !askedBy) return null;
      const { purpose, askedOn } = row;
      return { purpose, askedOn, askedBy, expiresOn: addDays(askedOn, CONFIRM_WITHIN) };
    });
  }
}
