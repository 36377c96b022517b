import type { DataSource, EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { CaseNotFound } from '../casework/case-problems.type.ts';
import type { InboxService } from '../casework/inbox.service.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import type { CasePurge, HeldCase } from './case-purge.service.ts';
import type { AskForDeletionInput, ConfirmDeletionInput } from './deletion.input.ts';
import {
  CaseDeleted,
  DeletionAsked,
  DeletionCancelled,
  type DeletionPurpose,
  DeletionRefused,
} from './deletion.type.ts';
import type { DeletionRequests } from './deletion-request.service.ts';

/** What deletion by hand is built from. */
export interface DeletionParts {
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly idempotency: IdempotencyService;
  readonly wraps: CaseWrapService;
  readonly staff: StaffService;
  readonly inbox: InboxService;
  readonly caseFiles: CaseFileService;
  readonly audit: AuditService;
  readonly purge: CasePurge;
  readonly requests: DeletionRequests;
}

type Refused = DeletionRefused | CaseNotFound;
type Claim = (answer: Done) => void;

/** What an acknowledged act is known by. */
interface Done {
  readonly isDeleted: boolean;
}

/** Deletes single cases for a purpose: one person asks, and another one confirms where there is another. */
export class DeletionService {
  constructor(private readonly parts: DeletionParts) {}

  /** Asks for a deletion. Where nobody else can open the case, it is deleted at once. */
  async ask(
    caseworker: Caseworker,
    { caseId, idempotencyKey, purpose }: AskForDeletionInput,
  ): Promise<DeletionAsked | CaseDeleted | Refused | KeyReused> {
    const id = caseId.toLowerCase();
    const done = await this.once(
      'askForDeletion',
      caseworker,
      idempotencyKey,
      [id, purpose],
      (manager, claim, today) =>
        this.attemptToAsk(manager, claim, caseworker, { caseId: id, purpose, today }),
    );
    if (!('isDeleted' in done)) return done;
    if (done.isDeleted) return new CaseDeleted(id);
    const now = await this.parts.inbox.find(caseworker, id);
    return now ? new DeletionAsked(now) : new CaseNotFound();
  }

  /** Confirms what somebody else asked for: the case is deleted. */
  async confirm(
    caseworker: Caseworker,
    { caseId, idempotencyKey }: ConfirmDeletionInput,
  ): Promise<CaseDeleted | Refused | KeyReused> {
    const id = caseId.toLowerCase();
    const done = await this.once(
      'confirmDeletion',
      caseworker,
      idempotencyKey,
      [id],
      (manager, claim, today) => this.attemptToConfirm(manager, claim, caseworker, id, today),
    );
    return 'isDeleted' in done ? new CaseDeleted(id) : done;
  }

  /** Withdraws what one asked for, or declines what somebody else did. Twice is as good as once. */
  async cancel(caseworker: Caseworker, caseId: string): Promise<DeletionCancelled | CaseNotFound> {
    const { dataSource, organisations, wraps, requests, audit, caseFiles, inbox, wakeUp } = this.parts;
    if (!isUuid(caseId)) return new CaseNotFound();
    const today = await organisations.today();
    const isHeld = await inTransaction(dataSource, async (manager) => {
      if (!(await wraps.hold(manager, caseworker, caseId))) return false;
      const askedBy = await requests.drop(manager, caseId);
      if (askedBy === null) return true;
      const isOwn = askedBy === caseworker.caseworkerId;
      const act = isOwn ? AuditAct.DELETION_WITHDRAWN : AuditAct.DELETION_REFUSED;
      audit.record(manager, caseworker, act, { caseId }, isOwn ? {} : { askedById: askedBy });
      await caseFiles.noteChange(manager, caseId, today);
      return true;
    });
    const now = isHeld ? await inbox.find(caseworker, caseId) : null;
    if (!now) return new CaseNotFound();
    wakeUp.notify();
    return new DeletionCancelled(now);
  }

  private async attemptToAsk(
    manager: EntityManager,
    claim: Claim,
    caseworker: Caseworker,
    { caseId, purpose, today }: { caseId: string; purpose: DeletionPurpose; today: Day },
  ): Promise<Done | Refused> {
    const { purge, staff, requests, audit, caseFiles } = this.parts;
    const me = caseworker.caseworkerId;
    const held = await this.hold(manager, caseworker, caseId);
    if (!('number' in held)) return held;
    const asked = await requests.open(manager, caseId, today);
    if (asked && asked.askedBy !== me) {
      return new DeletionRefused('Somebody asked for this already. Confirm or decline it.');
    }
    const others = (await staff.keyHoldersOf(manager, [caseId])).filter(({ id }) => id !== me);
    if (others.length === 0) {
      if (await keptOthersOut(manager, me, caseId)) {
        return new DeletionRefused(
          'You kept somebody out of this case, so you cannot delete it alone. Give it to a colleague first.',
        );
      }
      claim({ isDeleted: true });
      await purge.delete(manager, held, caseworker, { purpose });
      return { isDeleted: true };
    }
    claim({ isDeleted: false });
    await requests.put(manager, { caseId, askedBy: me, askedOn: today, purpose });
    audit.record(manager, caseworker, AuditAct.DELETION_ASKED, { caseId }, { purpose });
    await caseFiles.noteChange(manager, caseId, today);
    return { isDeleted: false };
  }

  private async attemptToConfirm(
    manager: EntityManager,
    claim: Claim,
    caseworker: Caseworker,
    caseId: string,
    today: Day,
  ): Promise<Done | Refused> {
    const { purge, requests } = this.parts;
    const held = await this.hold(manager, caseworker, caseId);
    if (!('number' in held)) return held;
    const asked = await requests.open(manager, caseId, today);
    if (!asked) return new DeletionRefused('Nobody asks for the deletion of this case any more.');
    if (asked.askedBy === caseworker.caseworkerId) {
      return new DeletionRefused('You asked for this yourself. Somebody else has to confirm it.');
    }
    claim({ isDeleted: true });
    await purge.delete(manager, held, caseworker, { purpose: asked.purpose, askedById: asked.askedBy });
    return { isDeleted: true };
  }

  /** Holds a case that this person may have deleted, or says what stands against it. */
  private async hold(
    manager: EntityManager,
    { caseworkerId }: Caseworker,
    caseId: string,
  ): Promise<HeldCase | Refused> {
    const held = isUuid(caseId) ? await this.parts.purge.hold(manager, caseId) : null;
    if (!held?.heldBy.includes(caseworkerId)) return new CaseNotFound();
    if (held.status !== CaseStatus.CLOSED) {
      return new DeletionRefused('This case is open. Close it first; then its reporter is told, too.');
    }
    if (!held.openedBy.includes(caseworkerId)) {
      return new DeletionRefused('There is something in this case that you have not opened. Read it first.');
    }
    return held;
  }

  /** Does it once; whoever asks again with the same key hears the same, also when the case is gone by then. */
  private async once(
    operation: string,
    { caseworkerId }: Caseworker,
    key: string,
    input: readonly string[],
    attempt: (manager: EntityManager, claim: Claim, today: Day) => Promise<Done | Refused>,
  ): Promise<Done | Refused | KeyReused> {
    const { idempotency, organisations, wakeUp } = this.parts;
    const write = idempotency.digest(`${operation} ${caseworkerId}`, key, input);
    const again = () => idempotency.replay<Done, Done>(write, (done) => done);
    const earlier = await again();
    if (earlier) return earlier;
    // Read outside the transaction, which may hold the last connection of the pool.
    const today = await organisations.today();
    const outcome = await idempotency.once<Done, Done | Refused>(
      write,
      today,
      (manager, claim) => attempt(manager, claim, today),
      (done) => done,
    );
    // Two of the same at once: the first has deleted the case, so the other did not find it.
    if (outcome instanceof CaseNotFound) return (await again()) ?? outcome;
    if ('isDeleted' in outcome) wakeUp.notify();
    return outcome;
  }
}

/** Whoever keeps everybody else out of a case must not be the only one to judge whether it goes. */
async function keptOthersOut(manager: EntityManager, caseworkerId: string, caseId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 AS found FROM case_act WHERE case_id = $1 AND kind = 'KEPT_OUT' AND caseworker_id = $2 LIMIT 1`,
    [caseId, caseworkerId],
  );
  return rows.length > 0;
}
