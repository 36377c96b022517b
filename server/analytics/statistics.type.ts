import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** What reports can be counted by. */
export enum Dimension {
  PERIOD = 'PERIOD',
  CATEGORY = 'CATEGORY',
  STATUS = 'STATUS',
  LOCALE = 'LOCALE',
  MESSAGING = 'MESSAGING',
  ROUTE = 'ROUTE',
  ANSWER = 'ANSWER',
}

registerEnumType(Dimension, {
  name: 'Dimension',
  description: 'What reports can be counted by.',
  valuesConfig: {
    PERIOD: { description: 'the month, quarter or year in which the report came' },
    CATEGORY: { description: 'what the report is about; a report may have several' },
    STATUS: { description: 'where the case stood when its month was closed' },
    LOCALE: { description: 'the language in which the questions were answered' },
    MESSAGING: { description: 'whether the reporter wanted messages' },
    ROUTE: { description: 'anonymous, or with contact details' },
    ANSWER: { description: 'the choices of one question' },
  },
});

/** How long a period is. */
export enum Bucket {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}

registerEnumType(Bucket, {
  name: 'Bucket',
  description: 'How long a period is.',
  valuesConfig: {
    MONTH: { description: 'a calendar month' },
    QUARTER: { description: 'three calendar months, the first from January' },
    YEAR: { description: 'a calendar year' },
  },
});

/** A choice that can be counted. */
@ObjectType({ description: 'A choice that can be counted.' })
export class CountedChoice {
  @Field(() => ID, { description: 'as it stands in rows' })
  readonly id!: string;

  @Field(() => String, { description: 'in the first language of the organisation' })
  readonly text!: string;
}

/** A question whose answers can be counted. */
@ObjectType({ description: 'A question whose answers can be counted.' })
export class CountedQuestion {
  @Field(() => ID, { description: 'what `reportCounts(question:)` takes' })
  readonly id!: string;

  @Field(() => String, { description: 'in the first language of the organisation' })
  readonly text!: string;

  @Field(() => Boolean, { description: 'whether its choices are the categories' })
  readonly isCategory!: boolean;

  @Field(() => Boolean, { description: 'whether a report gives at most one of the choices' })
  readonly isOneChoice!: boolean;

  @Field(() => [CountedChoice], {
    description:
      'in their order; choices such as "I’d rather not say" that exclude all others are not counted',
  })
  readonly choices!: CountedChoice[];
}

/** Dimensions that may be asked for together. */
@ObjectType({ description: 'Dimensions that may be asked for together, in any order.' })
export class DimensionCombination {
  @Field(() => [Dimension], { description: 'at most three' })
  readonly dimensions!: Dimension[];
}

/** What may be asked. */
@ObjectType({ description: 'What may be asked, and how far the data reach.' })
export class StatisticsMeta {
  @Field(() => [Dimension], { description: 'all dimensions' })
  readonly dimensions!: Dimension[];

  @Field(() => [ID], { description: 'the questions that can be counted by ANSWER' })
  readonly questions!: string[];

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => GraphQLDay, {
    description: 'the last day of the last closed month; a month is closed 14 days after its end, for good',
  })
  readonly dataThrough!: Day;

  @Field(() => GraphQLDay, { description: 'the first day that was counted' })
  readonly dataFrom!: Day;

  @Field(() => [DimensionCombination], { description: 'the combinations that `reportCounts(by:)` takes' })
  readonly combinations!: DimensionCombination[];

  @Field(() => [CountedQuestion], { description: 'the questions that can be counted, with their choices' })
  readonly countedQuestions!: CountedQuestion[];
}

/** One number with what it was counted by. */
@ObjectType({
  description: 'One number with what it was counted by; a column that was not asked for is null.',
  // There may be ten thousand: each column is read as it stands.
  simpleResolvers: true,
})
export class CountRow {
  @Field(() => GraphQLDay, { nullable: true, description: 'the first day of the period' })
  readonly period?: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'the choice; OTHER for all that cannot be told one by one',
  })
  readonly category?: string | null;

  @Field(() => CaseStatus, {
    nullable: true,
    description: 'null also for all that cannot be told one by one',
  })
  readonly status?: CaseStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47; OTHER for all that cannot be told one by one',
  })
  readonly locale?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'whether the reporters wanted messages' })
  readonly messaging?: boolean | null;

  @Field(() => String, { nullable: true, description: 'ANONYMOUS or CONTACT_DETAILS' })
  readonly route?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'the choice; NOT_ANSWERED; OTHER for all that cannot be told one by one',
  })
  readonly answer?: string | null;

  @Field(() => Int, { nullable: true, description: 'rounded to 5; null where it is suppressed' })
  readonly count!: number | null;

  @Field(() => Boolean, {
    description:
      'the number is small, or would tell a small one: not necessarily zero, not necessarily small',
  })
  readonly suppressed!: boolean;
}

/** Reports, counted. */
@ObjectType({ description: 'Reports, counted.' })
export class CountTable {
  @Field(() => [CountRow], { description: 'by period, then by the other columns' })
  readonly rows!: CountRow[];

  @Field(() => Int, {
    nullable: true,
    description:
      'all reports of the closed months asked for, rounded to 5; null where it is suppressed or categories were chosen',
  })
  readonly total!: number | null;

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => GraphQLDay, { description: 'the last day of the last closed month' })
  readonly dataThrough!: Day;
}

/** How soon first replies came, in one period. */
@ObjectType({
  description:
    'How soon reporters who wanted messages had a first reply, by the period in which their report came. Those without a reply when the month was closed count as later than all.',
})
export class ReplyTimeRow {
  @Field(() => GraphQLDay, { nullable: true, description: 'the first day of the period' })
  readonly period?: Day | null;

  @Field(() => String, { nullable: true, description: 'always null: reply times are not told by category' })
  readonly category?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'reports whose reporters wanted messages, rounded to 5; null where it is suppressed',
  })
  readonly count!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'within so many working hours half of them had a reply; whole working days, because only days are known: 0 is the same day',
  })
  readonly medianWorkingHours!: number | null;

  @Field(() => Float, { nullable: true, description: 'within so many working hours nine in ten had a reply' })
  readonly p90WorkingHours!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'how many had a reply in the promised time, from 0 to 1',
  })
  readonly withinTarget!: number | null;

  @Field(() => Boolean, { description: 'whether any of the numbers is suppressed' })
  readonly suppressed!: boolean;
}

/** How soon first replies came. */
@ObjectType({ description: 'How soon first replies came.' })
export class ReplyTimeTable {
  @Field(() => [ReplyTimeRow], { description: 'by period' })
  readonly rows!: ReplyTimeRow[];

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => GraphQLDay, { description: 'the last day of the last closed month' })
  readonly dataThrough!: Day;
}
