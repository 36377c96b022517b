import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A reply to the reporter of a case. */
@InputType({ description: 'A reply to the reporter of a case.' })
export class ReplyToReporterInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, {
    description: '128 random bits or more, made by the client; a retry sends the same',
  })
  @Length(16, 100)
  idempotencyKey!: string;

  @Field(() => String, { description: 'plain text, 1 to 5,000 characters' })
  @MaxLength(40_000)
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '`seq` of the last message that the writer saw, 0 for none; where there are later ones the answer is ConversationMovedOn. Absent: stored behind whatever is there.',
  })
  afterSeq?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: the writer saw the case open; where it is closed by now the answer is CaseClosedMeanwhile. Absent or false: stored whatever its status.',
  })
  seenOpen?: boolean | null;
}
