import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { QuestionKind } from './questionnaire.type.ts';

const LONGEST_ID = 64; // characters
const LONGEST_TEXT = 10_000; // characters; what is too long to be asked is said by a sentence of its own

/** A text of a question in one language. */
@InputType({ description: 'A text of a question in one language; an empty one is left out.' })
export class QuestionTextInput {
  @Field(() => String, { description: 'BCP 47' })
  @MaxLength(35)
  locale!: string;

  @Field(() => String, { description: 'the text' })
  @MaxLength(LONGEST_TEXT)
  text!: string;
}

/** A choice of a draft. */
@InputType({ description: 'A choice of a draft.' })
export class ChoiceSourceInput {
  @Field(() => ID, { description: 'a random UUID for a new one, which it keeps for ever' })
  @MaxLength(LONGEST_ID)
  id!: string;

  @Field(() => [QuestionTextInput], { description: 'one for each language' })
  @ArrayMaxSize(50)
  @ValidateNested()
  text!: QuestionTextInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'true: stands alone' })
  isExclusive!: boolean;
}

/** When a question of a draft is shown. */
@InputType({ description: 'When a question of a draft is shown.' })
export class ShownWhenInput {
  @Field(() => ID, { description: 'an earlier question with choices' })
  @MaxLength(LONGEST_ID)
  question!: string;

  @Field(() => [ID], { description: 'choices of it, of which one was picked' })
  @ArrayMaxSize(100)
  @MaxLength(LONGEST_ID, { each: true })
  anyOf!: string[];
}

/** A question of a draft. */
@InputType({ description: 'A question of a draft.' })
export class QuestionSourceInput {
  @Field(() => ID, { description: 'a random UUID for a new one, which it keeps for ever' })
  @MaxLength(LONGEST_ID)
  id!: string;

  @Field(() => QuestionKind, { description: 'how it is answered' })
  kind!: QuestionKind;

  @Field(() => [QuestionTextInput], { description: 'the question, one for each language' })
  @ArrayMaxSize(50)
  @ValidateNested()
  text!: QuestionTextInput[];

  @Field(() => [QuestionTextInput], { defaultValue: [], description: 'one for each language; none: no hint' })
  @ArrayMaxSize(50)
  @ValidateNested()
  hint!: QuestionTextInput[];

  @Field(() => [ChoiceSourceInput], { defaultValue: [], description: 'what can be picked' })
  @ArrayMaxSize(100)
  @ValidateNested()
  choices!: ChoiceSourceInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'true: consent, which may not be skipped' })
  isNeeded!: boolean;

  @Field(() => Int, { nullable: true, description: 'longest text, in characters (code points)' })
  maxLength?: number | null;

  @Field(() => ShownWhenInput, {
    nullable: true,
    description: 'the answer that shows it; null: always shown',
  })
  @ValidateNested()
  shownWhen?: ShownWhenInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'true: its choices may be counted' })
  isCountable!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'true: its choices are the categories' })
  isCategory!: boolean;
}

/** A draft as a whole. */
@InputType({ description: 'The draft of the questions as a whole.' })
export class SaveQuestionnaireDraftInput {
  @Field(() => ID, { description: 'the revision that was changed' })
  @MaxLength(LONGEST_ID)
  basedOn!: string;

  @Field(() => ID, {
    description: 'what it is from now on: a random UUID, the same again where a save is retried',
  })
  @MaxLength(LONGEST_ID)
  revision!: string;

  @Field(() => [QuestionSourceInput], { description: 'in the order they are asked' })
  @ArrayMaxSize(200)
  @ValidateNested()
  questions!: QuestionSourceInput[];
}
