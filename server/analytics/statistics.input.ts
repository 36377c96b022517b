import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Day } from '../shared/day.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** Which reports are counted. */
@InputType({
  description: 'Which reports are counted. Only whole closed months inside the two days count.',
})
export class StatisticsFilter {
  @Field(() => GraphQLDay, { description: 'the first day' })
  readonly from!: Day;

  @Field(() => GraphQLDay, { description: 'the last day; later ones than `dataThrough` are cut off' })
  readonly to!: Day;

  @Field(() => [ID], {
    nullable: true,
    description:
      'these categories only. Several are taken only where CATEGORY is asked for: a report may have more than one of them. Not with STATUS, LOCALE, MESSAGING or ANSWER.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  readonly category?: string[] | null;
}
