import type { EntityManager } from 'typeorm';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import { together } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { ReadersService } from '../reports/readers.service.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import type { Reporter } from '../viewer.ts';
import type { SendMessageInput } from './message.input.ts';
import type { MessageService } from './message.service.ts';
import { ConversationClosed, InvalidMessage, Message, MessageAuthor, MessageSent } from './message.type.ts';
import { checkMessageText } from './message-text.service.ts';

type Outcome = MessageSent | InvalidMessage | KeyReused | ConversationClosed;

/** What an acknowledged message is known by: no words. */
interface StoredOutcome {
  readonly seq: number;
  readonly sentOn: Day;
  readonly replyExpectedBy: Day | null;
}

/** Takes messages of reporters in, each once. */
export class SendMessageService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly readers: ReadersService,
    private readonly messages: MessageService,
    private readonly caseFiles: CaseFileService,
  ) {}

  /** Stores a message and says by when an answer can be expected. */
  async send(reporter: Reporter, input: SendMessageInput): Promise<Outcome> {
    const checked = checkMessageText(input.text);
    if ('fault' in checked) return new InvalidMessage(checked.fault);
    const { text } = checked;
    const write = this.idempotency.digest(
      `sendMessage ${reporter.conversationId}`,
      input.idempotencyKey,
      text,
    );
    const again = ({ seq, sentOn, replyExpectedBy }: StoredOutcome): Outcome =>
      new MessageSent(new Message({ seq, author: MessageAuthor.REPORTER, text, sentOn }), replyExpectedBy);
    // Read outside the transaction, which may hold the last connection of the pool.
    const calendar = await this.organisations.replyCalendar();
    const isRead = await this.readers.haveCase(reporter.caseId);
    const sentOn = calendar.today;
    const attempt = async (
      manager: EntityManager,
      claim: (stored: StoredOutcome) => void,
    ): Promise<Outcome> => {
      if (!isRead) return ConversationClosed.unread();
      const place = await this.messages.takePlace(manager, reporter.conversationId, MessageAuthor.REPORTER);
      if (!place) return new ConversationClosed();
      const { seq, boxes } = place;
      const caseKeys = reporter.caseKeys.learn(boxes);
      const [replyExpectedBy] = await together([
        this.caseFiles.noteReporterMessage(manager, reporter.caseId, calendar),
        this.messages.store(manager, place, caseKeys, { caseworkerId: null, text, sentOn }),
      ]);
      claim({ seq, sentOn, replyExpectedBy });
      return again({ seq, sentOn, replyExpectedBy });
    };
    const outcome = await this.idempotency.once(write, sentOn, attempt, again);
    // Sent before: what was stored keeps its answer, also where nothing more can be written by now.
    if (!(outcome instanceof MessageSent)) return (await this.idempotency.replay(write, again)) ?? outcome;
    this.wakeUp.notify();
    return outcome;
  }
}
