import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DeletionPurpose } from './deletion.type.ts';

const KEY_FOR_A_RETRY =
  '128 random bits or more, made by the client; a retry sends the same and so is not done twice';

/** The deletion that a second person confirms. */
@InputType({ description: 'The deletion that a second person confirms.' })
export class ConfirmDeletionInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => ID, { description: KEY_FOR_A_RETRY })
  @Length(16, 100)
  idempotencyKey!: string;
}

/** Which case is to be deleted, and why. */
@InputType({ description: 'Which case is to be deleted, and why.' })
export class AskForDeletionInput extends ConfirmDeletionInput {
  @Field(() => DeletionPurpose, { description: 'why; it stays in the audit log' })
  purpose!: DeletionPurpose;
}
