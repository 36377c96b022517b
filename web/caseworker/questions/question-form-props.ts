import type { EditedQuestion } from './question-edit.ts';

/** What every part of a question's form has. */
export interface QuestionFormProps {
  readonly question: EditedQuestion;
  /** All of the draft, in order. */
  readonly questions: readonly EditedQuestion[];
  readonly locales: readonly string[];
  /** In which the texts are written just now. */
  readonly language: string;
  readonly onChange: (next: EditedQuestion) => void;
}
