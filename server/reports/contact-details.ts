import { AnswerFault, AnswerFaultReason } from '../questionnaire/answer-fault.type.ts';
import { characterCount, tidyText } from '../shared/text.ts';

const LONGEST_NAME = 200; // characters
const LONGEST_EMAIL = 254; // characters, the most that mail carries
const LONGEST_PHONE = 40; // characters

/** What faults of contact details stand beside, since they belong to no question. */
const FIELD = 'contact-details';

type FaultWords = ConstructorParameters<typeof AnswerFault> extends [string, ...infer Words] ? Words : never;

/** Contact details as they are sealed. At least one of `email` and `phone`. */
export interface StoredContactDetails {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Checks contact details: either what is stored, or what stands against them. */
export function checkContactDetails(given: {
  name: string;
  email?: string | null;
  phone?: string | null;
}): StoredContactDetails | AnswerFault[] {
  const name = tidyText(given.name);
  const email = tidyText(given.email ?? '');
  const phone = tidyText(given.phone ?? '');
  const faults: AnswerFault[] = [];
  const note = (...[reason, message, details]: FaultWords) =>
    faults.push(new AnswerFault(FIELD, reason, message, details));
  if (name === '') note(AnswerFaultReason.NAME_MISSING, 'Enter your name, or report without it.');
  const count = characterCount(name);
  if (count > LONGEST_NAME) {
    const message = `Use at most ${LONGEST_NAME} characters for your name.`;
    note(AnswerFaultReason.NAME_TOO_LONG, message, { limit: LONGEST_NAME, count });
  }
  if (email === '' && phone === '') {
    note(
      AnswerFaultReason.NO_WAY_TO_ANSWER,
      'Enter a mail address or a phone number, so that we can answer.',
    );
  }
  if (email !== '' && (!/^[^\s@]+@[^\s@]+$/.test(email) || characterCount(email) > LONGEST_EMAIL)) {
    note(AnswerFaultReason.EMAIL_NOT_WHOLE, 'Enter the mail address in full, like name@example.org.');
  }
  if (phone !== '' && (!/\p{N}.*\p{N}.*\p{N}/su.test(phone) || characterCount(phone) > LONGEST_PHONE)) {
    note(AnswerFaultReason.PHONE_NOT_WHOLE, 'Enter the phone number in digits.');
  }
  return faults.length > 0 ? faults : { name, email: email || null, phone: phone || null };
}
