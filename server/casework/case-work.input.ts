import { ArrayMaxSize, Length, MaxLength, ValidateIf } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseStatus } from '../reports/case-status.type.ts';

const KEY_FOR_A_RETRY =
  '128 random bits or more, made by the client; a retry sends the same and so is not done twice';

/** Who gets a case. */
@InputType({ description: 'Who gets a case.' })
export class AssignCaseInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'null or absent: nobody' })
  @ValidateIf(isGiven('caseworkerId'))
  @MaxLength(100)
  caseworkerId?: string | null;

  @Field(() => ID, { nullable: true, description: KEY_FOR_A_RETRY })
  @ValidateIf(isGiven('idempotencyKey'))
  @Length(16, 100)
  idempotencyKey?: string | null;
}

/** Who gets a case, and what they should know. */
@InputType({ description: 'Who gets a case, and what they should know.' })
export class HandOverCaseInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, { description: 'who gets it' })
  @MaxLength(100)
  caseworkerId!: string;

  @Field(() => String, { description: 'plain text, 1 to 5,000 characters; stored as a note on the case' })
  @MaxLength(40_000)
  note!: string;

  @Field(() => ID, { description: KEY_FOR_A_RETRY })
  @Length(16, 100)
  idempotencyKey!: string;
}

/** Where a case is moved to. */
@InputType({ description: 'Where a case is moved to.' })
export class ChangeCaseStatusInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => CaseStatus, { description: 'NEW is refused: no case becomes new again' })
  to!: CaseStatus;

  @Field(() => String, {
    nullable: true,
    description: 'why, plain text, up to 5,000 characters; closing needs one',
  })
  @ValidateIf(isGiven('reason'))
  @MaxLength(40_000)
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '`lastSeq` of the case as it was shown. Where the reporter wrote later, a case is neither closed nor set to wait for them: StatusChangeRefused. Absent: whatever they wrote.',
  })
  afterSeq?: number | null;

  @Field(() => ID, { nullable: true, description: KEY_FOR_A_RETRY })
  @ValidateIf(isGiven('idempotencyKey'))
  @Length(16, 100)
  idempotencyKey?: string | null;
}

/** Which labels a case gets and loses. */
@InputType({
  description:
    'Which labels a case gets and loses. Two people who label at once do not undo each other, and doing it twice changes nothing.',
})
export class SetCaseLabelsInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => [ID], { defaultValue: [], description: 'ids of labels to put on' })
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  add!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'ids of labels to take off' })
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  remove!: string[];
}

/** Validation of a field that may be null runs only where it is not. */
function isGiven(field: string): (input: object) => boolean {
  return (input) => Reflect.get(input, field) != null;
}
