import type { EntityManager } from 'typeorm';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import { openSealedBox } from '../crypto/key-wrapping.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { MessageService } from '../messaging/message.service.ts';
import { InvalidMessage, Message, MessageAuthor } from '../messaging/message.type.ts';
import { checkMessageText } from '../messaging/message-text.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import type { Caseworker } from '../viewer.ts';
import type { ReplyToReporterInput } from './case.input.ts';
import { CaseNotFound, NoMessaging, ReplySent } from './case.type.ts';
import type { InboxService } from './inbox.service.ts';

type Outcome = ReplySent | NoMessaging | InvalidMessage | KeyReused | CaseNotFound;

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
    private readonly inbox: InboxService,
    private readonly messages: MessageService,
    private readonly caseFiles: CaseFileService,
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
    const earlier = await this.idempotency.replay(write, again);
    if (earlier) return earlier;
    const sentOn = await this.organisations.today();
    const caseKey = openSealedBox(found.row.case_key_wrap, caseworker);
    const attempt = async (
      manager: EntityManager,
      claim: (stored: StoredOutcome) => Promise<void>,
    ): Promise<Outcome> => {
      const message = await this.messages.append(manager, caseKey, {
        conversationId,
        author: MessageAuthor.CASEWORKER,
        caseworkerId: caseworker.caseworkerId,
        text,
        sentOn,
      });
      if (!message) return new NoMessaging();
      await this.caseFiles.noteReply(manager, found.id, sentOn);
      await claim({ seq: message.seq, sentOn });
      return new ReplySent(message);
    };
    const outcome = await this.idempotency.once(write, sentOn, attempt, again);
    this.wakeUp.notify();
    return outcome;
  }
}
