import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LONGEST_INPUT } from './staff.input.ts';

const MOST_MEMBERS = 500;

/** A team as it should stand. */
@InputType({ description: 'A team as it should stand.' })
export class SaveTeamInput {
  @Field(() => ID, { description: 'a UUID drawn by the client; the same id again changes the team' })
  @MaxLength(LONGEST_INPUT)
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '`version` of what was changed; absent or null for a new one. Where somebody else changed it since, nothing is stored',
  })
  @MaxLength(LONGEST_INPUT)
  version?: string | null;

  @Field(() => String, { description: '1 to 100 characters' })
  @MaxLength(LONGEST_INPUT)
  name!: string;

  @Field(() => [ID], { description: 'who is in it, by the ids of people; who is no more is left out' })
  @ArrayMaxSize(MOST_MEMBERS)
  members!: string[];
}
