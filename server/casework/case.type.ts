import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidMessage, Message } from '../messaging/message.type.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import type { CaseRow } from './case-row.ts';

/** In which order the inbox stands. */
export enum CaseOrder {
  REPLY_DUE = 'REPLY_DUE',
  RECEIVED = 'RECEIVED',
}

registerEnumType(CaseOrder, {
  name: 'CaseOrder',
  description: 'In which order cases stand.',
  valuesConfig: {
    REPLY_DUE: {
      description: 'the one whose answer is due first comes first; those that wait for none come last',
    },
    RECEIVED: { description: 'the latest day first; in no order within a day' },
  },
});

/** Who reports, where they said so. */
@ObjectType({ description: 'Who reports, where they said so.' })
export class ContactDetails {
  @Field(() => String, { description: 'what to call them' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'a mail address' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'a phone number' })
  readonly phone!: string | null;
}

/** A report, as the caseworkers see it who hold a key to it. Bodies are opened only when they are asked for. */
@ObjectType({
  description: 'A report, as the caseworkers see it who hold a key to it.',
})
export class Case {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id: string;

  @Field(() => String, {
    description: 'for staff to say to each other; not known to the reporter, not in order',
  })
  readonly number: string;

  @Field(() => GraphQLDay, { description: 'the day it was sent' })
  readonly receivedOn: string;

  @Field(() => CaseStatus, { description: 'where the work stands' })
  readonly status: CaseStatus;

  @Field(() => Boolean, {
    description: 'whether the reporter can be written to',
  })
  readonly messaging: boolean;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'by when the reporter was told to expect an answer',
  })
  readonly replyDueBy: string | null;

  @Field(() => Boolean, { description: 'whether that day has passed' })
  readonly isOverdue: boolean;

  @Field(() => Boolean, {
    description: 'whether something arrived that this caseworker has not opened',
  })
  readonly hasUnread: boolean;

  /** What the fields below are opened with; not a field. */
  readonly row: CaseRow;

  constructor(row: CaseRow, today: string) {
    this.id = row.id;
    this.number = row.number;
    this.receivedOn = row.received_on;
    this.status = row.status;
    this.messaging = row.messaging;
    this.replyDueBy = row.reply_due_by;
    this.isOverdue = row.reply_due_by !== null && row.reply_due_by < today;
    this.hasUnread = row.read_seq === null || row.read_seq < row.last_reporter_seq;
    this.row = row;
  }
}

/** One case of a page. */
@ObjectType({ description: 'One case of a page.' })
export class CaseEdge {
  @Field(() => String, { description: 'opaque; hand it to `after`' })
  readonly cursor!: string;

  @Field(() => Case, { description: 'the case' })
  readonly node!: Case;
}

/** Where a page stands. */
@ObjectType({ description: 'Where a page stands.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'whether more follow' })
  readonly hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'cursor of the last edge; null on an empty page',
  })
  readonly endCursor!: string | null;
}

/** A page of cases. */
@ObjectType({ description: 'A page of cases.' })
export class CaseConnection {
  @Field(() => [CaseEdge], { description: 'in the order asked for' })
  readonly edges!: CaseEdge[];

  @Field(() => PageInfo, { description: 'where this page stands' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'how many cases fit the filter' })
  readonly totalCount!: number;
}

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

/** There is no such case for this caseworker. */
@ObjectType({
  implements: Problem,
  description: 'There is no such case, or no key to it: one answer for both.',
})
export class CaseNotFound extends Problem {
  constructor() {
    super('There is no such case, or you cannot open it.');
  }
}

/** What `replyToReporter` answers. */
export const ReplyToReporterResult = createUnionType({
  name: 'ReplyToReporterResult',
  description: 'What came of a reply.',
  types: () => [ReplySent, NoMessaging, InvalidMessage, KeyReused, CaseNotFound, ServiceBusy] as const,
});
