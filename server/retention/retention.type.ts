import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDay } from '../shared/scalars.ts';

/** A closed case that would be deleted. */
@ObjectType({ description: 'A closed case that would be deleted.' })
export class DeletionAhead {
  @Field(() => ID, { description: 'the case' })
  readonly caseId!: string;

  @Field(() => String, { description: 'its number' })
  readonly caseNumber!: string;

  @Field(() => GraphQLDay, { description: 'when it was closed' })
  readonly closedOn!: string;

  @Field(() => GraphQLDay, { description: 'when it would be deleted' })
  readonly deletesOn!: string;

  @Field(() => Boolean, {
    description: 'true: it stays longer, until somebody has opened it and all that its reporter wrote',
  })
  readonly isKeptBack!: boolean;
}

/** What would be deleted. */
@ObjectType({
  description: 'What would be deleted by a day if cases were kept for so long. Deletes nothing.',
})
export class RetentionPreview {
  @Field(() => GraphQLDay, { description: 'the last day that is looked at' })
  readonly through!: string;

  @Field(() => [DeletionAhead], {
    description: 'those that one holds a key to, those first that were closed first, 100 at most',
  })
  readonly cases!: readonly DeletionAhead[];

  @Field(() => Int, { description: 'how many one holds a key to' })
  readonly count!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'how many there are that one holds no key to, to the nearest 5; null: fewer than 10, or none. The last month of closing counts whole, and none that is not over',
  })
  readonly others!: number | null;
}
