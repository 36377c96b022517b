import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A new token. */
@InputType({ description: 'A new token.' })
export class MakeAnalyticsTokenInput {
  @Field(() => ID, { description: 'a random UUID, made by the client; the same again makes no second token' })
  @MaxLength(100)
  id!: string;

  @Field(() => String, { description: 'what staff call it, 1 to 100 characters' })
  @MaxLength(1_000)
  name!: string;

  @Field(() => Int, { defaultValue: 365, description: 'for how many days it works, 1 to 730' })
  days!: number;
}
