import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { questionIn } from './question-in.ts';
import { toStored } from './question-source.ts';
import { Question } from './questionnaire.type.ts';
import { SaveQuestionnaireDraftInput } from './questionnaire-draft.input.ts';
import type { QuestionnaireDraftService } from './questionnaire-draft.service.ts';
import {
  PublishQuestionnaireResult,
  QuestionnaireDraft,
  SaveQuestionnaireDraftResult,
} from './questionnaire-draft.type.ts';

/** The questions in the organisation's own hands. For administrators. */
@Resolver(() => QuestionnaireDraft)
export class QuestionnaireDraftResolver {
  constructor(
    private readonly drafts: QuestionnaireDraftService,
    private readonly organisations: OrganisationService,
  ) {}

  @Query(() => QuestionnaireDraft, {
    description: 'For administrators. The questions while they are written.',
  })
  async questionnaireDraft(@Ctx() { viewer }: RequestContext): Promise<QuestionnaireDraft> {
    administering(viewer);
    return this.drafts.draft();
  }

  @FieldResolver(() => [Question], { description: 'the draft as reporters would get it in a language' })
  async asked(
    @Root() { questions }: QuestionnaireDraft,
    @Arg('locale', () => String, { description: 'BCP 47; what is not whole in it falls back' })
    locale: string,
  ): Promise<Question[]> {
    const first = await this.organisations.firstLocale();
    return questions.map((question) => questionIn(toStored(question), locale, first));
  }

  @Mutation(() => SaveQuestionnaireDraftResult, {
    description:
      'For administrators. Stores the draft as a whole, whatever is still lacking in it. Nobody is asked it before it is published.',
  })
  async saveQuestionnaireDraft(
    @Arg('input', () => SaveQuestionnaireDraftInput, { description: 'the draft' })
    input: SaveQuestionnaireDraftInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SaveQuestionnaireDraftResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.drafts.save(input, caseworkerId));
  }

  @Mutation(() => PublishQuestionnaireResult, {
    description:
      'For administrators. Makes the draft what is asked from now on; the same again does no harm. Reports keep what they were asked, and whoever is answering an earlier version may still send it.',
  })
  async publishQuestionnaire(
    @Arg('revision', () => ID, { description: 'the draft as it was looked at' }) revision: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof PublishQuestionnaireResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.drafts.publish(revision, caseworkerId));
  }
}
