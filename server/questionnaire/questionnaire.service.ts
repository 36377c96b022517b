import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import { Answer } from './answer.type.ts';
import { type CheckedAnswers, checkAnswers, type GivenAnswer, type StoredAnswer } from './check-answers.ts';
import { type CountableQuestion, countableIn } from './countable.ts';
import { DEFAULT_QUESTIONS } from './default-questionnaire.ts';
import { questionIn, textIn } from './question-in.ts';
import { QuestionnaireVersionEntity } from './questionnaire.entity.ts';
import type { Questionnaire } from './questionnaire.type.ts';

export type { GivenAnswer, StoredAnswer } from './check-answers.ts';
export type { CountableQuestion } from './countable.ts';

/** How long the current version is taken to be current without asking. */
const CURRENT_AGE = 1_000; // 1 second

/** How many versions are kept in memory; a version never changes. */
const KEPT_VERSIONS = 50;

/** The questions of a version that may be counted, in a language. */
interface CountableIn {
  readonly locale: string;
  readonly questions: readonly CountableQuestion[];
}

/** The questions, in all versions that were ever asked. */
export class QuestionnaireService {
  private readonly versions = new Map<string, QuestionnaireVersionEntity>();
  /** What may be counted of a version, in the language that was asked for last: every report asks. */
  private readonly countables = new WeakMap<QuestionnaireVersionEntity, CountableIn>();
  private current: {
    version: Promise<QuestionnaireVersionEntity>;
    readAt: number;
  } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
  ) {}

  /** Publishes the default questions where none were published yet. */
  async ensureDefaults(today: Day): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO questionnaire_version (id, is_current, published_on, number, content) VALUES ($1, true, $2, 1, $3)
       ON CONFLICT DO NOTHING`,
      [randomUUID(), today, JSON.stringify({ questions: DEFAULT_QUESTIONS })],
    );
  }

  /**
   * The questions of a version. A question that is not whole in a language comes in the organisation's first.
   *
   * @param versionId those that are asked now where it is missing, or names no version.
   */
  async askedIn(locale: string | undefined, versionId?: string): Promise<Questionnaire> {
    const named = versionId === undefined ? null : await this.version(versionId);
    const version = named ?? (await this.currentVersion());
    const first = await this.organisations.firstLocale();
    const questions = version.content.questions.map((question) =>
      questionIn(question, locale ?? first, first),
    );
    const isKnown = questions.some((question) => question.locale === locale);
    return { version: version.id, locale: locale !== undefined && isKnown ? locale : first, questions };
  }

  /** Checks answers against a version; `foreign` where there is no such version. */
  async check(versionId: string, given: readonly GivenAnswer[], today: Day): Promise<CheckedAnswers> {
    const version = await this.version(versionId);
    return version ? checkAnswers(version.content.questions, given, today) : { kind: 'foreign' };
  }

  /** Answers with the questions and choices of a version. @param asked BCP 47; null: the organisation's first. */
  async readable(
    versionId: string,
    asked: string | null,
    answers: readonly StoredAnswer[],
  ): Promise<Answer[]> {
    const version = await this.version(versionId);
    const questions = version?.content.questions ?? [];
    const first = await this.organisations.firstLocale();
    const locale = asked ?? first;
    return answers.map((answer) => {
      const question = questions.find(({ id }) => id === answer.question);
      const choiceText = (id: string) => {
        const choice = question?.choices?.find((each) => each.id === id);
        return choice ? textIn(choice.text, locale, first) : id;
      };
      return {
        question: answer.question,
        questionText: question ? textIn(question.text, locale, first) : answer.question,
        text: 'text' in answer ? answer.text : null,
        choices: 'choices' in answer ? answer.choices.map(choiceText) : null,
        month: 'month' in answer ? answer.month : null,
      };
    });
  }

  /**
   * The questions that may be counted, in the organisation's first language.
   *
   * @param versionId null: those that are asked now.
   */
  async countable(versionId: string | null): Promise<readonly CountableQuestion[]> {
    const version = versionId === null ? await this.currentVersion() : await this.version(versionId);
    if (!version) return [];
    const locale = await this.organisations.firstLocale();
    const known = this.countables.get(version);
    if (known?.locale === locale) return known.questions;
    const questions = countableIn(version.content.questions, locale);
    this.countables.set(version, { locale, questions });
    return questions;
  }

  /** Reads the current version anew when it is asked for next: another one has just become current. */
  forgetCurrent(): void {
    this.current = null;
  }

  private async currentVersion(): Promise<QuestionnaireVersionEntity> {
    const now = performance.now();
    if (!this.current || now - this.current.readAt >= CURRENT_AGE) {
      const version = this.dataSource.manager.findOneByOrFail(QuestionnaireVersionEntity, {
        isCurrent: true,
      });
      this.current = { version, readAt: now };
      version.catch(() => {
        this.current = null;
      });
    }
    return this.current.version;
  }

  private async version(id: string): Promise<QuestionnaireVersionEntity | null> {
    const kept = this.versions.get(id);
    if (kept) return kept;
    if (!isUuid(id)) return null;
    const found = await this.dataSource.manager.findOneBy(QuestionnaireVersionEntity, { id });
    if (!found) return null;
    if (this.versions.size >= KEPT_VERSIONS) this.versions.clear();
    this.versions.set(id, found);
    return found;
  }
}
