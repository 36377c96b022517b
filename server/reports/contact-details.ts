import { AnswerFault } from '../questionnaire/answer.type.ts';
import { characterCount, tidyText } from '../shared/text.ts';

const LONGEST_NAME = 200; // characters
const LONGEST_EMAIL = 254; // characters, the most that mail carries
const LONGEST_PHONE = 40; // characters

/** What faults of contact details stand beside, since they belong to no question. */
const FIELD = 'contact-details';

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
  const sentences: string[] = [];
  if (name === '') sentences.push('Enter your name, or report without it.');
  if (characterCount(name) > LONGEST_NAME)
    sentences.push(`Use at most ${LONGEST_NAME} characters for your name.`);
  if (email === '' && phone === '')
    sentences.push('Enter a mail address or a phone number, so that we can answer.');
  if (email !== '' && (!/^[^\s@]+@[^\s@]+$/.test(email) || characterCount(email) > LONGEST_EMAIL)) {
    sentences.push('Enter the mail address in full, like name@example.org.');
  }
  if (phone !== '' && (!/\p{N}.*\p{N}.*\p{N}/su.test(phone) || characterCount(phone) > LONGEST_PHONE)) {
    sentences.push('Enter the phone number in digits.');
  }
  if (sentences.length > 0) return sentences.map((sentence) => new AnswerFault(FIELD, sentence));
  return { name, email: email || null, phone: phone || null };
}
