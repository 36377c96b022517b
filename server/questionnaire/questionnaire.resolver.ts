import { Arg, ID, Query, Resolver } from 'type-graphql';
import type { QuestionnaireService } from './questionnaire.service.ts';
import { Questionnaire } from './questionnaire.type.ts';

/** `Query.questionnaire`. */
@Resolver(() => Questionnaire)
export class QuestionnaireResolver {
  constructor(private readonly questionnaires: QuestionnaireService) {}

  @Query(() => Questionnaire, { description: 'the questions that are asked now' })
  questionnaire(
    @Arg('locale', () => String, {
      nullable: true,
      description: 'BCP 47; questions that are not whole in it fall back to the first language',
    })
    locale?: string,
    @Arg('version', () => ID, {
      nullable: true,
      description:
        'for whoever began with these: the questions of that version; those of now where there is no such version',
    })
    version?: string,
  ): Promise<Questionnaire> {
    return this.questionnaires.askedIn(locale, version);
  }
}
