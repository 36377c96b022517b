import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { type Caseworker, type RequestContext, signedIn } from '../viewer.ts';
import { CaseFilter, ReplyToReporterInput } from './case.input.ts';
import { Case, CaseConnection, CaseOrder, ReplyToReporterResult } from './case.type.ts';
import type { InboxService } from './inbox.service.ts';
import { InboxChange } from './inbox-change.type.ts';
import { readCursor } from './inbox-cursor.ts';
import { type CaseChange, INBOX_CHANGED } from './inbox-feed.service.ts';
import type { ReplyService } from './reply.service.ts';

/** The inbox, one case, and replies, for whoever is signed in. */
@Resolver(() => Case)
export class InboxResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly replies: ReplyService,
  ) {}

  @Query(() => CaseConnection, { description: 'cases that one holds a key to' })
  async cases(
    @Arg('first', () => Int, { defaultValue: 25, description: 'how many, 1 to 100' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'a cursor of the same order' }) after:
      | string
      | null,
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'which ones' }) filter: CaseFilter | null,
    @Arg('orderBy', () => CaseOrder, { defaultValue: CaseOrder.REPLY_DUE, description: 'in which order' })
    orderBy: CaseOrder,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CaseConnection> {
    const caseworker = signedIn(viewer);
    const cursor = after ? readCursor(after, orderBy) : null;
    if (after && !cursor) throw new GraphQLError('Not a cursor', { extensions: { code: 'BAD_USER_INPUT' } });
    return this.inbox.page(caseworker, { first, after: cursor, filter: filter ?? new CaseFilter(), orderBy });
  }

  @Query(() => Case, { nullable: true, description: 'null when there is none, or one holds no key to it' })
  async case(
    @Arg('id', () => ID, { description: 'the case' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<Case | null> {
    return this.inbox.find(signedIn(viewer), id);
  }

  @Mutation(() => ReplyToReporterResult, { description: 'Stores a reply, once, however often it is sent.' })
  async replyToReporter(
    @Arg('input', () => ReplyToReporterInput, { description: 'the reply' }) input: ReplyToReporterInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ReplyToReporterResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.replies.reply(caseworker, input));
  }

  @Mutation(() => Boolean, {
    description: 'Notes how far one has opened a case oneself; false when one holds no key to it.',
  })
  async markCaseRead(
    @Arg('caseId', () => ID, { description: 'the case' }) caseId: string,
    @Arg('upToSeq', () => Int, { description: '`seq` of the last message; 0 when there is none' })
    upToSeq: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    return this.inbox.markRead(signedIn(viewer), caseId, upToSeq);
  }

  @Subscription(() => InboxChange, {
    description: 'Fires when a case this caseworker may open is new or changed. Carries the id only.',
    topics: INBOX_CHANGED,
    topicId: ({ context }: { context: RequestContext }): Caseworker => signedIn(context.viewer),
  })
  inboxChanged(@Root() change: CaseChange): InboxChange {
    return change;
  }
}
