import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** A note on a case. */
@InputType({ description: 'A note on a case, for staff alone.' })
export class AddCaseNoteInput {
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
}
