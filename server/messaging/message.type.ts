import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** Which side wrote a message. */
export enum MessageAuthor {
  REPORTER = 'REPORTER',
  CASEWORKER = 'CASEWORKER',
}

registerEnumType(MessageAuthor, {
  name: 'MessageAuthor',
  description: 'Which side wrote a message. Reporters are never told which caseworker.',
  valuesConfig: {
    REPORTER: { description: 'the reporter' },
    CASEWORKER: { description: 'somebody who works on the case' },
  },
});

/** One message of a conversation. */
@ObjectType({ description: 'One message of a conversation.' })
export class Message {
  @Field(() => Int, {
    description: 'counts the messages of both sides in one line, from 1, without gaps',
  })
  readonly seq: number;

  @Field(() => MessageAuthor, { description: 'which side wrote it' })
  readonly author: MessageAuthor;

  @Field(() => String, { description: 'plain text' })
  readonly text: string;

  @Field(() => GraphQLDay, { description: 'the day it was sent' })
  readonly sentOn: string;

  constructor(message: {
    seq: number;
    author: MessageAuthor;
    text: string;
    sentOn: string;
  }) {
    this.seq = message.seq;
    this.author = message.author;
    this.text = message.text;
    this.sentOn = message.sentOn;
  }
}

/** The message is stored. */
@ObjectType({ description: 'The message is stored.' })
export class MessageSent {
  @Field(() => Message, { description: 'as it was stored' })
  readonly message: Message;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'by when an answer can be expected',
  })
  readonly replyExpectedBy: string | null;

  constructor(message: Message, replyExpectedBy: string | null) {
    this.message = message;
    this.replyExpectedBy = replyExpectedBy;
  }
}

/** Empty or too long. */
@ObjectType({
  implements: Problem,
  description: 'The text is empty or too long. Nothing was stored.',
})
export class InvalidMessage extends Problem {}

/** Nothing can be written here any more. */
@ObjectType({
  implements: Problem,
  description:
    'The conversation was closed, is full (1,000 messages), or nobody who works here could read a message. Nothing was stored.',
})
export class ConversationClosed extends Problem {
  constructor(
    message = 'This conversation was closed, so your message was not sent. You can make a new report.',
  ) {
    super(message);
  }

  /** Nobody holds a key to the case any more. */
  static unread(): ConversationClosed {
    return new ConversationClosed(
      'Nobody who works here can read this conversation any more, so your message was not sent. You can make a new report.',
    );
  }
}

/** What `sendMessage` answers. */
export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What came of sending a message.',
  types: () => [MessageSent, InvalidMessage, KeyReused, ConversationClosed, ServiceBusy] as const,
});
