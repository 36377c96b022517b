import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InvalidMessage, Message } from '../messaging/message.type.ts';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { CaseNotFound } from './case-problems.type.ts';

/** The reply is stored and on its way. */
@ObjectType({ description: 'The reply is stored.' })
export class ReplySent {
  @Field(() => Message, { description: 'as it was stored' })
  readonly message: Message;

  constructor(message: Message) {
    this.message = message;
  }
}

/** Nothing can reach this reporter. */
@ObjectType({
  implements: Problem,
  description: 'This reporter did not opt in, or the conversation was closed: nothing can reach them.',
})
export class NoMessaging extends Problem {
  constructor() {
    super(
      'Nothing can reach this reporter: they did not opt into messaging, or the conversation was closed.',
    );
  }
}

/** The conversation has gone on since the writer looked. */
@ObjectType({
  implements: Problem,
  description:
    'There are messages after `afterSeq`: a colleague replied, or the reporter wrote. Nothing was stored.',
})
export class ConversationMovedOn extends Problem {
  @Field(() => Int, { description: 'how many messages were added meanwhile, at least 1' })
  readonly newMessages: number;

  constructor(newMessages: number) {
    super(
      newMessages === 1
        ? 'There is a new message in this conversation. Look at it before you send. Nothing has been sent.'
        : `There are ${newMessages} new messages in this conversation. Look at them before you send. Nothing has been sent.`,
    );
    this.newMessages = newMessages;
  }
}

/** The case was closed since the writer looked. */
@ObjectType({
  implements: Problem,
  description:
    'The case was closed since the writer saw it open, so the reporter may not read a reply for long. Nothing was stored.',
})
export class CaseClosedMeanwhile extends Problem {
  constructor() {
    super('This case was closed meanwhile. Look at it before you send. Nothing has been sent.');
  }
}

/** What `replyToReporter` answers. */
export const ReplyToReporterResult = createUnionType({
  name: 'ReplyToReporterResult',
  description: 'What came of a reply.',
  types: () =>
    [
      ReplySent,
      NoMessaging,
      InvalidMessage,
      ConversationMovedOn,
      CaseClosedMeanwhile,
      KeyReused,
      CaseNotFound,
      ServiceBusy,
    ] as const,
});
