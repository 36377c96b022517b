import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why one answer cannot be taken. */
export enum AnswerFaultReason {
  NOT_ANSWERED = 'NOT_ANSWERED',
  NOT_ASKED = 'NOT_ASKED',
  WRONG_KIND = 'WRONG_KIND',
  EMPTY = 'EMPTY',
  TOO_LONG = 'TOO_LONG',
  UNKNOWN_CHOICE = 'UNKNOWN_CHOICE',
  ONE_CHOICE_ONLY = 'ONE_CHOICE_ONLY',
  STANDS_ALONE = 'STANDS_ALONE',
  NO_MONTH = 'NO_MONTH',
  MONTH_TO_COME = 'MONTH_TO_COME',
  MONTH_TOO_EARLY = 'MONTH_TOO_EARLY',
  NAME_MISSING = 'NAME_MISSING',
  NAME_TOO_LONG = 'NAME_TOO_LONG',
  NO_WAY_TO_ANSWER = 'NO_WAY_TO_ANSWER',
  EMAIL_NOT_WHOLE = 'EMAIL_NOT_WHOLE',
  PHONE_NOT_WHOLE = 'PHONE_NOT_WHOLE',
}

registerEnumType(AnswerFaultReason, {
  name: 'AnswerFaultReason',
  description: 'Why one answer cannot be taken, for clients that say it in a language of their own.',
  valuesConfig: {
    NOT_ANSWERED: { description: 'consent was asked for and not answered' },
    NOT_ASKED: { description: 'the question is not shown with these other answers' },
    WRONG_KIND: {
      description: 'not exactly one of text, choices and month, or not the one that is asked for',
    },
    EMPTY: { description: 'nothing is written or picked; a question that is left out is not sent at all' },
    TOO_LONG: { description: 'more characters than `limit`; `count` says how many' },
    UNKNOWN_CHOICE: { description: 'a choice that is not offered, or one twice' },
    ONE_CHOICE_ONLY: { description: 'several choices where one is asked for' },
    STANDS_ALONE: { description: '`choice` was picked beside others' },
    NO_MONTH: { description: 'not YYYY-MM' },
    MONTH_TO_COME: { description: 'a month that has not begun' },
    MONTH_TOO_EARLY: { description: 'a month before the year `limit`' },
    NAME_MISSING: { description: 'contact details without a name' },
    NAME_TOO_LONG: { description: 'a name of more characters than `limit`; `count` says how many' },
    NO_WAY_TO_ANSWER: { description: 'contact details without an email address and without a phone number' },
    EMAIL_NOT_WHOLE: { description: 'no email address, or one that is too long to be one' },
    PHONE_NOT_WHOLE: { description: 'no phone number, or one that is too long to be one' },
  },
});

/** What a reason is about, where it needs a number or a choice to be said. */
interface FaultDetails {
  readonly limit?: number;
  readonly count?: number;
  readonly choice?: string;
}

/** Why one answer cannot be taken, and what to say about it. */
@ObjectType({ description: 'Why one answer cannot be taken.' })
export class AnswerFault {
  @Field(() => ID, {
    description: 'id of the question; `contact-details` for the contact details',
  })
  readonly question: string;

  @Field(() => AnswerFaultReason, { description: 'what stands against it' })
  readonly reason: AnswerFaultReason;

  @Field(() => String, {
    description: 'the same as a plain English sentence to show beside the field',
  })
  readonly message: string;

  @Field(() => Int, { nullable: true, description: 'most characters, or earliest year' })
  readonly limit: number | null;

  @Field(() => Int, { nullable: true, description: 'characters (code points) that were sent' })
  readonly count: number | null;

  @Field(() => ID, { nullable: true, description: 'id of the choice that stands alone' })
  readonly choice: string | null;

  constructor(question: string, reason: AnswerFaultReason, message: string, details: FaultDetails = {}) {
    this.question = question;
    this.reason = reason;
    this.message = message;
    this.limit = details.limit ?? null;
    this.count = details.count ?? null;
    this.choice = details.choice ?? null;
  }
}
