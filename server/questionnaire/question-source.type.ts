import { Field, ID, Int, ObjectType } from 'type-graphql';
import { QuestionKind, ShownWhen } from './questionnaire.type.ts';

/** A text of a question in one language. */
@ObjectType({ description: 'A text of a question in one language.' })
export class QuestionText {
  @Field(() => String, { description: 'BCP 47' })
  readonly locale!: string;

  @Field(() => String, { description: 'the text' })
  readonly text!: string;
}

/** A choice as administrators edit it. */
@ObjectType({ description: 'A choice in all its languages.' })
export class ChoiceSource {
  @Field(() => ID, { description: 'the same in all languages and versions' })
  readonly id!: string;

  @Field(() => [QuestionText], { description: 'one for each language it is written in' })
  readonly text!: QuestionText[];

  @Field(() => Boolean, { description: 'true: stands alone, like "None of these"' })
  readonly isExclusive!: boolean;
}

/** A question as administrators edit it. */
@ObjectType({ description: 'A question in all its languages, as administrators edit it.' })
export class QuestionSource {
  @Field(() => ID, { description: 'the same in all languages and versions; of one question for ever' })
  readonly id!: string;

  @Field(() => QuestionKind, { description: 'how it is answered' })
  readonly kind!: QuestionKind;

  @Field(() => [QuestionText], { description: 'the question, one for each language it is written in' })
  readonly text!: QuestionText[];

  @Field(() => [QuestionText], {
    description: 'why it is asked, and what helps to answer it; empty: no hint',
  })
  readonly hint!: QuestionText[];

  @Field(() => [ChoiceSource], { description: 'empty unless it is answered by choices' })
  readonly choices!: ChoiceSource[];

  @Field(() => Boolean, { description: 'true: consent, which may not be skipped' })
  readonly isNeeded!: boolean;

  @Field(() => Int, { nullable: true, description: 'longest text, in characters (code points)' })
  readonly maxLength!: number | null;

  @Field(() => ShownWhen, { nullable: true, description: 'the answer that shows it; null: always shown' })
  readonly shownWhen!: ShownWhen | null;

  @Field(() => Boolean, { description: 'true: its choices may be counted in statistics' })
  readonly isCountable!: boolean;

  @Field(() => Boolean, { description: 'true: its choices are the categories of cases in numbers' })
  readonly isCategory!: boolean;
}
