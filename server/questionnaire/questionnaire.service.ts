import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import { Answer } from './answer.type.ts';
import { type CheckedAnswers, checkAnswers, type GivenAnswer, type StoredAnswer } from './check-answers.ts';
import { DEFAULT_QUESTIONS } from './default-questionnaire.ts';
import { QuestionnaireVersionEntity, type Texts } from './questionnaire.entity.ts';
import type { Questionnaire } from './questionnaire.type.ts';

export type { GivenAnswer, StoredAnswer } from './check-answers.ts';

/** How long the current version is taken to be current without asking. */
const CURRENT_AGE = 1_000; // 1 second

/** How many versions are kept in memory; a version never changes. */
const KEPT_VERSIONS = 50;

const FALLBACK_LOCALE = 'en';

/** The questions, in all versions that were ever asked. */
export class QuestionnaireService {
  private readonly versions = new Map<string, QuestionnaireVersionEntity>();
  private current: {
    version: Promise<QuestionnaireVersionEntity>;
    until: number;
  } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Publishes the default questions where none were published yet. */
  async ensureDefaults(today: Day): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO questionnaire_version (id, is_current, published_on, content) VALUES ($1, true, $2, $3)
       ON CONFLICT DO NOTHING`,
      [randomUUID(), today, JSON.stringify({ questions: DEFAULT_QUESTIONS })],
    );
  }

  /** The questions that are asked now, in a language or in the fallback for each text. */
  async currentIn(locale: string | undefined): Promise<Questionnaire> {
    const version = await this.currentVersion();
    const inLocale = locale ?? FALLBACK_LOCALE;
    return {
      version: version.id,
      locale: inLocale,
      questions: version.content.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        text: textIn(question.text, inLocale),
        hint: question.hint ? textIn(question.hint, inLocale) : null,
        choices: (question.choices ?? []).map((choice) => ({
          id: choice.id,
          text: textIn(choice.text, inLocale),
          isExclusive: choice.isExclusive ?? false,
        })),
        isNeeded: question.isNeeded ?? false,
        maxLength: question.maxLength ?? null,
        shownWhen: question.shownWhen
          ? {
              question: question.shownWhen.question,
              anyOf: [...question.shownWhen.anyOf],
            }
          : null,
      })),
    };
  }

  /** Checks answers against a version; `foreign` where there is no such version. */
  async check(versionId: string, given: readonly GivenAnswer[], today: Day): Promise<CheckedAnswers> {
    const version = await this.version(versionId);
    return version ? checkAnswers(version.content.questions, given, today) : { kind: 'foreign' };
  }

  /** Answers with the questions and choices as they were asked. */
  async readable(versionId: string, locale: string, answers: readonly StoredAnswer[]): Promise<Answer[]> {
    const version = await this.version(versionId);
    const questions = version?.content.questions ?? [];
    return answers.map((answer) => {
      const question = questions.find(({ id }) => id === answer.question);
      const choiceText = (id: string) => {
        const choice = question?.choices?.find((each) => each.id === id);
        return choice ? textIn(choice.text, locale) : id;
      };
      return {
        question: answer.question,
        questionText: question ? textIn(question.text, locale) : answer.question,
        text: 'text' in answer ? answer.text : null,
        choices: 'choices' in answer ? answer.choices.map(choiceText) : null,
        month: 'month' in answer ? answer.month : null,
      };
    });
  }

  private async currentVersion(): Promise<QuestionnaireVersionEntity> {
    const now = Date.now();
    if (!this.current || this.current.until <= now) {
      const version = this.dataSource.manager.findOneByOrFail(QuestionnaireVersionEntity, {
        isCurrent: true,
      });
      this.current = { version, until: now + CURRENT_AGE };
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

function textIn(texts: Texts, locale: string): string {
  // A client may name any language, `__proto__` included.
  const asked = Object.hasOwn(texts, locale) ? texts[locale] : undefined;
  return asked ?? texts[FALLBACK_LOCALE] ?? Object.values(texts)[0] ?? '';
}
