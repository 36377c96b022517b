import { byteCount } from '../shared/text.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

/** How large a set of questions may be; characters are code points. */
export const QUESTION_LIMITS = Object.freeze({
  questions: 40,
  choices: 30,
  text: 300,
  hint: 1_000,
  choiceText: 200,
  shortAnswer: 500,
  longAnswer: 7_500,
});

/** No character of a tidied text takes more as JSON in UTF-8. */
const BYTES_PER_CHARACTER = 4;

/** Whether a question is answered by picking. */
export function hasChoices(kind: QuestionKind): boolean {
  return kind === QuestionKind.ONE_CHOICE || kind === QuestionKind.MANY_CHOICES;
}

/** Whether a question is answered in words. */
export function hasWords(kind: QuestionKind): boolean {
  return kind === QuestionKind.SHORT_TEXT || kind === QuestionKind.LONG_TEXT;
}

/**
 * How many bytes the answers of a report take at most once they are written down to be sealed: everything answered,
 * every text at its full length in the longest characters, every choice picked.
 */
export function mostAnswerBytes(questions: readonly StoredQuestion[]): number {
  const each = questions.map((question) => {
    const text = (question.maxLength ?? 0) * BYTES_PER_CHARACTER;
    return byteCount(JSON.stringify(longestAnswer(question))) + 1 + text;
  });
  return each.reduce((sum, bytes) => sum + bytes, '[]'.length);
}

/** The longest answer but for the words of a text. */
function longestAnswer({ id, kind, choices = [] }: StoredQuestion): object {
  if (hasChoices(kind)) return { question: id, choices: choices.map((choice) => choice.id) };
  return kind === QuestionKind.MONTH ? { question: id, month: '2026-01' } : { question: id, text: '' };
}
