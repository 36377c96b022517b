import { tidyText } from '../shared/text.ts';
import type { QuestionSource, QuestionText } from './question-source.type.ts';
import type { StoredQuestion, Texts } from './questionnaire.entity.ts';
import type { QuestionSourceInput } from './questionnaire-draft.input.ts';

/** A question as it is stored, from what an editor sent: texts tidied, and what is empty or false left out. */
export function toStored(input: QuestionSourceInput): StoredQuestion {
  const { id, kind, text, hint, choices, isNeeded, maxLength, shownWhen, isCountable, isCategory } = input;
  const hints = toTexts(hint);
  return {
    id,
    kind,
    text: toTexts(text),
    ...(Object.keys(hints).length > 0 && { hint: hints }),
    ...(choices.length > 0 && {
      choices: choices.map((choice) => ({
        id: choice.id,
        text: toTexts(choice.text),
        ...(choice.isExclusive && { isExclusive: true }),
      })),
    }),
    ...(isNeeded && { isNeeded }),
    ...(typeof maxLength === 'number' && { maxLength }),
    ...(shownWhen && { shownWhen: { question: shownWhen.question, anyOf: [...new Set(shownWhen.anyOf)] } }),
    ...(isCountable && { isCountable }),
    ...(isCategory && { isCategory }),
  };
}

/** A question as administrators edit it. */
export function toSource(question: StoredQuestion): QuestionSource {
  return {
    id: question.id,
    kind: question.kind,
    text: fromTexts(question.text),
    hint: fromTexts(question.hint ?? {}),
    choices: (question.choices ?? []).map(({ id, text, isExclusive = false }) => ({
      id,
      text: fromTexts(text),
      isExclusive,
    })),
    isNeeded: question.isNeeded ?? false,
    maxLength: question.maxLength ?? null,
    shownWhen: question.shownWhen
      ? { question: question.shownWhen.question, anyOf: [...question.shownWhen.anyOf] }
      : null,
    isCountable: question.isCountable ?? false,
    isCategory: question.isCategory ?? false,
  };
}

/** The last text of a language counts; what a client may name stays a key of its own, `__proto__` included. */
function toTexts(texts: readonly QuestionText[]): Texts {
  return Object.fromEntries(
    texts.map(({ locale, text }) => [locale, tidyText(text)]).filter(([, text]) => text !== ''),
  );
}

function fromTexts(texts: Texts): QuestionText[] {
  return Object.entries(texts).map(([locale, text]) => ({ locale, text }));
}
