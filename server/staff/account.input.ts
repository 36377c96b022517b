import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';

/** Another password for oneself. */
@InputType({ description: 'Another password for oneself.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'the one that counts now' })
  @MaxLength(LONGEST_INPUT)
  password!: string;

  @Field(() => String, {
    description: '15 to 128 characters, or 12 to 128 where the account has a second factor',
  })
  @MaxLength(LONGEST_INPUT)
  newPassword!: string;
}

/** Another password for whoever forgot theirs. */
@InputType({ description: 'Another password for whoever has their recovery key.' })
export class RecoverAccountInput {
  @Field(() => String, { description: 'in any case' })
  @MaxLength(LONGEST_INPUT)
  email!: string;

  @Field(() => String, { description: 'as it was printed; case, spaces and hyphens do not matter' })
  @MaxLength(LONGEST_INPUT)
  recoveryKey!: string;

  @Field(() => String, {
    description: '15 to 128 characters, or 12 to 128 where the account has a second factor',
  })
  @MaxLength(LONGEST_INPUT)
  password!: string;
}

/** Who begins anew. */
@InputType({ description: 'Who begins an account anew.' })
export class AcceptResetInput {
  @Field(() => String, { description: 'from the link, after the #' })
  @MaxLength(LONGEST_INPUT)
  token!: string;

  @Field(() => String, { description: '15 to 128 characters' })
  @MaxLength(LONGEST_INPUT)
  password!: string;
}
