import { assertNever } from '../../shared/assert-never.ts';
import type { VariablesOf } from '../../shared/graphql.ts';
import { westernDigits } from '../digits.ts';
import type { SentForm } from '../form.ts';
import type { Question } from './questionnaire.ts';
import type { SubmitReportDocument } from './submit-report.ts';

/** An answer as it stands on the page, so that Back brings back even what does not fit yet. */
export type PageAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** `month` 01 to 12 or empty, `year` as it was typed */
  | { readonly kind: 'month'; readonly month: string; readonly year: string };

/** By question; `null` where it was left out; absent where it was not come to yet. */
export type PageAnswers = Readonly<Record<string, PageAnswer | null>>;

type AnswerInput = VariablesOf<typeof SubmitReportDocument>['input']['answers'][number];

const KIND_OF_ANSWER = {
  SHORT_TEXT: 'text',
  LONG_TEXT: 'text',
  ONE_CHOICE: 'choices',
  MANY_CHOICES: 'choices',
  MONTH: 'month',
} as const satisfies Record<Question['kind'], PageAnswer['kind']>;

const NOT_ANSWERED = { text: '', choices: [], month: '', year: '' } as const;

/** How many characters a text has, as the server counts: code points, without white space around. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** What a form's fields `answer`, `month` and `year` say to a question. */
export function answerFromForm(question: Question, form: SentForm): PageAnswer {
  switch (question.kind) {
    case 'SHORT_TEXT':
    case 'LONG_TEXT':
      return { kind: 'text', text: form.text('answer') };
    case 'ONE_CHOICE':
    case 'MANY_CHOICES':
      return { kind: 'choices', choices: form.all('answer') };
    case 'MONTH':
      return { kind: 'month', month: form.text('month'), year: westernDigits(form.text('year')).trim() };
    default:
      return assertNever(question.kind);
  }
}

/**
 * The answer to a question as it stands in the draft.
 *
 * @returns `null` where there is none, or one of another kind, because the question has changed since.
 */
export function answerTo(question: Question, answers: PageAnswers): PageAnswer | null {
  const answer = answers[question.id] ?? null;
  return answer?.kind === KIND_OF_ANSWER[question.kind] ? answer : null;
}

/** The parts of an answer, empty where there is none, for the fields of a page. */
export function fieldsOf(answer: PageAnswer | null | undefined): {
  text: string;
  choices: readonly string[];
  month: string;
  year: string;
} {
  return { ...NOT_ANSWERED, ...answer };
}

/** Whether nothing was answered: the question was left out. */
export function isLeftOut(answer: PageAnswer | null | undefined): boolean {
  const { text, choices, month, year } = fieldsOf(answer);
  return text.trim() === '' && choices.length === 0 && month === '' && year === '';
}

/** The answer as `submitReport` takes it; `null` where the question was left out. Faults are looked for before. */
export function toAnswerInput(question: string, answer: PageAnswer | null | undefined): AnswerInput | null {
  if (!answer || isLeftOut(answer)) return null;
  switch (answer.kind) {
    case 'text':
      return { question, text: answer.text.trim() };
    case 'choices':
      return { question, choices: [...answer.choices] };
    case 'month':
      return { question, month: `${answer.year}-${answer.month}` };
    default:
      return assertNever(answer);
  }
}
