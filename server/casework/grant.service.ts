import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrap, CaseWrapService, KeyHolder } from '../access/case-wrap.service.ts';
import { SealBroken } from '../crypto/sealing.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseBodyService } from '../reports/case-body.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { KeptOutLabels } from '../reports/kept-out-label.service.ts';
import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import { Case } from './case.type.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import type { CaseExclusions } from './case-exclusion.service.ts';
import type { GrantCaseInput, GrantCasesInput } from './case-holders.input.ts';
import {
  CannotHoldCase,
  CaseGranted,
  CasesGranted,
  type GrantableColleague,
  GrantScope,
  type NotGranted,
  NotGrantedReason,
} from './case-holders.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import type { InboxService } from './inbox.service.ts';

/** Cases that one call grants, and cases that it names as not granted. */
const MOST_PER_CALL = 100;

/** A case to be granted. */
interface GrantRow extends CaseWrap {
  readonly sealed_kept_out: Buffer | null;
  readonly received_on: Day;
}

/**
 * Cases that `$1` holds and `$2` does not, and that `$2` is not kept from.
 *
 * One that a label keeps them from which came to stand for them later counts until it is tried: the choice is sealed.
 */
const GRANTABLE = `case_wrap w JOIN case_file f ON f.id = w.case_id
  WHERE w.caseworker_id = $1
    AND NOT EXISTS (SELECT FROM case_wrap h WHERE h.case_id = w.case_id AND h.caseworker_id = $2)
    AND NOT EXISTS (SELECT FROM case_exclusion e WHERE e.case_id = w.case_id AND e.caseworker_id = $2)`;

const IN_SCOPE: Readonly<Record<GrantScope, string>> = {
  [GrantScope.OPEN]: "AND f.status <> 'CLOSED'",
  [GrantScope.ALL]: '',
};

/** What grants are built from. */
export interface GrantParts {
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly wraps: CaseWrapService;
  readonly epochs: CaseEpochService;
  readonly staff: StaffService;
  readonly bodies: CaseBodyService;
  readonly labels: KeptOutLabels;
  readonly exclusions: CaseExclusions;
  readonly caseFiles: CaseFileService;
  readonly inbox: InboxService;
  readonly acts: CaseActService;
}

/** Hands the keys of cases on: from somebody who holds them to a colleague, all epochs, or not at all. */
export class GrantService {
  constructor(private readonly parts: GrantParts) {}

  /** Grants one case. */
  async one(
    caseworker: Caseworker,
    input: GrantCaseInput,
  ): Promise<CaseGranted | CannotHoldCase | CaseNotFound> {
    const { dataSource, inbox, staff } = this.parts;
    const found = await inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const to = input.caseworkerId.toLowerCase();
    const batch = await this.grant(caseworker, to, 'AND w.case_id = $5', [found.id]);
    if (!batch) return new CannotHoldCase();
    if (!(await staff.canOpen(dataSource.manager, to, found.id))) return new CannotHoldCase();
    const now = await inbox.find(caseworker, found.id);
    return now ? new CaseGranted(now) : new CaseNotFound();
  }

  /** Grants some of the cases that are left, the oldest first. */
  async some(caseworker: Caseworker, input: GrantCasesInput): Promise<CasesGranted | CannotHoldCase> {
    const to = input.caseworkerId.toLowerCase();
    const batch = await this.grant(caseworker, to, IN_SCOPE[input.scope], []);
    if (!batch) return new CannotHoldCase();
    if (batch.isLast) {
      return new CasesGranted(batch.granted, 0, await this.notGranted(caseworker, to, input.scope));
    }
    const counts = await this.counts(caseworker, to);
    const left = input.scope === GrantScope.OPEN ? counts.open : counts.all;
    return new CasesGranted(batch.granted, left, null);
  }

  /** Every other active caseworker, by name, with what is left to grant to them. */
  async colleagues(caseworker: Caseworker): Promise<GrantableColleague[]> {
    const others = (await this.parts.staff.activeCaseworkers()).filter(
      ({ id }) => id !== caseworker.caseworkerId,
    );
    return Promise.all(
      others.map(async (colleague) => ({ colleague, ...(await this.counts(caseworker, colleague.id)) })),
    );
  }

  private async counts({ caseworkerId }: Caseworker, to: string): Promise<{ open: number; all: number }> {
    const [row] = await this.parts.dataSource.query<{ open: number; all: number }[]>(
      `SELECT count(*)::int AS "all", count(*) FILTER (WHERE f.status <> 'CLOSED')::int AS open FROM ${GRANTABLE}`,
      [caseworkerId, to],
    );
    return row ?? { open: 0, all: 0 };
  }

  /** What of the caseworker's cases stays closed to a colleague, once everything else was granted. */
  private async notGranted(caseworker: Caseworker, to: string, scope: GrantScope): Promise<NotGranted> {
    const rows = await this.parts.dataSource.query<(CaseRow & { isKeptOut: boolean; count: number })[]>(
      `SELECT ${CASE_COLUMNS}, count(*) OVER ()::int AS count,
              EXISTS (SELECT FROM case_exclusion e WHERE e.case_id = f.id AND e.caseworker_id = $2) AS "isKeptOut"
       FROM ${CASE_TABLES} WHERE w.caseworker_id = $1 ${IN_SCOPE[scope]}
         AND NOT EXISTS (SELECT FROM case_wrap h WHERE h.case_id = f.id AND h.caseworker_id = $2)
       ORDER BY f.received_on, f.id LIMIT ${MOST_PER_CALL}`,
      [caseworker.caseworkerId, to],
    );
    const days = await this.parts.inbox.days();
    const cases = rows.map((row) => ({
      case: new Case(row, days),
      reason: row.isKeptOut ? NotGrantedReason.KEPT_OUT : NotGrantedReason.BROKEN,
    }));
    return { count: rows[0]?.count ?? 0, cases };
  }

  /** Grants up to 100, the oldest first. @returns null where nothing can be granted to that person. */
  private async grant(
    caseworker: Caseworker,
    to: string,
    which: string,
    values: readonly unknown[],
  ): Promise<{ readonly granted: number; readonly isLast: boolean } | null> {
    if (!isUuid(to)) return null;
    const { dataSource, wakeUp, organisations, epochs, staff } = this.parts;
    const today = await organisations.today();
    const batch = await inTransaction(dataSource, async (manager) => {
      await epochs.change(manager);
      const holder = (await staff.eligibleCaseworkers(manager)).find(({ id }) => id === to);
      if (!holder) return null;
      const caseIds: string[] = [];
      let last: GrantRow | undefined;
      let isLast = false;
      // What cannot be granted stands in nobody's way: as many are looked at as it takes.
      while (!isLast && caseIds.length < MOST_PER_CALL) {
        const size = MOST_PER_CALL - caseIds.length;
        // Locked, so that none of them is deleted before its new wrap is stored.
        const rows = await manager.query<GrantRow[]>(
          `SELECT w.case_id AS id, w.case_key_wrap, w.fast_wrap, f.sealed_kept_out, f.received_on FROM ${GRANTABLE}
             AND ($3::date IS NULL OR (f.received_on, w.case_id) > ($3::date, $4::uuid)) ${which}
           ORDER BY f.received_on, w.case_id LIMIT ${size} FOR SHARE OF w`,
          [caseworker.caseworkerId, to, last?.received_on ?? null, last?.id ?? null, ...values],
        );
        caseIds.push(...(await this.wrapFor(manager, caseworker, holder, rows)));
        last = rows.at(-1);
        isLast = rows.length < size;
      }
      if (caseIds.length > 0) {
        await this.parts.acts.recordForMany(manager, caseworker, caseIds, CaseActKind.GRANTED, to);
        await this.parts.caseFiles.noteChanges(manager, caseIds, today);
      }
      return { granted: caseIds.length, isLast };
    });
    if (batch && batch.granted > 0) wakeUp.notify();
    return batch;
  }

  /**
   * @returns the cases that were wrapped; those that a reporter's choice keeps the holder from are not, nor those that the
   *   caseworker cannot open.
   */
  private async wrapFor(
    manager: EntityManager,
    caseworker: Caseworker,
    holder: KeyHolder,
    rows: readonly GrantRow[],
  ): Promise<string[]> {
    const { wraps, bodies, labels, exclusions } = this.parts;
    const keptBy = new Set(await labels.standingFor(manager, holder.id));
    const opened = rows.flatMap((row) =>
      orNone(() => {
        const keys = wraps.open(row, caseworker);
        const chosen = bodies.keptOut({ id: row.id, sealedKeptOut: row.sealed_kept_out }, keys);
        return { row, keys, isKept: chosen.some(({ id }) => keptBy.has(id)) };
      }),
    );
    const kept = opened.filter(({ isKept }) => isKept).map(({ row }) => row.id);
    if (kept.length > 0) await exclusions.add(manager, kept, holder.id);
    const given = opened.filter(({ isKept }) => !isKept);
    await wraps.insertForOne(
      manager,
      holder,
      given.map(({ row, keys }) => ({ caseId: row.id, keys })),
    );
    return given.map(({ row }) => row.id);
  }
}

/** What is changed in the database must not keep the cases behind it from being granted. */
function orNone<Opened>(open: () => Opened): Opened[] {
  try {
    return [open()];
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}
