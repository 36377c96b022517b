import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { WordingPart } from './wording-part.ts';

/** Bounds that no honest client meets; the sentences beside the fields have tighter ones. UTF-16 units and entries. */
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 100;

/** A text in one language. */
@InputType({ description: 'A text in one language.' })
export class LocalTextInput {
  @Field(() => String, { description: 'BCP 47, one of the languages of the portal' })
  @MaxLength(LONGEST_NAME)
  locale!: string;

  @Field(() => String, { description: 'plain text; empty: not set' })
  @MaxLength(LONGEST_TEXT)
  text!: string;
}

/** One part of the portal's words in one language. */
@InputType({ description: "One part of the portal's words in one language." })
export class OrganisationWordsInput extends LocalTextInput {
  @Field(() => WordingPart, { description: 'which part' })
  part!: WordingPart;
}

/** Name, languages, addresses and words; all of it. */
@InputType({ description: "The organisation's name, languages, addresses and own words; all of it." })
export class ChangeWordingInput {
  @Field(() => String, { description: '`Wording.version` of what was changed' })
  @MaxLength(LONGEST_NAME)
  version!: string;

  @Field(() => String, { description: '1 to 100 characters' })
  @MaxLength(LONGEST_TEXT)
  name!: string;

  @Field(() => [String], { description: 'BCP 47, at least one of en, cy, ar; the first is the fallback' })
  @ArrayMaxSize(20)
  @MaxLength(LONGEST_NAME, { each: true })
  locales!: string[];

  @Field(() => String, { description: 'an https address without user name, `?` and `#`' })
  @MaxLength(LONGEST_TEXT)
  exitAddress!: string;

  @Field(() => String, { nullable: true, description: 'an address that ends in .onion' })
  @MaxLength(LONGEST_TEXT)
  onionAddress?: string | null;

  @Field(() => [OrganisationWordsInput], { description: 'every part in every language; absent: not set' })
  @ArrayMaxSize(100)
  @ValidateNested()
  words!: OrganisationWordsInput[];
}

/** A place to get support. */
@InputType({ description: 'A place to get support, in one language.' })
export class SupportServiceInput {
  @Field(() => String, { description: '1 to 100 characters' })
  @MaxLength(LONGEST_TEXT)
  name!: string;

  @Field(() => String, { description: 'what it is for, 1 to 300 characters' })
  @MaxLength(LONGEST_TEXT)
  description!: string;

  @Field(() => String, { nullable: true, description: 'as a person would dial it' })
  @MaxLength(LONGEST_TEXT)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'an https address' })
  @MaxLength(LONGEST_TEXT)
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'when somebody is there, in words' })
  @MaxLength(LONGEST_TEXT)
  openingHours?: string | null;
}

/** Support services in one language. */
@InputType({ description: 'Support services in one language.' })
export class SupportListInput {
  @Field(() => String, { description: 'BCP 47, one of the languages of the portal' })
  @MaxLength(LONGEST_NAME)
  locale!: string;

  @Field(() => [SupportServiceInput], { description: 'in their order, at most 30' })
  @ArrayMaxSize(100)
  @ValidateNested()
  services!: SupportServiceInput[];
}

/** Support services in every language; all of them. */
@InputType({ description: 'Support services in every language; all of them.' })
export class ChangeSupportServicesInput {
  @Field(() => String, { description: '`SupportLists.version` of what was changed' })
  @MaxLength(LONGEST_NAME)
  version!: string;

  @Field(() => [SupportListInput], { description: 'one for each language; absent: none' })
  @ArrayMaxSize(20)
  @ValidateNested()
  lists!: SupportListInput[];
}

/** For how long closed cases are kept. */
@InputType({ description: 'For how long closed cases are kept.' })
export class ChangeRetentionInput {
  @Field(() => String, { description: '`RetentionSetting.version` of what was changed' })
  @MaxLength(LONGEST_NAME)
  version!: string;

  @Field(() => Int, { nullable: true, description: 'days after closing; null: none is deleted by itself' })
  days?: number | null;
}

/** Whether reports are taken. */
@InputType({ description: 'Whether reports are taken.' })
export class ChangeOpennessInput {
  @Field(() => String, { description: '`Openness.version` of what was changed' })
  @MaxLength(LONGEST_NAME)
  version!: string;

  @Field(() => Boolean, { description: 'false: nothing can be sent, and the portal says why' })
  isOpen!: boolean;

  @Field(() => [LocalTextInput], {
    description: 'why it is closed, 500 characters at most; needed in the first language to close it',
  })
  @ArrayMaxSize(20)
  @ValidateNested()
  reasons!: LocalTextInput[];
}
