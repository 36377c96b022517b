import { ArrayMaxSize, ArrayNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';
import { StaffRole } from './staff-role.type.ts';

/** Other roles for somebody. */
@InputType({ description: 'Other roles for somebody.' })
export class ChangeRolesInput {
  @Field(() => ID, { description: 'who' })
  @MaxLength(LONGEST_INPUT)
  id!: string;

  @Field(() => [StaffRole], { description: 'all roles that they have from now on; at least one' })
  @ArrayNotEmpty()
  @ArrayMaxSize(8)
  roles!: StaffRole[];
}
