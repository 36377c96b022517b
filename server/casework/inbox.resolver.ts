import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type Caseworker, type RequestContext, signedIn } from '../viewer.ts';
import { CaseFilter } from './case.input.ts';
import { Case, CaseConnection, CaseOrder } from './case.type.ts';
import { CaseViewCount } from './case-view.type.ts';
import type { CaseViewsService } from './case-views.service.ts';
import type { InboxService } from './inbox.service.ts';
import { InboxChange } from './inbox-change.type.ts';
import { readCursor } from './inbox-cursor.ts';
import { type CaseChange, INBOX_CHANGED } from './inbox-feed.service.ts';

/** The inbox and one case, for whoever is signed in. */
@Resolver(() => Case)
export class InboxResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly views: CaseViewsService,
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

  @Query(() => [CaseViewCount], { description: 'every list that an inbox opens with, and how long it is' })
  async caseViews(@Ctx() { viewer }: RequestContext): Promise<CaseViewCount[]> {
    return this.views.counts(signedIn(viewer));
  }

  @Query(() => Case, { nullable: true, description: 'null when there is none, or one holds no key to it' })
  async case(
    @Arg('id', () => ID, { description: 'the case' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<Case | null> {
    return this.inbox.find(signedIn(viewer), id);
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
