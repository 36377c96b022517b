import { textIn } from './question-in.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

/** A question whose choices may be counted. */
export interface CountableQuestion {
  readonly id: string;
  readonly text: string;
  readonly isCategory: boolean;
  /** Whether a report gives at most one of the choices. */
  readonly isOneChoice: boolean;
  readonly choices: readonly { readonly id: string; readonly text: string; readonly isExclusive: boolean }[];
}

/** The questions that may be counted, in a language. */
export function countableIn(questions: readonly StoredQuestion[], locale: string): CountableQuestion[] {
  return questions.flatMap((question) => {
    const { id, kind, isCountable, isCategory, choices = [] } = question;
    const isOneChoice = kind === QuestionKind.ONE_CHOICE;
    if (!(isCountable || isCategory) || !(isOneChoice || kind === QuestionKind.MANY_CHOICES)) return [];
    return [
      {
        id,
        text: textIn(question.text, locale, locale),
        isCategory: isCategory ?? false,
        isOneChoice,
        choices: choices.map((choice) => ({
          id: choice.id,
          text: textIn(choice.text, locale, locale),
          isExclusive: choice.isExclusive ?? false,
        })),
      },
    ];
  });
}
