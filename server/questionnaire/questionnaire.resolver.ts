import { Arg, Query, Resolver } from 'type-graphql';
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
  ): Promise<Questionnaire> {
    return this.questionnaires.currentIn(locale);
  }
}
