import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A label in one language. */
@InputType({ description: 'A label in one language.' })
export class KeptOutTextInput {
  @Field(() => String, { description: 'BCP 47' })
  @MaxLength(35)
  locale!: string;

  @Field(() => String, { description: 'plain text, 1 to 100 characters, without names' })
  @MaxLength(1_000)
  text!: string;
}

/** A label, new or changed. */
@InputType({ description: 'A label, new or changed.' })
export class SaveKeptOutLabelInput {
  @Field(() => ID, {
    description:
      'a random UUID, made by the client for a new one; the same again changes it, and a retry does no harm',
  })
  @MaxLength(100)
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '`version` of what was changed; absent or null for a new one. Where somebody else changed it since, nothing is stored',
  })
  @MaxLength(100)
  version?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'where it stands in the list, 0 to 1,000' })
  sort!: number;

  @Field(() => [KeptOutTextInput], { description: 'one for each language, at least one' })
  @ArrayMaxSize(20)
  @ValidateNested()
  texts!: KeptOutTextInput[];

  @Field(() => [ID], {
    description:
      'ids of the caseworkers it stands for, at least one; who was removed is left out, and an id that nobody had is refused',
  })
  @ArrayMaxSize(200)
  @MaxLength(100, { each: true })
  caseworkerIds!: string[];
}
