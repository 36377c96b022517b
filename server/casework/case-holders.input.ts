import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { GrantScope } from './case-holders.type.ts';

/** Who gets a key to a case. */
@InputType({ description: 'Who gets a key to a case. Doing it twice changes nothing.' })
export class GrantCaseInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, { description: 'who gets it' })
  @MaxLength(100)
  caseworkerId!: string;
}

/** Who gets keys to many cases. */
@InputType({ description: 'Who gets keys to many cases. Doing it again goes on where it was left.' })
export class GrantCasesInput {
  @Field(() => ID, { description: 'who gets them' })
  @MaxLength(100)
  caseworkerId!: string;

  @Field(() => GrantScope, { defaultValue: GrantScope.OPEN, description: 'which' })
  scope!: GrantScope;
}

/** Who is kept out of a case. */
@InputType({ description: 'Who is kept out of a case, for good; oneself is "I should not see this".' })
export class KeepOutOfCaseInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, { description: 'a colleague, who need not hold a key, or oneself' })
  @MaxLength(100)
  caseworkerId!: string;

  @Field(() => ID, {
    description:
      '128 random bits or more, made by the client; a retry sends the same and so is not done twice',
  })
  @Length(16, 100)
  idempotencyKey!: string;
}
