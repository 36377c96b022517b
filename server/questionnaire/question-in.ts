import type { StoredQuestion, Texts } from './questionnaire.entity.ts';
import type { Question } from './questionnaire.type.ts';

/**
 * A question in a language, or as a whole in the fallback where one of its texts is lacking: half a question in
 * another language is harder to read than a whole one.
 *
 * @param locale BCP 47; a client may name any, `__proto__` included
 * @param fallback BCP 47
 */
export function questionIn(question: StoredQuestion, locale: string, fallback: string): Question {
  const texts = [question.text, question.hint, ...(question.choices ?? []).map(({ text }) => text)];
  const isWhole = texts.every((text) => !text || Object.hasOwn(text, locale));
  const found = isWhole ? locale : fallback;
  const { shownWhen } = question;
  return {
    id: question.id,
    kind: question.kind,
    locale: found,
    text: textIn(question.text, found, fallback),
    hint: question.hint ? textIn(question.hint, found, fallback) : null,
    choices: (question.choices ?? []).map((choice) => ({
      id: choice.id,
      text: textIn(choice.text, found, fallback),
      isExclusive: choice.isExclusive ?? false,
    })),
    isNeeded: question.isNeeded ?? false,
    maxLength: question.maxLength ?? null,
    shownWhen: shownWhen ? { question: shownWhen.question, anyOf: [...shownWhen.anyOf] } : null,
  };
}

/** A text in a language, else in the fallback, else in any there is. */
export function textIn(texts: Texts, locale: string, fallback: string): string {
  const own = [locale, fallback].find((each) => Object.hasOwn(texts, each));
  return (own === undefined ? Object.values(texts)[0] : texts[own]) ?? '';
}
