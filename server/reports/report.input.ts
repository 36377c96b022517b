import { ArrayMaxSize, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** Bounds that no honest client meets; the sentences beside the fields have tighter ones. UTF-16 units and entries. */
const LONGEST_TEXT = 40_000;
const LONGEST_ID = 100;
const MOST_ANSWERS = 200;
const MOST_KEPT_OUT = 50;

/** One answer. Has no bounds of its own: the questions set them, with a sentence for whoever oversteps one. */
@InputType({ description: 'One answer: exactly one of text, choices, month.' })
export class AnswerInput {
  @Field(() => ID, { description: 'id of the question' })
  question!: string;

  @Field(() => String, {
    nullable: true,
    description: 'for SHORT_TEXT and LONG_TEXT',
  })
  text?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'ids of choices, for ONE_CHOICE and MANY_CHOICES',
  })
  choices?: string[];

  @Field(() => String, { nullable: true, description: 'YYYY-MM, for MONTH' })
  month?: string;
}

/** Who reports, on the route where they say so. */
@InputType({
  description:
    'Who reports, on the route with contact details: a name, and a mail address or a phone number.',
})
export class ContactDetailsInput {
  @Field(() => String, { description: 'what to call them' })
  @MaxLength(LONGEST_TEXT)
  name!: string;

  @Field(() => String, { nullable: true, description: 'a mail address' })
  @MaxLength(LONGEST_TEXT)
  email?: string;

  @Field(() => String, {
    nullable: true,
    description: 'a phone number, as a person would dial it',
  })
  @MaxLength(LONGEST_TEXT)
  phone?: string;
}

/** A whole report. */
@InputType({ description: 'A whole report.' })
export class SubmitReportInput {
  @Field(() => ID, {
    description: '128 random bits or more, made by the client; a retry sends the same',
  })
  @Length(16, LONGEST_ID)
  idempotencyKey!: string;

  @Field(() => ID, {
    description: '`Questionnaire.version` of the questions that were asked',
  })
  @MaxLength(LONGEST_ID)
  questionnaireVersion!: string;

  @Field(() => String, {
    description: 'the language the questions were asked in, BCP 47',
  })
  @Length(2, 35)
  locale!: string;

  @Field(() => [AnswerInput], {
    description: 'one for each question that was answered',
  })
  @ArrayMaxSize(MOST_ANSWERS)
  answers!: AnswerInput[];

  @Field(() => String, {
    nullable: true,
    description: 'from optIntoMessaging; absent: no messaging, and no way back to this report',
  })
  @MaxLength(1_000)
  enrolment?: string;

  @Field(() => ContactDetailsInput, {
    nullable: true,
    description: 'present on the route with contact details; never asked on the anonymous one',
  })
  @ValidateNested()
  contactDetails?: ContactDetailsInput;

  @Field(() => [ID], {
    nullable: true,
    description:
      'ids of `Organisation.keptOutChoices`: whoever they stand for gets no key to this report; absent or empty: nobody is kept out',
  })
  @ArrayMaxSize(MOST_KEPT_OUT)
  @MaxLength(LONGEST_ID, { each: true })
  keptOut?: string[];
}
