import { Field, ID, ObjectType } from 'type-graphql';

/** That a case is new or changed; says no more. */
@ObjectType({ description: 'That a case is new or changed; says no more.' })
export class InboxChange {
  @Field(() => ID, { description: 'which one' })
  readonly caseId!: string;
}
