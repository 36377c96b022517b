import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DraftKind } from './case-draft.type.ts';

/** What one has written so far. */
@InputType({ description: 'What one has written so far. Each save replaces the one before.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'the case' })
  @MaxLength(100)
  caseId!: string;

  @Field(() => DraftKind, { description: 'what it will be' })
  kind!: DraftKind;

  @Field(() => String, { description: 'plain text, up to 8,000 characters; blank: the draft is deleted' })
  @MaxLength(40_000)
  text!: string;
}
