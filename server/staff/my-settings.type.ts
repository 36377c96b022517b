import { Field, ObjectType } from 'type-graphql';

/** What a member of staff chose for themselves. */
@ObjectType({ description: 'What a member of staff chose for themselves.' })
export class MySettings {
  @Field(() => Boolean, { description: 'whether single keys are short cuts in the dashboard' })
  readonly singleKeys!: boolean;

  @Field(() => Boolean, { description: 'whether one gets notices by mail at fixed hours' })
  readonly mailNotices!: boolean;

  @Field(() => Boolean, { description: 'whether this installation sends such notices at all' })
  readonly sendsMail!: boolean;
}
