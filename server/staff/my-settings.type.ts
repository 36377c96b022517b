import { Field, ObjectType } from 'type-graphql';

/** What a member of staff chose for themselves. */
@ObjectType({ description: 'What a member of staff chose for themselves.' })
export class MySettings {
  @Field(() => Boolean, { description: 'whether single keys are short cuts in the dashboard' })
  readonly singleKeys!: boolean;
}
