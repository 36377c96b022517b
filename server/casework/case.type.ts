import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CaseStatus } from '../reports/case-status.type.ts';
import { addDays, type Day } from '../shared/day.ts';
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

/** Which answer a reporter waits for. */
export enum ReplyTurn {
  FIRST = 'FIRST',
  NEXT = 'NEXT',
}

registerEnumType(ReplyTurn, {
  name: 'ReplyTurn',
  description: 'Which answer a reporter waits for.',
  valuesConfig: {
    FIRST: { description: 'nobody has replied yet' },
    NEXT: { description: 'they wrote again after a reply' },
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

/** The days that the state of a case is told by. */
export interface CaseDays {
  readonly today: Day;
  /** For how many days a closed case can be reopened by its reporter. */
  readonly reopenDays: number;
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

  @Field(() => Int, {
    description: '`seq` of the last message, 0 for none; what `afterSeq` is compared with',
  })
  readonly lastSeq: number;

  @Field(() => ReplyTurn, {
    nullable: true,
    description: 'which answer is due; null where none is',
  })
  readonly replyTurn: ReplyTurn | null;

  @Field(() => Boolean, {
    description:
      'whether the reporter is waited for although what they sent last has no reply: its time stands still',
  })
  readonly isReplyPaused: boolean;

  @Field(() => String, {
    description: 'the language of the questions that were answered, BCP 47; what to reply in',
  })
  readonly locale: string;

  @Field(() => Boolean, {
    description:
      'whether a reply would arrive: the reporter opted in and the conversation was not closed for good',
  })
  readonly canReply: boolean;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'until when a message of the reporter reopens a closed case; null where nothing can',
  })
  readonly reopensUntil: string | null;

  /** What the fields of other resolvers are opened with; not a field. */
  readonly row: CaseRow;

  constructor(row: CaseRow, { today, reopenDays }: CaseDays) {
    this.id = row.id;
    this.number = row.number;
    this.receivedOn = row.received_on;
    this.status = row.status;
    this.messaging = row.messaging;
    this.replyDueBy = row.reply_due_by;
    this.isOverdue = row.reply_due_by !== null && row.reply_due_by < today;
    this.hasUnread = row.read_seq === null || row.read_seq < row.last_reporter_seq;
    this.lastSeq = Math.max(row.last_reporter_seq, row.last_reply_seq);
    this.replyTurn =
      row.reply_due_by === null ? null : row.last_reply_seq === 0 ? ReplyTurn.FIRST : ReplyTurn.NEXT;
    this.isReplyPaused = row.status === CaseStatus.WAITING_FOR_REPORTER && isUnanswered(row);
    this.locale = row.locale;
    this.canReply = row.is_open;
    this.reopensUntil = row.closed_on !== null && row.is_open ? addDays(row.closed_on, reopenDays) : null;
    this.row = row;
  }
}

/** Whether the report or the reporter's last message has no reply; where messaging was not chosen, there is nothing to reply. */
function isUnanswered({ conversation_id, last_reply_seq, last_reporter_seq }: CaseRow): boolean {
  return conversation_id !== null && (last_reply_seq === 0 || last_reply_seq < last_reporter_seq);
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
