import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import { isLeftOut, lengthOf, type PageAnswer } from './answer.ts';
import type { Question } from './questionnaire.ts';

/** What stands against an answer or a contact detail: a text, and the field that it belongs to. */
export interface Fault {
  /** the `id` of the field on its page */
  readonly field: string;
  readonly message: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}

const EARLIEST_YEAR = 1900;

/**
 * What stands against an answer, checked on Continue only.
 *
 * @param thisMonth `YYYY-MM`; no later month is taken.
 * @returns `null` where it may be sent, or was left out.
 */
export function faultOf(
  question: Question,
  answer: PageAnswer | null | undefined,
  thisMonth: string,
): Fault | null {
  if (!answer || isLeftOut(answer)) {
    return question.isNeeded ? { field: firstField(question), message: 'fault.consent' } : null;
  }
  switch (answer.kind) {
    case 'text':
      return textFault(question, answer.text);
    case 'choices':
      return choicesFault(question, answer.choices);
    case 'month':
      return monthFault(answer.month, answer.year, thisMonth);
  }
}

/** The field that a link in the error summary leads to. */
export function firstField(question: Question): string {
  if (question.kind === 'MONTH') return 'month';
  return question.choices.length > 0 ? 'answer-0' : 'answer';
}

function textFault(question: Question, text: string): Fault | null {
  const limit = question.maxLength;
  const count = lengthOf(text);
  return limit && count > limit
    ? { field: 'answer', message: 'fault.tooLong', values: { count, limit } }
    : null;
}

function choicesFault(question: Question, picked: readonly string[]): Fault | null {
  const known = question.choices.filter((choice) => picked.includes(choice.id));
  if (known.length !== picked.length) return { field: firstField(question), message: 'fault.unknownChoice' };
  if (question.kind === 'ONE_CHOICE' && known.length > 1) {
    return { field: firstField(question), message: 'fault.unknownChoice' };
  }
  const alone = known.find((choice) => choice.isExclusive);
  return alone && known.length > 1
    ? { field: firstField(question), message: 'fault.exclusive', values: { choice: alone.text } }
    : null;
}

function monthFault(month: string, year: string, thisMonth: string): Fault | null {
  const example = thisMonth.slice(0, 4);
  if (year === '') return { field: 'year', message: 'fault.yearMissing' };
  if (!/^\d{4}$/.test(year)) return { field: 'year', message: 'fault.year', values: { year: example } };
  if (Number(year) < EARLIEST_YEAR) {
    // As text: a number would be written like one, 1,900.
    return { field: 'year', message: 'fault.tooEarly', values: { limit: String(EARLIEST_YEAR) } };
  }
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return { field: 'month', message: 'fault.monthMissing' };
  return `${year}-${month}` > thisMonth ? { field: 'month', message: 'fault.future' } : null;
}
