import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Why a choice could point at somebody. */
export enum NamingRiskReason {
  MAIL_ADDRESS = 'MAIL_ADDRESS',
  PERSON = 'PERSON',
  ONE_POST = 'ONE_POST',
  SMALL_TEAM = 'SMALL_TEAM',
}

registerEnumType(NamingRiskReason, {
  name: 'NamingRiskReason',
  description: 'Why a choice could point at somebody. A guess from its words: it may be wrong either way.',
  valuesConfig: {
    MAIL_ADDRESS: { description: 'an email address' },
    PERSON: { description: 'words that look like the name of a person' },
    ONE_POST: { description: 'a post that one person holds, or “my” somebody' },
    SMALL_TEAM: { description: 'a group of less than ten people' },
  },
});

/** A choice that could point at somebody. */
@ObjectType({ description: 'A choice that could point at somebody. It warns, and keeps nothing back.' })
export class NamingRisk {
  @Field(() => ID, { description: 'the question' })
  readonly question!: string;

  @Field(() => ID, { description: 'the choice' })
  readonly choice!: string;

  @Field(() => String, { description: 'the language of the words it was found in, BCP 47' })
  readonly locale!: string;

  @Field(() => NamingRiskReason, { description: 'what was found' })
  readonly reason!: NamingRiskReason;
}
