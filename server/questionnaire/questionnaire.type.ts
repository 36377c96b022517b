import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How a question is answered. */
export enum QuestionKind {
  ONE_CHOICE = 'ONE_CHOICE',
  MANY_CHOICES = 'MANY_CHOICES',
  SHORT_TEXT = 'SHORT_TEXT',
  LONG_TEXT = 'LONG_TEXT',
  MONTH = 'MONTH',
}

registerEnumType(QuestionKind, {
  name: 'QuestionKind',
  description: 'How a question is answered.',
  valuesConfig: {
    ONE_CHOICE: { description: 'one of the choices' },
    MANY_CHOICES: {
      description: 'any number of the choices; an exclusive one stands alone',
    },
    SHORT_TEXT: { description: 'a line' },
    LONG_TEXT: { description: 'paragraphs' },
    MONTH: { description: 'a month, YYYY-MM' },
  },
});

/** One answer to pick. */
@ObjectType({ description: 'One answer to pick.' })
export class Choice {
  @Field(() => ID, { description: 'the same in all languages and versions' })
  readonly id!: string;

  @Field(() => String, { description: 'in the language of the questionnaire' })
  readonly text!: string;

  @Field(() => Boolean, {
    description: 'true: stands alone, like "None of these"',
  })
  readonly isExclusive!: boolean;
}

/** When a question is shown. */
@ObjectType({ description: 'When a question is shown.' })
export class ShownWhen {
  @Field(() => ID, { description: 'an earlier question' })
  readonly question!: string;

  @Field(() => [ID], { description: 'choices of it, of which one was picked' })
  readonly anyOf!: string[];
}

/** One question, as a reporter is asked it. */
@ObjectType({ description: 'One question, as a reporter is asked it.' })
export class Question {
  @Field(() => ID, { description: 'the same in all languages and versions' })
  readonly id!: string;

  @Field(() => QuestionKind, { description: 'how it is answered' })
  readonly kind!: QuestionKind;

  @Field(() => String, {
    description:
      'the language of its text, hint and choices, BCP 47; the fallback where it is not whole in another',
  })
  readonly locale!: string;

  @Field(() => String, { description: 'the question itself' })
  readonly text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'why it is asked, and what helps to answer it',
  })
  readonly hint!: string | null;

  @Field(() => [Choice], {
    description: 'empty unless it is answered by choices',
  })
  readonly choices!: Choice[];

  @Field(() => Boolean, {
    description: 'false: may be skipped. Only consent may be true.',
  })
  readonly isNeeded!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'longest text, in characters (code points)',
  })
  readonly maxLength!: number | null;

  @Field(() => ShownWhen, {
    nullable: true,
    description: 'shown only when this earlier question was answered with one of these choices',
  })
  readonly shownWhen!: ShownWhen | null;
}

/** A published set of questions. */
@ObjectType({
  description: 'A published set of questions, which never changes.',
})
export class Questionnaire {
  @Field(() => ID, { description: 'hand it to submitReport' })
  readonly version!: string;

  @Field(() => String, { description: 'the language of its texts, BCP 47; a question may say another' })
  readonly locale!: string;

  @Field(() => [Question], { description: 'in the order they are asked' })
  readonly questions!: Question[];
}
