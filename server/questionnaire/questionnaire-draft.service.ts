import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import { checkQuestions, isMalformed } from './check-questions.ts';
import { namingRisks } from './naming-risks.ts';
import { toSource, toStored } from './question-source.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import type { QuestionnaireService } from './questionnaire.service.ts';
import type { SaveQuestionnaireDraftInput } from './questionnaire-draft.input.ts';
import {
  InvalidQuestionnaireDraft,
  type QuestionnaireDraft,
  QuestionnaireDraftMovedOn,
  QuestionnaireDraftSaved,
  QuestionnaireNotReady,
  QuestionnairePublished,
} from './questionnaire-draft.type.ts';
import type { PublishedQuestions, QuestionnaireVersionsService } from './questionnaire-versions.service.ts';

/** The row of the draft, or what stands in for it while there is none. */
interface Draft {
  readonly revision: string;
  readonly savedBy: string | null;
  readonly savedOn: Day | null;
  readonly questions: readonly StoredQuestion[];
}

/**
 * The one draft of the questions.
 *
 * Every save names the revision that it changed and the one it makes, both drawn by clients: a save of two at once is
 * refused to the second, and a retry is known by its revision. Publishing makes the revision the id of the version, so
 * that it happens once however often it is asked for.
 */
export class QuestionnaireDraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly questionnaires: QuestionnaireService,
    private readonly versions: QuestionnaireVersionsService,
    private readonly audit: AuditService,
  ) {}

  /** The draft, or what is asked now where nobody began one. */
  async draft(): Promise<QuestionnaireDraft> {
    const first = await this.organisations.firstLocale();
    // One transaction, so that a draft published in between is not taken for one that nobody began.
    return inTransaction(this.dataSource, (manager) => this.view(manager, first));
  }

  /** Stores the draft as a whole, whatever is still lacking in it. */
  async save(
    input: SaveQuestionnaireDraftInput,
    caseworkerId: string,
  ): Promise<QuestionnaireDraftSaved | QuestionnaireDraftMovedOn | InvalidQuestionnaireDraft> {
    if (!isUuid(input.revision)) {
      return new InvalidQuestionnaireDraft('A revision is a UUID. Nothing was stored.');
    }
    const questions = input.questions.map(toStored);
    const first = await this.organisations.firstLocale();
    const today = await this.organisations.today();
    return inTransaction(this.dataSource, async (manager) => {
      await this.lock(manager);
      const published = await this.versions.everAsked(manager);
      const malformed = checkQuestions(questions, { first, published }).filter(isMalformed);
      if (malformed.length > 0) {
        return new InvalidQuestionnaireDraft(
          'These questions cannot be kept. Nothing was stored.',
          malformed,
        );
      }
      const before = await this.read(manager);
      const isRetry = before.revision === input.revision && isDeepStrictEqual(before.questions, questions);
      if (!isRetry) {
        const isTaken =
          before.revision === input.revision || (await this.versions.find(input.revision, manager));
        if (before.revision !== input.basedOn || isTaken) return new QuestionnaireDraftMovedOn();
        await this.write(manager, {
          revision: input.revision,
          savedBy: caseworkerId,
          savedOn: today,
          questions,
        });
        this.audit.record(manager, { caseworkerId }, AuditAct.QUESTIONS_DRAFTED);
      }
      return new QuestionnaireDraftSaved(await this.view(manager, first));
    });
  }

  /**
   * Makes the draft what is asked from now on.
   *
   * @param revision the one that was looked at; what somebody saved since is not published unread.
   */
  async publish(
    revision: string,
    caseworkerId: string,
  ): Promise<QuestionnairePublished | QuestionnaireDraftMovedOn | QuestionnaireNotReady> {
    const first = await this.organisations.firstLocale();
    const today = await this.organisations.today();
    const result = await inTransaction(this.dataSource, async (manager) => {
      await this.lock(manager);
      const done = await this.versions.find(revision, manager);
      const current = await this.versions.current(manager);
      const draft = await this.read(manager);
      if (done) return new QuestionnairePublished(done);
      if (draft.revision !== revision) return new QuestionnaireDraftMovedOn();
      if (isDeepStrictEqual(draft.questions, current.questions)) {
        return new QuestionnaireNotReady('These are the questions that are asked already.', []);
      }
      const published = await this.versions.everAsked(manager);
      const faults = checkQuestions(draft.questions, { first, published });
      if (faults.length > 0) {
        return new QuestionnaireNotReady('Something is still lacking. Nothing was published.', faults);
      }
      await this.replaceCurrent(manager, draft, today, caseworkerId);
      const version = await this.versions.find(revision, manager);
      if (!version) throw new TypeError('The new version is not there');
      const subject = { object: `Version ${version.number}` };
      this.audit.record(manager, { caseworkerId }, AuditAct.QUESTIONS_PUBLISHED, subject);
      return new QuestionnairePublished(version);
    });
    this.questionnaires.forgetCurrent();
    return result;
  }

  /** One writer at a time; readers go on, and so do reporters, who never look at the draft. */
  private async lock(manager: EntityManager): Promise<void> {
    await manager.query('LOCK TABLE questionnaire_draft IN EXCLUSIVE MODE');
  }

  private async view(manager: EntityManager, first: string): Promise<QuestionnaireDraft> {
    const draft = await this.read(manager);
    const current = await this.versions.current(manager);
    const published = await this.versions.everAsked(manager);
    const [person] = await manager.query<{ name: string }[]>('SELECT name FROM caseworker WHERE id = $1', [
      draft.savedBy,
    ]);
    return {
      revision: draft.revision,
      isChanged: !isDeepStrictEqual(draft.questions, current.questions),
      savedBy: person?.name ?? null,
      savedOn: draft.savedOn,
      questions: draft.questions.map(toSource),
      faults: checkQuestions(draft.questions, { first, published }),
      namingRisks: namingRisks(draft.questions),
    };
  }

  private async read(manager: EntityManager): Promise<Draft> {
    const [row] = await manager.query<
      { revision: string; saved_by: string | null; saved_on: Day; content: PublishedQuestions }[]
    >('SELECT revision, saved_by, saved_on, content FROM questionnaire_draft');
    if (row) {
      const { revision, saved_by: savedBy, saved_on: savedOn, content } = row;
      return { revision, savedBy, savedOn, questions: content.questions };
    }
    const { id, questions } = await this.versions.current(manager);
    return { revision: id, savedBy: null, savedOn: null, questions };
  }

  private async write(manager: EntityManager, draft: Draft): Promise<void> {
    await manager.query(
      `INSERT INTO questionnaire_draft (revision, saved_by, saved_on, content) VALUES ($1, $2, $3, $4)
       ON CONFLICT (is_only) DO UPDATE SET revision = EXCLUDED.revision, saved_by = EXCLUDED.saved_by,
         saved_on = EXCLUDED.saved_on, content = EXCLUDED.content`,
      [draft.revision, draft.savedBy, draft.savedOn, JSON.stringify({ questions: draft.questions })],
    );
  }

  private async replaceCurrent(
    manager: EntityManager,
    draft: Draft,
    today: Day,
    caseworkerId: string,
  ): Promise<void> {
    await manager.query('UPDATE questionnaire_version SET is_current = false WHERE is_current');
    await manager.query(
      `INSERT INTO questionnaire_version (id, is_current, published_on, published_by, number, content)
       SELECT $1, true, $2, $3, max(number) + 1, $4 FROM questionnaire_version`,
      [draft.revision, today, caseworkerId, JSON.stringify({ questions: draft.questions })],
    );
    await manager.query('DELETE FROM questionnaire_draft');
  }
}
