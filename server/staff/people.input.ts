import { ArrayMaxSize, ArrayNotEmpty, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';
import { StaffRole } from './staff-role.type.ts';

/** What the argument of that name is. */
export const LOSING =
  'how many cases may be lost for good by it because nobody else holds a key to them, as `CasesWouldBeLost` counted them';

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

  @Field(() => Int, { defaultValue: 0, description: LOSING })
  @Min(0)
  losing!: number;
}
