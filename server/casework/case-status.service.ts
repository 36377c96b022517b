import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { MessageService } from '../messaging/message.service.ts';
import { LONGEST_MESSAGE } from '../messaging/message-text.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import { characterCount, tidyText } from '../shared/text.ts';
import type { Caseworker } from '../viewer.ts';
import type { Case } from './case.type.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import { whyNot } from './case-status-machine.ts';
import type { ChangeCaseStatusInput } from './case-work.input.ts';
import { CaseStatusChanged, StatusChangeRefused } from './case-work.type.ts';
import type { InboxService } from './inbox.service.ts';

type Refused = StatusChangeRefused | CaseNotFound;
type Outcome = CaseStatusChanged | Refused | KeyReused;

/** Under these nobody owes the reporter an answer, so a message that came meanwhile would be buried. */
const ANSWERED: readonly CaseStatus[] = [CaseStatus.CLOSED, CaseStatus.WAITING_FOR_REPORTER];

/** Moves cases on. */
export class CaseStatusService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly messages: MessageService,
    private readonly caseFiles: CaseFileService,
    private readonly acts: CaseActService,
  ) {}

  /** Changes the status where the machine allows it, decided under the lock of the case. */
  async change(caseworker: Caseworker, input: ChangeCaseStatusInput): Promise<Outcome> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const { to } = input;
    const reason = tidyText(input.reason ?? '');
    if (characterCount(reason) > LONGEST_MESSAGE) {
      return new StatusChangeRefused('Use at most 5,000 characters for the reason. Nothing was changed.');
    }
    const write = this.idempotency.digest(
      `changeCaseStatus ${caseworker.caseworkerId}`,
      input.idempotencyKey ?? randomUUID(),
      [found.id, to, reason],
    );
    const calendar = await this.organisations.replyCalendar();
    const again = (): typeof DONE => DONE;
    const attempt = async (
      manager: EntityManager,
      claim: (stored: object) => void,
    ): Promise<typeof DONE | Refused> => {
      const caseKeys = await this.wraps.hold(manager, caseworker, found.id);
      if (!caseKeys) return new CaseNotFound();
      if (await this.wouldBury(manager, found, input)) return new StatusChangeRefused(BURIED);
      const state = await this.caseFiles.lock(manager, found.id);
      if (!state) return new CaseNotFound();
      const fault = whyNot({ from: state.status, to, reason, canHearFromReporter: found.canReply });
      if (fault) return new StatusChangeRefused(fault);
      claim({});
      await this.caseFiles.changeStatus(manager, found.id, state, to, calendar);
      await this.acts.record(manager, caseworker, found.id, CaseActKind.STATUS_CHANGED, {
        fromStatus: state.status,
        toStatus: to,
        ...(reason !== '' && { reason: { text: reason, caseKeys } }),
      });
      return DONE;
    };
    const attempted = await this.idempotency.once(write, calendar.today, attempt, again);
    // A twin that was committed meanwhile has moved the case already.
    const outcome = attempted === DONE ? DONE : ((await this.idempotency.replay(write, again)) ?? attempted);
    if (outcome !== DONE) return outcome;
    this.wakeUp.notify();
    const now = await this.inbox.find(caseworker, found.id);
    return now ? new CaseStatusChanged(now) : new CaseNotFound();
  }

  /** Whether the reporter wrote something that whoever moves the case on has not seen. */
  private async wouldBury(
    manager: EntityManager,
    { row }: Case,
    { to, afterSeq }: ChangeCaseStatusInput,
  ): Promise<boolean> {
    if (row.conversation_id === null || afterSeq == null || !ANSWERED.includes(to)) return false;
    return (await this.messages.lastOfReporter(manager, row.conversation_id)) > afterSeq;
  }
}

const DONE = Symbol('done');

const BURIED = 'The reporter wrote meanwhile. Read that first. Nothing was changed.';
