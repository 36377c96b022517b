import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Day } from '../shared/day.ts';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** One number of a year. */
@ObjectType({ description: 'One number of a year, as it was published.' })
export class YearlyNumber {
  @Field(() => String, {
    description:
      'what is counted: the first day of a quarter, ANONYMOUS or CONTACT_DETAILS, or a choice; OTHER for all that cannot be told one by one, NOT_ANSWERED',
  })
  readonly label!: string;

  @Field(() => String, {
    nullable: true,
    description: 'the words of a choice; null where the label says all',
  })
  readonly text!: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47: the language of `text`' })
  readonly locale!: string | null;

  @Field(() => Int, { nullable: true, description: 'rounded to 5; null where it is suppressed' })
  readonly count!: number | null;

  @Field(() => Boolean, {
    description:
      'the number is small, or would tell a small one: not necessarily zero, not necessarily small',
  })
  readonly suppressed!: boolean;
}

/** The numbers of a closed year. */
@ObjectType({
  description: 'The numbers of a closed year. They never change, however often they are published.',
})
export class YearlyPage {
  @Field(() => Int, { description: 'for example 2026' })
  readonly year!: number;

  @Field(() => GraphQLDay, { description: 'the first day of the year that was counted' })
  readonly countedFrom!: Day;

  @Field(() => Int, { description: 'the smallest number that is told' })
  readonly threshold!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'all reports, rounded to 5; null where it is suppressed, which it may be beside told quarters',
  })
  readonly total!: number | null;

  @Field(() => [YearlyNumber], { description: 'reports by quarter' })
  readonly quarters!: YearlyNumber[];

  @Field(() => [YearlyNumber], {
    description: 'what the reports were about; a report may have several. Empty where that is not counted.',
  })
  readonly categories!: YearlyNumber[];

  @Field(() => [YearlyNumber], { description: 'reports without a name, and those with contact details' })
  readonly routes!: YearlyNumber[];

  @Field(() => Int, {
    nullable: true,
    description: 'reports whose reporters wanted messages, rounded to 5; null where it is suppressed',
  })
  readonly wantedMessages!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'how many of those had a first reply in the promised time, from 0 to 1; null where it is suppressed',
  })
  readonly repliedInTime!: number | null;
}

/** A closed year, and whether the public can read its numbers. */
@ObjectType({ description: 'A closed year, and whether the public can read its numbers.' })
export class YearToPublish {
  @Field(() => Int, { description: 'for example 2026' })
  readonly year!: number;

  @Field(() => Boolean, { description: 'whether the portal shows its page' })
  readonly isPublic!: boolean;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'when it was published last; null where it never was',
  })
  readonly publishedOn!: Day | null;

  @Field(() => Boolean, { description: 'false where the year holds too little to tell anything of it' })
  readonly canBeTold!: boolean;
}

/** The page of a year is on the portal. */
@ObjectType({ description: 'The page of the year is on the portal, also where it was before.' })
export class YearPublished {
  @Field(() => YearToPublish, { description: 'the year' })
  readonly year: YearToPublish;

  constructor(year: YearToPublish) {
    this.year = year;
  }
}

/** There is nothing that may be told of the year. */
@ObjectType({
  implements: Problem,
  description: 'The year is not closed yet, or too little can be told of it. Nothing was published.',
})
export class YearCannotBeTold extends Problem {
  constructor() {
    super('Nothing can be told of this year yet. A year is closed in the middle of January after it.');
  }
}

/** What became of publishing a year. */
export const PublishYearResult = createUnionType({
  name: 'PublishYearResult',
  description: 'What became of publishing a year.',
  types: () => [YearPublished, YearCannotBeTold, ServiceBusy] as const,
});
