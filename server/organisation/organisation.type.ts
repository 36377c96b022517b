import { Field, ObjectType } from 'type-graphql';
import { GraphQLDay } from '../shared/scalars.ts';
import { LocalText, OrganisationWords } from './wording-part.type.ts';

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

  @Field(() => String, { description: 'the language of these words, BCP 47' })
  readonly locale!: string;
}

/** Days on which nobody answers. */
@ObjectType({ description: 'Days in a row on which nobody answers, though somebody would otherwise.' })
export class Closure {
  @Field(() => GraphQLDay, { description: 'the first working day that it takes' })
  readonly from!: string;

  @Field(() => GraphQLDay, { description: 'the last working day that it takes' })
  readonly to!: string;

  @Field(() => LocalText, { nullable: true, description: 'why, where the organisation says so' })
  readonly reason!: LocalText | null;
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

  @Field(() => [OrganisationWords], {
    description:
      "every part of the portal's words that is the organisation's own, each in the language asked for or, where that lacks it, the first; the emergency advice and the promise are always there",
  })
  readonly words!: readonly OrganisationWords[];

  @Field(() => String, { description: 'where "Leave this page" ends: an https address that says nothing' })
  readonly exitAddress!: string;

  @Field(() => String, { nullable: true, description: 'this service inside the Tor network' })
  readonly onionAddress!: string | null;

  @Field(() => Closure, {
    nullable: true,
    description: 'the closure that is now or begins within 7 days; null: there is none',
  })
  readonly closure!: Closure | null;

  @Field(() => Boolean, { description: 'false: an administrator closed it for reports' })
  readonly isOpen!: boolean;

  @Field(() => LocalText, {
    nullable: true,
    description: 'why it is closed for reports; null while it is open',
  })
  readonly closedReason!: LocalText | null;
}
