import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { questionIn } from './question-in.ts';
import { toSource } from './question-source.ts';
import { QuestionSource } from './question-source.type.ts';
import { Question } from './questionnaire.type.ts';
import { QuestionnaireVersion } from './questionnaire-draft.type.ts';
import type { QuestionnaireVersionsService } from './questionnaire-versions.service.ts';

/** What was asked before, and is asked now. For administrators. */
@Resolver(() => QuestionnaireVersion)
export class QuestionnaireVersionResolver {
  constructor(
    private readonly versions: QuestionnaireVersionsService,
    private readonly organisations: OrganisationService,
  ) {}

  @Query(() => [QuestionnaireVersion], {
    description: 'For administrators. Every version of the questions, the newest first.',
  })
  async questionnaireVersions(@Ctx() { viewer }: RequestContext): Promise<QuestionnaireVersion[]> {
    administering(viewer);
    return this.versions.all();
  }

  @Query(() => QuestionnaireVersion, {
    nullable: true,
    description: 'For administrators. One version of the questions; null when there is none.',
  })
  async questionnaireVersion(
    @Arg('id', () => ID, { description: 'the version' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<QuestionnaireVersion | null> {
    administering(viewer);
    return this.versions.find(id);
  }

  @FieldResolver(() => [QuestionSource], { description: 'what it asks, in its order' })
  async questions(@Root() { id }: QuestionnaireVersion): Promise<QuestionSource[]> {
    return (await this.versions.questionsOf(id)).map(toSource);
  }

  @FieldResolver(() => [Question], { description: 'what it asks, as reporters get it in a language' })
  async asked(
    @Root() { id }: QuestionnaireVersion,
    @Arg('locale', () => String, { description: 'BCP 47; what is not whole in it falls back' })
    locale: string,
  ): Promise<Question[]> {
    const first = await this.organisations.firstLocale();
    return (await this.versions.questionsOf(id)).map((question) => questionIn(question, locale, first));
  }
}
