import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';

/** What proves who switches a second factor off. */
@InputType({ description: 'What proves who switches a second factor off.' })
export class SwitchOffSecondFactorInput {
  @Field(() => String, { description: 'the own password' })
  @MaxLength(LONGEST_INPUT)
  password!: string;

  @Field(() => String, { description: 'six digits of the authenticator, or a recovery code' })
  @MaxLength(LONGEST_INPUT)
  oneTimeCode!: string;
}
