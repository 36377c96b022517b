import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** A message to one's caseworker. */
@InputType({ description: "A message to one's caseworker." })
export class SendMessageInput {
  @Field(() => ID, {
    description: '128 random bits or more, made by the client; a retry sends the same',
  })
  @Length(16, 100)
  idempotencyKey!: string;

  @Field(() => String, { description: 'plain text, 1 to 5,000 characters' })
  @MaxLength(40_000)
  text!: string;
}
