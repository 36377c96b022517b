import { ArrayMaxSize, ArrayNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';
import { StaffRole } from './staff-role.type.ts';

/** Whom to invite. */
@InputType({ description: 'Whom to invite.' })
export class InvitePersonInput {
  @Field(() => ID, { description: 'a UUID drawn by the client; the same id again draws another link' })
  @MaxLength(LONGEST_INPUT)
  id!: string;

  @Field(() => String, { description: 'the mail address that they will sign in with' })
  @MaxLength(LONGEST_INPUT)
  email!: string;

  @Field(() => [StaffRole], { description: 'what they may do; at least one' })
  @ArrayNotEmpty()
  @ArrayMaxSize(8)
  roles!: StaffRole[];

  @Field(() => ID, { nullable: true, description: 'the team that they are put into' })
  @MaxLength(LONGEST_INPUT)
  team?: string;
}
