import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A template in one language. */
@InputType({ description: 'A template in one language.' })
export class TemplateTextInput {
  @Field(() => String, { description: 'BCP 47' })
  @MaxLength(35)
  locale!: string;

  @Field(() => String, { description: 'plain text, 1 to 5,000 characters, with variables' })
  @MaxLength(40_000)
  text!: string;
}

/** A template, new or changed. */
@InputType({ description: 'A template, new or changed.' })
export class SaveTemplateInput {
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

  @Field(() => String, { description: '1 to 100 characters' })
  @MaxLength(1_000)
  name!: string;

  @Field(() => Int, { defaultValue: 0, description: 'where it stands in the list' })
  sort!: number;

  @Field(() => [TemplateTextInput], { description: 'one for each language, at least one' })
  @ArrayMaxSize(50)
  @ValidateNested()
  texts!: TemplateTextInput[];
}
