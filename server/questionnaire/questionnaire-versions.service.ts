import type { DataSource, EntityManager } from 'typeorm';
import { isUuid } from '../shared/uuid.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import type { QuestionKind } from './questionnaire.type.ts';
import type { QuestionnaireVersion } from './questionnaire-draft.type.ts';

/** A version with what it asks. */
export interface PublishedQuestions {
  readonly id: string;
  readonly questions: readonly StoredQuestion[];
}

const VERSIONS = `
  SELECT version.id, version.number, version.published_on AS "publishedOn", person.name AS "publishedBy",
    version.is_current AS "isCurrent"
  FROM questionnaire_version version LEFT JOIN caseworker person ON person.id = version.published_by`;

/** Every version that was ever asked, as administrators look back at them. */
export class QuestionnaireVersionsService {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, the newest first. */
  async all(): Promise<QuestionnaireVersion[]> {
    return this.dataSource.query<QuestionnaireVersion[]>(`${VERSIONS} ORDER BY version.number DESC`);
  }

  /** One of them; null where there is none. @param manager of the transaction it is asked in, if there is one. */
  async find(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<QuestionnaireVersion | null> {
    if (!isUuid(id)) return null;
    const [version] = await manager.query<QuestionnaireVersion[]>(`${VERSIONS} WHERE version.id = $1`, [id]);
    return version ?? null;
  }

  /** What a version asks, in its order; empty where there is none. */
  async questionsOf(id: string): Promise<readonly StoredQuestion[]> {
    const [version] = await this.dataSource.query<{ content: { questions?: readonly StoredQuestion[] } }[]>(
      'SELECT content FROM questionnaire_version WHERE id = $1',
      [id],
    );
    return version?.content.questions ?? [];
  }

  /** What is asked now. */
  async current(manager: EntityManager): Promise<PublishedQuestions> {
    const [version] = await manager.query<
      { id: string; content: { questions: readonly StoredQuestion[] } }[]
    >('SELECT id, content FROM questionnaire_version WHERE is_current');
    if (!version) throw new TypeError('No questions were published');
    return { id: version.id, questions: version.content.questions };
  }

  /** Every question that was ever asked: its id, and how the newest version that asked it had it answered. */
  async everAsked(manager: EntityManager): Promise<ReadonlyMap<string, QuestionKind>> {
    const rows = await manager.query<{ id: string; kind: QuestionKind }[]>(`
      SELECT DISTINCT ON (question ->> 'id') question ->> 'id' AS id, question ->> 'kind' AS kind
      FROM questionnaire_version, jsonb_array_elements(content -> 'questions') question
      ORDER BY question ->> 'id', number DESC`);
    return new Map(rows.map(({ id, kind }) => [id, kind]));
  }
}
