import type { Day } from '../shared/day.ts';
import { characterCount, tidyText } from '../shared/text.ts';
import { AnswerFault, AnswerFaultReason } from './answer-fault.type.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

/** An answer as a client sends it. */
export interface GivenAnswer {
  readonly question: string;
  readonly text?: string | null;
  readonly choices?: readonly string[] | null;
  readonly month?: string | null;
}

/** An answer as it is sealed: exactly one of the three. */
export type StoredAnswer =
  | { readonly question: string; readonly text: string }
  | { readonly question: string; readonly choices: readonly string[] }
  | { readonly question: string; readonly month: string };

/** Answers in the order of the questions, or what stands against them. */
export type CheckedAnswers =
  | { readonly kind: 'fit'; readonly answers: readonly StoredAnswer[] }
  | { readonly kind: 'faulty'; readonly faults: readonly AnswerFault[] }
  /** They belong to no such questions, so no sentence beside a field would help. */
  | { readonly kind: 'foreign' };

const EARLIEST_YEAR = 1900;

/**
 * Checks answers against the questions they were given to.
 *
 * @param today no month after this day's is taken.
 */
export function checkAnswers(
  questions: readonly StoredQuestion[],
  given: readonly GivenAnswer[],
  today: Day,
): CheckedAnswers {
  const byQuestion = new Map(given.map((answer) => [answer.question, answer]));
  if (byQuestion.size !== given.length) return { kind: 'foreign' };
  if (given.some((answer) => !questions.some((question) => question.id === answer.question))) {
    return { kind: 'foreign' };
  }
  const faults: AnswerFault[] = [];
  const answers: StoredAnswer[] = [];
  const picked = new Map<string, readonly string[]>();
  for (const question of questions) {
    const answer = byQuestion.get(question.id);
    const isShown = wasShown(question, picked);
    if (!answer) {
      if (question.isNeeded && isShown) {
        faults.push(fault(question, AnswerFaultReason.NOT_ANSWERED, 'This one needs an answer.'));
      }
      continue;
    }
    const stored = isShown ? checkOne(question, answer, today) : notAsked(question);
    if (stored instanceof AnswerFault) {
      faults.push(stored);
      continue;
    }
    answers.push(stored);
    if ('choices' in stored) picked.set(question.id, stored.choices);
  }
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'fit', answers };
}

function wasShown({ shownWhen }: StoredQuestion, picked: ReadonlyMap<string, readonly string[]>): boolean {
  if (!shownWhen) return true;
  return (picked.get(shownWhen.question) ?? []).some((choice) => shownWhen.anyOf.includes(choice));
}

type Checked = StoredAnswer | AnswerFault;

function fault(
  { id }: StoredQuestion,
  reason: AnswerFaultReason,
  message: string,
  details?: ConstructorParameters<typeof AnswerFault>[3],
): AnswerFault {
  return new AnswerFault(id, reason, message, details);
}

function notAsked(question: StoredQuestion): AnswerFault {
  return fault(question, AnswerFaultReason.NOT_ASKED, 'This question does not go with your other answers.');
}

/** The answer as it is stored, or what stands against it. */
function checkOne(question: StoredQuestion, given: GivenAnswer, today: Day): Checked {
  const { text = null, choices = null, month = null } = given;
  const wrongKind = (message: string) => fault(question, AnswerFaultReason.WRONG_KIND, message);
  if ([text, choices, month].filter((part) => part !== null).length !== 1)
    return wrongKind('Answer this in one way only.');
  switch (question.kind) {
    case QuestionKind.SHORT_TEXT:
    case QuestionKind.LONG_TEXT:
      return text === null ? wrongKind('Answer this in words.') : checkText(question, text);
    case QuestionKind.ONE_CHOICE:
    case QuestionKind.MANY_CHOICES:
      return choices === null ? wrongKind('Pick from the list.') : checkChoices(question, choices);
    case QuestionKind.MONTH:
      return month === null ? wrongKind('Give a month and a year.') : checkMonth(question, month, today);
  }
}

function checkText(question: StoredQuestion, typed: string): Checked {
  const text = tidyText(typed);
  if (text === '') {
    return fault(question, AnswerFaultReason.EMPTY, 'Write something here, or leave this question out.');
  }
  const limit = question.maxLength ?? Number.POSITIVE_INFINITY;
  // No text has more characters than UTF-16 units, and counting those is free.
  const count = text.length > limit ? characterCount(text) : 0;
  if (count > limit) {
    const message = `Use at most ${limit} characters. There are ${count} now.`;
    return fault(question, AnswerFaultReason.TOO_LONG, message, { limit, count });
  }
  return { question: question.id, text };
}

function checkChoices(question: StoredQuestion, ids: readonly string[]): Checked {
  const known = (question.choices ?? []).filter((choice) => ids.includes(choice.id));
  if (ids.length === 0) {
    return fault(question, AnswerFaultReason.EMPTY, 'Pick from the list, or leave this question out.');
  }
  if (known.length !== ids.length)
    return fault(question, AnswerFaultReason.UNKNOWN_CHOICE, 'Pick each from the list, once.');
  if (question.kind === QuestionKind.ONE_CHOICE && known.length > 1)
    return fault(question, AnswerFaultReason.ONE_CHOICE_ONLY, 'Pick one only.');
  const alone = known.find((choice) => choice.isExclusive);
  if (alone && known.length > 1) {
    const message = `Pick “${alone.text['en'] ?? alone.id}” alone, or take it out.`;
    return fault(question, AnswerFaultReason.STANDS_ALONE, message, { choice: alone.id });
  }
  return { question: question.id, choices: known.map((choice) => choice.id) };
}

function checkMonth(question: StoredQuestion, month: string, today: Day): Checked {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    return fault(question, AnswerFaultReason.NO_MONTH, 'Give a month and a year, like 03 and 2026.');
  if (month > today.slice(0, 7))
    return fault(question, AnswerFaultReason.MONTH_TO_COME, 'This month has not come yet.');
  if (Number(month.slice(0, 4)) < EARLIEST_YEAR) {
    return fault(question, AnswerFaultReason.MONTH_TOO_EARLY, `Give a year from ${EARLIEST_YEAR} on.`, {
      limit: EARLIEST_YEAR,
    });
  }
  return { question: question.id, month };
}
