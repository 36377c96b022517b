import { Field, ObjectType } from 'type-graphql';
import { GraphQLDay } from '../shared/scalars.ts';

/** A place to get support without reporting. */
@ObjectType({
  description: 'A place to get support, with or without reporting.',
})
export class SupportService {
  @Field(() => String, { description: 'what it is called' })
  readonly name!: string;

  @Field(() => String, { description: 'what it is for, in a sentence' })
  readonly description!: string;

  @Field(() => String, {
    nullable: true,
    description: 'as a person would dial it',
  })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'an https address' })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'when somebody is there, in words',
  })
  readonly openingHours!: string | null;
}

/** Who runs this service, as everybody may know it. */
@ObjectType({ description: 'Who runs this service, and what they promise.' })
export class Organisation {
  @Field(() => String, { description: 'its name, as it stands in sentences' })
  readonly name!: string;

  @Field(() => [String], {
    description: 'languages of its own texts, BCP 47; the first is the fallback',
  })
  readonly locales!: string[];

  @Field(() => String, {
    description:
      'the language that the texts here are in, BCP 47; another than was asked for where those are lacking',
  })
  readonly locale!: string;

  @Field(() => String, {
    description:
      "the anonymous-messaging promise in the organisation's words, e.g. 'We aim to reply within 2 working days.'",
  })
  readonly responseTarget!: string;

  @Field(() => String, {
    description: 'whom to call instead when somebody is in danger now',
  })
  readonly emergencyAdvice!: string;

  @Field(() => [SupportService], {
    description: 'where to get support without reporting',
  })
  readonly supportServices!: SupportService[];

  @Field(() => GraphQLDay, {
    description: 'the day by which somebody who writes today can expect an answer',
  })
  readonly replyExpectedBy!: string;

  @Field(() => Boolean, {
    description:
      'true: made to be shown around. Every page then says "Demonstration – not for real reports".',
  })
  readonly isDemonstration!: boolean;
}
