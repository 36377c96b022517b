import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { CaseKeys } from '../crypto/case-keys.ts';
import type { CaseStatus } from '../reports/case-status.type.ts';
import type { Clock } from '../shared/clock.ts';
import type { Caseworker } from '../viewer.ts';
import { CaseActKind } from './case-act.type.ts';

/** What is told of an act beside who did it and when. */
export interface ActDetails {
  readonly fromStatus?: CaseStatus;
  readonly toStatus?: CaseStatus;
  readonly assigneeId?: string;
  readonly messageSeq?: number;
  readonly labelId?: string;
  /** In the clear; it is sealed with the keys of the case. */
  readonly reason?: { readonly text: string; readonly caseKeys: CaseKeys };
}

/** An act as it is stored. */
export interface SealedAct {
  readonly id: string;
  readonly caseId: string;
  readonly kind: CaseActKind;
  readonly byId: string;
  readonly at: Date;
  readonly fromStatus: CaseStatus | null;
  readonly toStatus: CaseStatus | null;
  readonly assigneeId: string | null;
  readonly messageSeq: number | null;
  readonly labelId: string | null;
  readonly sealedReason: Buffer | null;
}

/** The history of what staff did. Reporters never stand in it: nothing here is written when they do something. */
export class CaseActService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Writes an act down inside the caller's transaction, and in the audit log without its words. */
  async record(
    manager: EntityManager,
    caseworker: Caseworker,
    caseId: string,
    kind: CaseActKind,
    details: ActDetails,
  ): Promise<void> {
    const id = randomUUID();
    const { fromStatus, toStatus, assigneeId, messageSeq, labelId, reason } = details;
    await manager.query(
      `INSERT INTO case_act (id, case_id, kind, caseworker_id, done_at, from_status, to_status, assignee_id,
                             message_seq, label_id, sealed_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        caseId,
        kind,
        caseworker.caseworkerId,
        this.clock.now(),
        fromStatus ?? null,
        toStatus ?? null,
        assigneeId ?? null,
        messageSeq ?? null,
        labelId ?? null,
        reason ? reason.caseKeys.seal(reason.text, place(id)) : null,
      ],
    );
    this.audit.record(
      manager,
      caseworker,
      auditActOf(kind),
      { caseId },
      {
        ...(fromStatus && { fromStatus }),
        ...(toStatus && { toStatus }),
        // Whoever is kept out may read the audit log, and finds no trace of it there.
        ...(assigneeId && kind !== CaseActKind.KEPT_OUT && { assigneeId }),
        ...(labelId && { labelId }),
      },
    );
  }

  /** Writes one act down for each of many cases, inside the caller's transaction. */
  async recordForMany(
    manager: EntityManager,
    caseworker: Caseworker,
    caseIds: readonly string[],
    kind: CaseActKind,
    assigneeId: string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO case_act (id, case_id, kind, caseworker_id, done_at, assignee_id)
       SELECT act.id, act.case_id, $3, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS act(id, case_id)`,
      [caseIds.map(() => randomUUID()), caseIds, kind, caseworker.caseworkerId, this.clock.now(), assigneeId],
    );
    for (const caseId of caseIds) {
      this.audit.record(manager, caseworker, auditActOf(kind), { caseId }, { assigneeId });
    }
  }

  /** Acts on many cases with one statement, the oldest first, reasons still sealed. */
  async sealedOf(caseIds: readonly string[]): Promise<SealedAct[]> {
    return this.dataSource.query<SealedAct[]>(
      `SELECT id, case_id AS "caseId", kind, caseworker_id AS "byId", done_at AS at, from_status AS "fromStatus",
              to_status AS "toStatus", assignee_id AS "assigneeId", message_seq AS "messageSeq",
              label_id AS "labelId", sealed_reason AS "sealedReason"
       FROM case_act WHERE case_id = ANY($1) ORDER BY done_at, id`,
      [caseIds],
    );
  }

  /** Opens the reason of an act. @throws {SealBroken} another key, another row, or changed bytes. */
  openReason(actId: string, sealedReason: Buffer, caseKeys: CaseKeys): string {
    return caseKeys.open(sealedReason, place(actId));
  }
}

function auditActOf(kind: CaseActKind): AuditAct {
  return kind === CaseActKind.GRANTED ? AuditAct.KEY_GRANTED : AuditAct[kind];
}

function place(row: string) {
  return { table: 'case_act', row, column: 'sealed_reason' };
}
