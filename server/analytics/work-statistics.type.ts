import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Day } from '../shared/day.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** How long ago the report of open work came in. */
export enum WorkAge {
  UNDER_1_WEEK = 'UNDER_1_WEEK',
  UNDER_4_WEEKS = 'UNDER_4_WEEKS',
  UNDER_3_MONTHS = 'UNDER_3_MONTHS',
  OVER_3_MONTHS = 'OVER_3_MONTHS',
}

registerEnumType(WorkAge, {
  name: 'WorkAge',
  description: 'How long ago the report of open work came in.',
  valuesConfig: {
    UNDER_1_WEEK: { description: 'less than 7 days' },
    UNDER_4_WEEKS: { description: '7 to 27 days' },
    UNDER_3_MONTHS: { description: '28 to 90 days' },
    OVER_3_MONTHS: { description: '91 days or more' },
  },
});

/** Open work of one age. */
@ObjectType({ description: 'Open work of one age.' })
export class BacklogRow {
  @Field(() => WorkAge, { description: 'how long ago the reports came in' })
  readonly age!: WorkAge;

  @Field(() => Int, {
    nullable: true,
    description:
      'cases that were not closed, rounded to twice the threshold, because the same cases are counted again the next month; null where it is suppressed',
  })
  readonly count!: number | null;

  @Field(() => Boolean, { description: 'the number is smaller than the threshold' })
  readonly suppressed!: boolean;
}

/** Open work by age. */
@ObjectType({ description: 'Open work by age, as it was when a month was closed.' })
export class BacklogTable {
  @Field(() => [BacklogRow], { description: 'the youngest first' })
  readonly rows!: BacklogRow[];

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'the day the work was counted; null before the first',
  })
  readonly asOf!: Day | null;

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;
}

/** What came in and what was closed, in one period. */
@ObjectType({ description: 'What came in and what was closed, in one period.' })
export class WorkFlowRow {
  @Field(() => GraphQLDay, { description: 'the first day of the period' })
  readonly period!: Day;

  @Field(() => Int, { nullable: true, description: 'reports, rounded to 5; null where it is suppressed' })
  readonly received!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'cases closed, the sum of months rounded to twice the threshold; null where it is suppressed',
  })
  readonly closed!: number | null;

  @Field(() => Boolean, { description: 'whether any of the numbers is suppressed' })
  readonly suppressed!: boolean;
}

/** What came in and what was closed. */
@ObjectType({ description: 'What came in and what was closed.' })
export class WorkFlowTable {
  @Field(() => [WorkFlowRow], { description: 'by period' })
  readonly rows!: WorkFlowRow[];

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => GraphQLDay, { description: 'the last day of the last closed month' })
  readonly dataThrough!: Day;
}

/** Whether messaging is used, in one period. */
@ObjectType({ description: 'Whether messaging is used, by the period in which the reports came.' })
export class MessagingUseRow {
  @Field(() => GraphQLDay, { description: 'the first day of the period' })
  readonly period!: Day;

  @Field(() => Int, { nullable: true, description: 'all reports, rounded to 5; null where it is suppressed' })
  readonly reports!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'those whose reporters wanted messages, rounded to 5; null where it is suppressed',
  })
  readonly optedIn!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'those whose reporters sent at least one message after the report, before its month was closed; rounded to 5; null where it is suppressed',
  })
  readonly wroteAgain!: number | null;

  @Field(() => Boolean, { description: 'whether any of the numbers is suppressed' })
  readonly suppressed!: boolean;
}

/** Whether messaging is used. */
@ObjectType({ description: 'Whether messaging is used.' })
export class MessagingUseTable {
  @Field(() => [MessagingUseRow], { description: 'by period' })
  readonly rows!: MessagingUseRow[];

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => GraphQLDay, { description: 'the last day of the last closed month' })
  readonly dataThrough!: Day;
}
