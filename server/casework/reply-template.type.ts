import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';

/** A template in one language. */
@ObjectType({ description: 'A template in one language.' })
export class TemplateText {
  @Field(() => String, { description: 'BCP 47' })
  readonly locale!: string;

  @Field(() => String, { description: 'plain text, with variables' })
  readonly text!: string;
}

/** What staff write often. */
@ObjectType({
  description:
    'What staff write often. The client fills the variables in before anything is sent: {{organisation}} the name of the organisation; {{received date}} the day the report was sent; {{expected date}} the day by which somebody who writes today can expect an answer (`Organisation.replyExpectedBy`); {{response target}} the promise in words. Anything else in braces stays as it is. There is none for the number of a case or the name of a caseworker: reporters know neither.',
})
export class ReplyTemplate {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => String, { description: 'what it is found by; unique' })
  readonly name!: string;

  @Field(() => Int, { description: 'where it stands in the list; ties stand by name' })
  readonly sort!: number;

  @Field(() => [TemplateText], { description: 'one for each language it was written in, at least one' })
  readonly texts!: TemplateText[];

  @Field(() => String, { description: 'names this state; `saveTemplate` takes it' })
  readonly version!: string;
}

/** The template is stored. */
@ObjectType({ description: 'The template is stored.' })
export class TemplateSaved {
  @Field(() => ReplyTemplate, { description: 'as it was stored' })
  readonly template: ReplyTemplate;

  constructor(template: ReplyTemplate) {
    this.template = template;
  }
}

/** A template that cannot be taken as it is. */
@ObjectType({
  implements: Problem,
  description: 'The name is empty, too long or taken, or a text is empty or too long. Nothing was stored.',
})
export class InvalidTemplate extends Problem {}

/** What `saveTemplate` answers. */
export const SaveTemplateResult = createUnionType({
  name: 'SaveTemplateResult',
  description: 'What came of saving a template.',
  types: () => [TemplateSaved, InvalidTemplate, ChangedMeanwhile, ServiceBusy] as const,
});
