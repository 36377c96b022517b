import type { ResultOf } from '../../shared/graphql.ts';
import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import type { Question } from './questionnaire.ts';
import type { SubmitReportDocument } from './submit-report.ts';

type Refused = Extract<
  ResultOf<typeof SubmitReportDocument>['submitReport'],
  { __typename: 'InvalidReport' }
>;

/** Why the service took none of it. */
export type RefusedReason = Refused['reason'];

/** What the service has against one answer. `question` is `contact-details` for those. */
export type RefusedAnswer = Refused['faults'][number];

/** What to say about a report that was not taken. */
export const REFUSED_TEXTS = {
  OTHER_QUESTIONS: 'check.refused.OTHER_QUESTIONS',
  FAULTY_ANSWERS: 'check.refused.FAULTY_ANSWERS',
  NOTHING_ANSWERED: 'check.nothingAnswered',
  TOO_LONG_TOGETHER: 'check.refused.TOO_LONG_TOGETHER',
} as const satisfies Record<RefusedReason, MessageId>;

const TEXTS = {
  NOT_ANSWERED: 'fault.consent',
  NOT_ASKED: 'fault.notAsked',
  WRONG_KIND: 'fault.nothing',
  EMPTY: 'fault.nothing',
  TOO_LONG: 'fault.tooLong',
  UNKNOWN_CHOICE: 'fault.unknownChoice',
  ONE_CHOICE_ONLY: 'fault.unknownChoice',
  STANDS_ALONE: 'fault.exclusive',
  NO_MONTH: 'fault.noMonth',
  MONTH_TO_COME: 'fault.future',
  MONTH_TOO_EARLY: 'fault.tooEarly',
  NAME_MISSING: 'fault.name',
  NAME_TOO_LONG: 'fault.long.name',
  NO_WAY_TO_ANSWER: 'fault.reach',
  EMAIL_NOT_WHOLE: 'fault.email',
  PHONE_NOT_WHOLE: 'fault.phone',
} as const satisfies Record<RefusedAnswer['reason'], MessageId>;

/**
 * The text for what the service has against an answer, in the language of the page: the service itself says it in
 * English only.
 *
 * @param question `undefined` for contact details
 */
export function refusedText(
  { reason, limit, count, choice }: RefusedAnswer,
  question: Question | undefined,
): { message: MessageId; values: Record<string, string | number> } {
  const alone = question?.choices.find(({ id }) => id === choice)?.text ?? '';
  return { message: TEXTS[reason], values: { limit: limit ?? 0, count: count ?? 0, choice: alone } };
}
