import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Report } from '../reports/report.type.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { loggedIn, type RequestContext } from '../viewer.ts';
import { SendMessageInput } from './message.input.ts';
import type { MessageService } from './message.service.ts';
import { Message, SendMessageResult } from './message.type.ts';
import { CASEWORKER_REPLIED, type FollowRequest } from './reply-feed.service.ts';
import type { SendMessageService } from './send-message.service.ts';

/** Messages, from the reporter's side. */
@Resolver(() => Report)
export class MessageResolver {
  constructor(
    private readonly messageService: MessageService,
    private readonly sending: SendMessageService,
    private readonly budgets: Budgets,
  ) {}

  @Mutation(() => SendMessageResult, {
    description: 'needs a reporter session, otherwise error UNAUTHENTICATED',
  })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'the message' }) input: SendMessageInput,
    @Ctx() { viewer, caller }: RequestContext,
  ): Promise<typeof SendMessageResult> {
    const reporter = loggedIn(viewer);
    const wait =
      this.budgets.take('sendMessage', caller) ??
      this.budgets.take('messageOfReport', reporter.conversationId);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(() => this.sending.send(reporter, input));
  }

  @Subscription(() => Message, {
    description:
      'Replies with seq > afterSeq: first those already there, then each new one within 2 s. Order and gaps as `seq`.',
    topics: CASEWORKER_REPLIED,
    topicId: ({ context, args }: { context: RequestContext; args: { afterSeq: number } }): FollowRequest => ({
      reporter: loggedIn(context.viewer),
      afterSeq: args.afterSeq,
    }),
  })
  caseworkerReplied(
    @Root() message: Message,
    @Arg('afterSeq', () => Int, { defaultValue: 0, description: 'the `seq` of the last message one has' })
    _afterSeq: number,
  ): Message {
    return message;
  }

  @FieldResolver(() => [Message], { description: 'both sides, in order' })
  messages(
    @Root() { reporter }: Report,
    @Arg('afterSeq', () => Int, { defaultValue: 0, description: 'only those after this `seq`' })
    afterSeq: number,
  ): Promise<Message[]> {
    return this.messageService.list(reporter, afterSeq);
  }

  @FieldResolver(() => GraphQLDay, {
    nullable: true,
    description: 'by when an answer can be expected; null when none is due, or nobody could give one',
  })
  replyExpectedBy(@Root() { caseFile, hasReader }: Report): string | null {
    return hasReader ? caseFile.replyDueBy : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'false once the conversation is closed, or where nobody could read a message',
  })
  async canSend(@Root() { reporter, hasReader }: Report): Promise<boolean> {
    return hasReader && (await this.messageService.isOpen(reporter.conversationId));
  }
}
