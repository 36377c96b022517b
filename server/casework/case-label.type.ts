import { Field, ID, ObjectType } from 'type-graphql';

/** One word of the organisation's own vocabulary for cases. */
@ObjectType({ description: "One word of the organisation's own vocabulary for cases." })
export class CaseLabel {
  @Field(() => ID, { description: 'what it is stored as' })
  readonly id!: string;

  @Field(() => String, { description: 'what staff read; the id where the vocabulary has it no more' })
  readonly text!: string;
}
