import { type DataSource, In } from 'typeorm';
import type { CaseKeys } from '../crypto/case-keys.ts';
import type { Answer } from '../questionnaire/answer.type.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import { openAnswers, openContactDetails, openKeptOut } from './case-bodies.ts';
import { CaseFileEntity } from './case-file.entity.ts';
import type { StoredContactDetails } from './contact-details.ts';
import type { StoredKeptOut } from './readers.service.ts';

/** What a case holds, still sealed. */
export type SealedCase = Pick<
  CaseFileEntity,
  'id' | 'locale' | 'questionnaireVersionId' | 'sealedAnswers' | 'sealedContactDetails' | 'sealedKeptOut'
>;

/** What was answered, still sealed. */
export type SealedAnswers = Pick<SealedCase, 'id' | 'questionnaireVersionId' | 'sealedAnswers'>;

/** Id of the question whose choices are the category of a report. */
const CATEGORY_QUESTION = 'kinds';

/** The bodies of cases, for whoever holds their keys. */
export class CaseBodyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionnaires: QuestionnaireService,
  ) {}

  /** Sealed bodies of many cases with one statement, in no order. */
  async sealed(ids: readonly string[]): Promise<SealedCase[]> {
    return this.dataSource.manager.findBy(CaseFileEntity, { id: In([...ids]) });
  }

  /**
   * The answers, with questions and choices in the organisation's first language, so that staff can read what was asked
   * of somebody whose language they do not know.
   *
   * @throws {SealBroken} another key or changed bytes.
   */
  async answers(sealed: SealedAnswers, caseKeys: CaseKeys): Promise<Answer[]> {
    const answers = openAnswers(sealed.sealedAnswers, caseKeys, sealed.id);
    return this.questionnaires.readable(sealed.questionnaireVersionId, null, answers);
  }

  /** The answers, with questions and choices as the reporter read them. @throws {SealBroken} as above. */
  async answersAsAsked(sealed: SealedCase, caseKeys: CaseKeys): Promise<Answer[]> {
    const answers = openAnswers(sealed.sealedAnswers, caseKeys, sealed.id);
    return this.questionnaires.readable(sealed.questionnaireVersionId, sealed.locale, answers);
  }

  /** Texts of the choices that say of what kind it was. @throws {SealBroken} another key or changed bytes. */
  async category(sealed: SealedCase, caseKeys: CaseKeys): Promise<string[]> {
    const answers = openAnswers(sealed.sealedAnswers, caseKeys, sealed.id).filter(
      ({ question }) => question === CATEGORY_QUESTION,
    );
    const [kinds] = await this.questionnaires.readable(sealed.questionnaireVersionId, null, answers);
    return kinds?.choices ?? [];
  }

  /** Who reports, or null on the anonymous route. @throws {SealBroken} another key or changed bytes. */
  contactDetails(
    sealed: Pick<SealedCase, 'id' | 'sealedContactDetails'>,
    caseKeys: CaseKeys,
  ): StoredContactDetails | null {
    return (
      sealed.sealedContactDetails && openContactDetails(sealed.sealedContactDetails, caseKeys, sealed.id)
    );
  }

  /** Whom the reporter asked to keep out, in the words that they chose. */
  keptOut(
    { id, sealedKeptOut }: Pick<CaseFileEntity, 'id' | 'sealedKeptOut'>,
    caseKeys: CaseKeys,
  ): StoredKeptOut[] {
    return sealedKeptOut ? openKeptOut(sealedKeptOut, caseKeys, id) : [];
  }
}
