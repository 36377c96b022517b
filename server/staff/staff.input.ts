import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** Longest text of an input about accounts: far more than any of these needs, far less than would tire the server. */
export const LONGEST_INPUT = 1_000; // UTF-16 units

/** Who accepts an invitation. */
@InputType({ description: 'Who accepts an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'from the link, after the #' })
  @MaxLength(LONGEST_INPUT)
  token!: string;

  @Field(() => String, { description: 'as colleagues should read it' })
  @MaxLength(LONGEST_INPUT)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'needed where the invitation carries no address, as that of the first administrator',
  })
  @MaxLength(LONGEST_INPUT)
  email?: string;

  @Field(() => String, { description: '15 to 128 characters' })
  @MaxLength(LONGEST_INPUT)
  password!: string;
}

/** Who signs in. */
@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'in any case' })
  @MaxLength(LONGEST_INPUT)
  email!: string;

  @Field(() => String, { description: 'as it was chosen' })
  @MaxLength(LONGEST_INPUT)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'six digits or a recovery code, when the account has a second factor',
  })
  @MaxLength(LONGEST_INPUT)
  oneTimeCode?: string;
}
