import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrap, CaseWrapService, KeyHolder } from '../access/case-wrap.service.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseBodyService } from '../reports/case-body.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { KeptOutLabels } from '../reports/kept-out-label.service.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
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
} from './case-holders.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { InboxService } from './inbox.service.ts';

/** Cases that one call grants. */
const MOST_PER_CALL = 100;

/** A case to be granted. */
interface GrantRow extends CaseWrap {
  readonly sealed_kept_out: Buffer | null;
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
    const batch = await this.grant(caseworker, to, 'AND w.case_id = $3', [found.id]);
    if (!batch) return new CannotHoldCase();
    if (!(await staff.canOpen(dataSource.manager, to, found.id))) return new CannotHoldCase();
    const now = await inbox.find(caseworker, found.id);
    return now ? new CaseGranted(now) : new CaseNotFound();
  }

  /** Grants some of the cases that are left, the oldest first. */
  async some(caseworker: Caseworker, input: GrantCasesInput): Promise<CasesGranted | CannotHoldCase> {
    const to = input.caseworkerId.toLowerCase();
    const granted = await this.grant(caseworker, to, IN_SCOPE[input.scope], []);
    if (granted === null) return new CannotHoldCase();
    const counts = await this.counts(caseworker, to);
    return new CasesGranted(granted, input.scope === GrantScope.OPEN ? counts.open : counts.all);
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

  /** @returns how many were granted; null where nothing can be granted to that person. */
  private async grant(
    caseworker: Caseworker,
    to: string,
    which: string,
    values: readonly unknown[],
  ): Promise<number | null> {
    if (!isUuid(to)) return null;
    const { dataSource, wakeUp, organisations, epochs, staff } = this.parts;
    const today = await organisations.today();
    const granted = await inTransaction(dataSource, async (manager) => {
      await epochs.change(manager);
      const holder = (await staff.eligibleCaseworkers(manager)).find(({ id }) => id === to);
      if (!holder) return null;
      const rows = await manager.query<GrantRow[]>(
        `SELECT w.case_id AS id, w.case_key_wrap, w.fast_wrap, f.sealed_kept_out FROM ${GRANTABLE} ${which}
         ORDER BY f.received_on, w.case_id LIMIT ${MOST_PER_CALL}`,
        [caseworker.caseworkerId, to, ...values],
      );
      const caseIds = await this.wrapFor(manager, caseworker, holder, rows);
      if (caseIds.length === 0) return 0;
      await this.parts.acts.recordForMany(manager, caseworker, caseIds, CaseActKind.GRANTED, to);
      await this.parts.caseFiles.noteChanges(manager, caseIds, today);
      return caseIds.length;
    });
    if (granted) wakeUp.notify();
    return granted;
  }

  /** @returns the cases that were wrapped; those that a reporter's choice keeps the holder from are not. */
  private async wrapFor(
    manager: EntityManager,
    caseworker: Caseworker,
    holder: KeyHolder,
    rows: readonly GrantRow[],
  ): Promise<string[]> {
    const { wraps, bodies, labels, exclusions } = this.parts;
    const keptBy = new Set(await labels.standingFor(manager, holder.id));
    const opened = rows.map((row) => ({ row, keys: wraps.open(row, caseworker) }));
    const isKept = ({ row, keys }: (typeof opened)[number]) =>
      bodies
        .keptOut({ id: row.id, sealedKeptOut: row.sealed_kept_out }, keys)
        .some(({ id }) => keptBy.has(id));
    const kept = opened.filter(isKept).map(({ row }) => row.id);
    if (kept.length > 0) await exclusions.add(manager, kept, holder.id);
    const given = opened.filter(({ row }) => !kept.includes(row.id));
    await wraps.insertForOne(
      manager,
      holder,
      given.map(({ row, keys }) => ({ caseId: row.id, keys })),
    );
    return given.map(({ row }) => row.id);
  }
}
