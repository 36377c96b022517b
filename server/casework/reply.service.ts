import type { EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import { together } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { MessageService } from '../messaging/message.service.ts';
import { InvalidMessage, Message, MessageAuthor } from '../messaging/message.type.ts';
import { checkMessageText } from '../messaging/message-text.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import type { CaseDraftService } from './case-draft.service.ts';
import { DraftKind } from './case-draft.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { InboxService } from './inbox.service.ts';
import type { ReplyToReporterInput } from './reply.input.ts';
import { CaseClosedMeanwhile, ConversationMovedOn, NoMessaging, ReplySent } from './reply.type.ts';

type Changed = ConversationMovedOn | CaseClosedMeanwhile;
type Outcome = ReplySent | NoMessaging | InvalidMessage | Changed | KeyReused | CaseNotFound;

/** What an acknowledged reply is known by: no words. */
interface StoredOutcome {
  readonly seq: number;
  readonly sentOn: Day;
}

/** Takes replies to reporters in, each once. */
export class ReplyService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly messages: MessageService,
    private readonly caseFiles: CaseFileService,
    private readonly drafts: CaseDraftService,
    private readonly acts: CaseActService,
  ) {}

  /** Stores a reply; open sessions of the reporter are woken after it is committed. */
  async reply(caseworker: Caseworker, input: ReplyToReporterInput): Promise<Outcome> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const conversationId = found.row.conversation_id;
    if (!conversationId) return new NoMessaging();
    const checked = checkMessageText(input.text);
    if ('fault' in checked) return new InvalidMessage(checked.fault);
    const { text } = checked;
    const scope = `replyToReporter ${caseworker.caseworkerId}`;
    const write = this.idempotency.digest(scope, input.idempotencyKey, [found.id, text]);
    const again = ({ seq, sentOn }: StoredOutcome): Outcome =>
      new ReplySent(new Message({ seq, author: MessageAuthor.CASEWORKER, text, sentOn }));
    const sentOn = await this.organisations.today();
    const attempt = async (
      manager: EntityManager,
      claim: (stored: StoredOutcome) => void,
    ): Promise<Outcome> => {
      const caseKeys = await this.wraps.hold(manager, caseworker, found.id);
      if (!caseKeys) return new CaseNotFound();
      const changed = await this.changedMeanwhile(manager, found.id, conversationId, input);
      if (changed) return changed;
      const place = await this.messages.takePlace(manager, conversationId, MessageAuthor.CASEWORKER);
      if (!place) return new NoMessaging();
      const { caseworkerId } = caseworker;
      const { seq } = place;
      claim({ seq, sentOn });
      await together([
        this.messages.store(manager, place, caseKeys, { caseworkerId, text, sentOn }),
        this.caseFiles.noteReply(manager, found.id, sentOn),
        this.acts.record(manager, caseworker, found.id, CaseActKind.REPLIED, { messageSeq: seq }),
        this.drafts.discard(manager, caseworker, found.id, DraftKind.REPLY),
      ]);
      return again({ seq, sentOn });
    };
    const outcome = await this.idempotency.once(write, sentOn, attempt, again);
    // Sent before: its own message is one that had not been seen, and what was stored keeps its answer.
    if (!(outcome instanceof ReplySent)) return (await this.idempotency.replay(write, again)) ?? outcome;
    this.messages.replied(conversationId);
    this.wakeUp.notify();
    return outcome;
  }

  /** What the writer has not seen. The conversation is locked before the case, as everywhere. */
  private async changedMeanwhile(
    manager: EntityManager,
    caseId: string,
    conversationId: string,
    { afterSeq, seenOpen }: ReplyToReporterInput,
  ): Promise<Changed | null> {
    if (afterSeq == null && !seenOpen) return null;
    const unseen = await this.messages.countAfter(
      manager,
      conversationId,
      afterSeq ?? Number.MAX_SAFE_INTEGER,
    );
    if (unseen > 0) return new ConversationMovedOn(unseen);
    if (!seenOpen) return null;
    const state = await this.caseFiles.lock(manager, caseId);
    return state?.status === CaseStatus.CLOSED ? new CaseClosedMeanwhile() : null;
  }
}
