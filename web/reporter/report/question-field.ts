import type { PageAnswer } from './answer.ts';
import type { Question } from './questionnaire.ts';

/** What the fields of every kind of question are given. */
export interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: PageAnswer | null;
  /** the sentence against a field, by its `id` */
  readonly problemOf: (field: string) => string | undefined;
  /** whether the heading takes the focus as the page arrives */
  readonly takesFocus: boolean;
}

/** `aria-describedby` of the parts that are there; `undefined` where there is none. */
export function describedBy(...parts: readonly (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined;
}
