import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What keeps questions from being asked. */
export enum QuestionFaultReason {
  NO_QUESTIONS = 'NO_QUESTIONS',
  TOO_MANY_QUESTIONS = 'TOO_MANY_QUESTIONS',
  ID_MALFORMED = 'ID_MALFORMED',
  ID_TWICE = 'ID_TWICE',
  ID_TAKEN = 'ID_TAKEN',
  LANGUAGE_UNKNOWN = 'LANGUAGE_UNKNOWN',
  TEXT_MISSING = 'TEXT_MISSING',
  TEXT_TOO_LONG = 'TEXT_TOO_LONG',
  TEXT_TWICE = 'TEXT_TWICE',
  HINT_MISSING = 'HINT_MISSING',
  TOO_FEW_CHOICES = 'TOO_FEW_CHOICES',
  TOO_MANY_CHOICES = 'TOO_MANY_CHOICES',
  NO_CHOICES_HERE = 'NO_CHOICES_HERE',
  LENGTH_MISSING = 'LENGTH_MISSING',
  LENGTH_NOT_HERE = 'LENGTH_NOT_HERE',
  BRANCH_NOT_EARLIER = 'BRANCH_NOT_EARLIER',
  BRANCH_WITHOUT_CHOICE = 'BRANCH_WITHOUT_CHOICE',
  NEEDED_IS_NO_CONSENT = 'NEEDED_IS_NO_CONSENT',
  NOT_TO_BE_COUNTED = 'NOT_TO_BE_COUNTED',
  CATEGORY_NOT_COUNTED = 'CATEGORY_NOT_COUNTED',
  SECOND_CATEGORY = 'SECOND_CATEGORY',
  TOO_LONG_TOGETHER = 'TOO_LONG_TOGETHER',
}

registerEnumType(QuestionFaultReason, {
  name: 'QuestionFaultReason',
  description: 'What keeps questions from being asked.',
  valuesConfig: {
    NO_QUESTIONS: { description: 'there is no question at all' },
    TOO_MANY_QUESTIONS: { description: 'more than 40 questions' },
    ID_MALFORMED: { description: 'an id that is neither a UUID nor one that came with the program' },
    ID_TWICE: { description: 'two questions, or two choices of one question, with the same id' },
    ID_TAKEN: { description: 'an id that an earlier version gave to a question answered in another way' },
    LANGUAGE_UNKNOWN: { description: 'a language that is no BCP 47 tag' },
    TEXT_MISSING: { description: 'a question or a choice without a text in the first language' },
    TEXT_TOO_LONG: {
      description: 'more than 300 characters of a question, 1,000 of a hint, 200 of a choice',
    },
    TEXT_TWICE: { description: 'two choices of one question that read the same' },
    HINT_MISSING: { description: 'a hint that is not written in the first language' },
    TOO_FEW_CHOICES: { description: 'less than two choices; consent needs one' },
    TOO_MANY_CHOICES: { description: 'more than 30 choices of one question' },
    NO_CHOICES_HERE: { description: 'choices of a question that is not answered by choices' },
    LENGTH_MISSING: {
      description: 'a longest text is lacking, or is not 1 to 500 for a line, 1 to 7,500 for more',
    },
    LENGTH_NOT_HERE: { description: 'a longest text of a question that is not answered in words' },
    BRANCH_NOT_EARLIER: { description: 'shown by the answer to what is no earlier question with choices' },
    BRANCH_WITHOUT_CHOICE: { description: 'shown by no choice, or by one that the earlier question has not' },
    NEEDED_IS_NO_CONSENT: {
      description: 'not to be skipped, and more than one choice or two to pick one from',
    },
    NOT_TO_BE_COUNTED: { description: 'counted, and not answered by choices' },
    CATEGORY_NOT_COUNTED: { description: 'the category, and not counted' },
    SECOND_CATEGORY: { description: 'a second category' },
    TOO_LONG_TOGETHER: { description: 'a report that answers everything at full length could not be stored' },
  },
});

/** One thing that keeps questions from being asked. */
@ObjectType({ description: 'One thing that keeps questions from being asked.' })
export class QuestionFault {
  @Field(() => ID, { nullable: true, description: 'where it lies; null: in all of them together' })
  readonly question: string | null;

  @Field(() => ID, { nullable: true, description: 'the choice it lies in' })
  readonly choice: string | null;

  @Field(() => QuestionFaultReason, { description: 'what stands against it' })
  readonly reason: QuestionFaultReason;

  @Field(() => String, { description: 'the same as a plain English sentence to show' })
  readonly message: string;

  constructor(
    reason: QuestionFaultReason,
    message: string,
    question: string | null = null,
    choice: string | null = null,
  ) {
    this.reason = reason;
    this.message = message;
    this.question = question;
    this.choice = choice;
  }
}
