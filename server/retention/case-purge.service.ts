import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { CaseStatus } from '../reports/case-status.type.ts';
import { endedOn } from '../reports/ended-on.service.ts';
import type { Day } from '../shared/day.ts';

/** A case that nobody can change or write in until the transaction ends that holds it. */
export interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  /** From when on the time counts that it is kept; null while it does not. */
  readonly endedOn: Day | null;
  /** Nobody can open it any more, so nobody can close it or read what came last. */
  readonly isLost: boolean;
  /** Ids of all who hold a key to it. */
  readonly heldBy: readonly string[];
  /** Ids of those among them who have opened it, and all that its reporter wrote. */
  readonly openedBy: readonly string[];
}

type Ending = Parameters<typeof endedOn>[0];

/** What is written in the audit log of a deletion beside the case and who did it. */
export type DeletionDetails = Readonly<Record<string, string>>;

/** Deletes cases. There is no other way in which one goes. */
export class CasePurge {
  constructor(
    private readonly epochs: CaseEpochService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Locks a case and all that is written in it, in the order that all writers keep: a message that is being sent just
   * now is stored first, or finds no conversation any more.
   *
   * @returns null where there is no such case.
   */
  async hold(manager: EntityManager, caseId: string): Promise<HeldCase | null> {
    // Nobody is let in or kept out meanwhile: a wrap that is made now would point at no case.
    await this.epochs.change(manager);
    const wraps = await manager.query<{ caseworkerId: string; readSeq: number | null }[]>(
      `SELECT caseworker_id AS "caseworkerId", read_seq AS "readSeq" FROM case_wrap WHERE case_id = $1
       ORDER BY caseworker_id FOR UPDATE`,
      [caseId],
    );
    const [conversation] = await manager.query<{ lastReporterSeq: number }[]>(
      'SELECT last_reporter_seq AS "lastReporterSeq" FROM conversation WHERE case_id = $1 FOR UPDATE',
      [caseId],
    );
    const [row] = await manager.query<(Pick<HeldCase, 'id' | 'number' | 'status'> & Ending)[]>(
      `SELECT id, number, status, closed_on AS "closedOn", lost_on AS "lostOn" FROM case_file WHERE id = $1
       FOR UPDATE`,
      [caseId],
    );
    if (!row) return null;
    const { id, number, status } = row;
    const written = conversation?.lastReporterSeq ?? 0;
    return {
      id,
      number,
      status,
      endedOn: endedOn(row),
      isLost: row.lostOn !== null && wraps.length === 0,
      heldBy: wraps.map(({ caseworkerId }) => caseworkerId),
      openedBy: wraps
        .filter(({ readSeq }) => readSeq !== null && readSeq >= written)
        .map(({ caseworkerId }) => caseworkerId),
    };
  }

  /**
   * Deletes a case that is held: wraps, answers, messages, notes, history, sessions of its reporter. What is left is a
   * tombstone for the statistics, which leads to no case, and the entries of the audit log.
   *
   * Its code is then one that never was: nothing is kept that could tell.
   */
  async delete(
    manager: EntityManager,
    held: HeldCase,
    actor: AuditActor,
    details: DeletionDetails,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO case_tombstone (id, received_on, closed_on, status, has_contact_details, messaging,
                                   first_reply_on, reporter_wrote)
       SELECT $2, f.received_on, f.closed_on, f.status, f.sealed_contact_details IS NOT NULL, f.messaging,
              min(m.sent_on) FILTER (WHERE m.author = 'CASEWORKER'),
              COALESCE(bool_or(m.author = 'REPORTER'), false)
       FROM case_file f LEFT JOIN conversation c ON c.case_id = f.id LEFT JOIN message m ON m.conversation_id = c.id
       WHERE f.id = $1 GROUP BY f.id`,
      [held.id, randomUUID()],
    );
    await manager.query('DELETE FROM colleague_on_case WHERE case_id = $1', [held.id]);
    await manager.query('DELETE FROM case_file WHERE id = $1', [held.id]);
    this.audit.record(
      manager,
      actor,
      AuditAct.CASE_DELETED,
      { caseId: held.id, number: held.number },
      { ...details, heldBy: held.heldBy },
    );
  }
}
