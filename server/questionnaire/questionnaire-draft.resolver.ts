import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { toSource } from './question-source.ts';
import { QuestionSource } from './question-source.type.ts';
import { SaveQuestionnaireDraftInput } from './questionnaire-draft.input.ts';
import type { QuestionnaireDraftService } from './questionnaire-draft.service.ts';
import {
  PublishQuestionnaireResult,
  QuestionnaireDraft,
  QuestionnaireVersion,
  SaveQuestionnaireDraftResult,
} from './questionnaire-draft.type.ts';
import type { QuestionnaireVersionsService } from './questionnaire-versions.service.ts';

/** The questions in the organisation's own hands. For administrators. */
@Resolver(() => QuestionnaireVersion)
export class QuestionnaireDraftResolver {
  constructor(
    private readonly drafts: QuestionnaireDraftService,
    private readonly versions: QuestionnaireVersionsService,
  ) {}

  @Query(() => QuestionnaireDraft, {
    description: 'For administrators. The questions while they are written.',
  })
  async questionnaireDraft(@Ctx() { viewer }: RequestContext): Promise<QuestionnaireDraft> {
    administering(viewer);
    return this.drafts.draft();
  }

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
