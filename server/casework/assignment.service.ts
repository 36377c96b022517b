import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import { InvalidMessage } from '../messaging/message.type.ts';
import { checkMessageText } from '../messaging/message-text.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import type { Case } from './case.type.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import { type CaseNoteService, noteOf, type StoredNote } from './case-note.service.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { AssignCaseInput, HandOverCaseInput } from './case-work.input.ts';
import { AssigneeCannotOpenCase, CaseAssigned, CaseHandedOver } from './case-work.type.ts';
import type { InboxService } from './inbox.service.ts';

type AssignOutcome = CaseAssigned | AssigneeCannotOpenCase | KeyReused | CaseNotFound;
type HandOverOutcome = CaseHandedOver | AssigneeCannotOpenCase | InvalidMessage | KeyReused | CaseNotFound;

/** Says whose a case is. */
export class AssignmentService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly wraps: CaseWrapService,
    private readonly staff: StaffService,
    private readonly inbox: InboxService,
    private readonly caseFiles: CaseFileService,
    private readonly notes: CaseNoteService,
    private readonly acts: CaseActService,
  ) {}

  /** Gives a case to somebody, or to nobody. Where it is so already, nothing is written. */
  async assign(caseworker: Caseworker, input: AssignCaseInput): Promise<AssignOutcome> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const assigneeId = input.caseworkerId ?? null;
    const write = this.idempotency.digest(
      `assignCase ${caseworker.caseworkerId}`,
      input.idempotencyKey ?? randomUUID(),
      [found.id, assigneeId],
    );
    const today = await this.organisations.today();
    const again = (): typeof DONE => DONE;
    const attempted = await this.idempotency.once<
      object,
      typeof DONE | AssigneeCannotOpenCase | CaseNotFound
    >(
      write,
      today,
      async (manager, claim) => {
        if (!(await this.wraps.hold(manager, caseworker, found.id))) return new CaseNotFound();
        const kind = assigneeId === null ? CaseActKind.UNASSIGNED : CaseActKind.ASSIGNED;
        const refused = await this.move(manager, caseworker, found.id, assigneeId, kind, today);
        if (refused) return refused;
        claim({});
        return DONE;
      },
      again,
    );
    // Done before: whoever got it may not be able to open it by now.
    const outcome = attempted === DONE ? DONE : ((await this.idempotency.replay(write, again)) ?? attempted);
    if (outcome !== DONE) return outcome;
    return this.changed(caseworker, found.id, (now) => new CaseAssigned(now));
  }

  /** Gives a case to somebody and leaves them a note, in one transaction. */
  async handOver(caseworker: Caseworker, input: HandOverCaseInput): Promise<HandOverOutcome> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const checked = checkMessageText(input.note);
    if ('fault' in checked) return new InvalidMessage(checked.fault);
    const { text } = checked;
    const write = this.idempotency.digest(`handOverCase ${caseworker.caseworkerId}`, input.idempotencyKey, [
      found.id,
      input.caseworkerId,
      text,
    ]);
    const today = await this.organisations.today();
    const author = await this.staff.colleague(caseworker.caseworkerId);
    type Stored = { readonly note: StoredNote };
    const again = (stored: Stored): Stored => stored;
    const attempted = await this.idempotency.once<Stored, Stored | AssigneeCannotOpenCase | CaseNotFound>(
      write,
      today,
      async (manager, claim) => {
        const caseKeys = await this.wraps.hold(manager, caseworker, found.id);
        if (!caseKeys) return new CaseNotFound();
        const kind = CaseActKind.HANDED_OVER;
        const refused = await this.move(manager, caseworker, found.id, input.caseworkerId, kind, today);
        if (refused) return refused;
        const note = await this.notes.insert(manager, caseworker, found.id, caseKeys, text);
        claim({ note });
        return { note };
      },
      again,
    );
    // As above: the note is there already, and would be there twice under another key.
    const outcome =
      'note' in attempted ? attempted : ((await this.idempotency.replay(write, again)) ?? attempted);
    if (!('note' in outcome)) return outcome;
    return this.changed(
      caseworker,
      found.id,
      (now) => new CaseHandedOver(now, noteOf(outcome.note, text, author)),
    );
  }

  private async move(
    manager: EntityManager,
    caseworker: Caseworker,
    caseId: string,
    assigneeId: string | null,
    kind: CaseActKind,
    today: Day,
  ): Promise<AssigneeCannotOpenCase | CaseNotFound | null> {
    if (assigneeId !== null && !isUuid(assigneeId)) return new AssigneeCannotOpenCase();
    const state = await this.caseFiles.lock(manager, caseId);
    if (!state) return new CaseNotFound();
    // Read under the lock: whoever takes a case from somebody locks it as well, so either that is over and seen here, or it
    // finds what is assigned here and takes it back.
    if (assigneeId !== null && !(await this.staff.canOpen(manager, assigneeId, caseId))) {
      return new AssigneeCannotOpenCase();
    }
    if (state.assigneeId === assigneeId && kind !== CaseActKind.HANDED_OVER) return null;
    await this.caseFiles.assign(manager, caseId, assigneeId, today);
    const whose = assigneeId ?? state.assigneeId;
    await this.acts.record(manager, caseworker, caseId, kind, whose === null ? {} : { assigneeId: whose });
    return null;
  }

  private async changed<Outcome>(
    caseworker: Caseworker,
    caseId: string,
    outcomeOf: (now: Case) => Outcome,
  ): Promise<Outcome | CaseNotFound> {
    this.wakeUp.notify();
    const now = await this.inbox.find(caseworker, caseId);
    return now ? outcomeOf(now) : new CaseNotFound();
  }
}

const DONE = Symbol('done');
