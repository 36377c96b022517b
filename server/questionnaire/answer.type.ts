import { Field, ID, ObjectType } from 'type-graphql';

/** One answer of a report, with the text of the question as it was asked. */
@ObjectType({
  description: 'One answer of a report, with the question as it was asked.',
})
export class Answer {
  @Field(() => ID, { description: 'id of the question' })
  readonly question!: string;

  @Field(() => String, { description: 'the question as it was asked' })
  readonly questionText!: string;

  @Field(() => String, { nullable: true, description: 'what was written' })
  readonly text!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'texts of the choices that were picked',
  })
  readonly choices!: string[] | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM' })
  readonly month!: string | null;
}
