import { characterCount } from '../shared/text.ts';

/** Shortest and longest password, in characters. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;

/** Beginnings that stand in every list of common passwords and stay guessable at any length. */
const COMMON_STEMS = [
  'password',
  'passwort',
  'qwerty',
  'qwertz',
  'azerty',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'changeme',
  'correcthorsebatterystaple',
  '1234567',
  'abcdefg',
];

/**
 * Why a password would not do, as a sentence to show, or null when it does.
 *
 * Length and guessability only: rules about digits and signs make passwords worse.
 *
 * @see NIST SP 800-63B, section 5.1.1.2
 */
export function passwordFault(password: string, name: string, email: string): string | null {
  const length = characterCount(password.normalize('NFKC'));
  if (length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters. Three or four unrelated words do well.`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const plain = lettersAndDigits(password);
  if (new Set(plain).size < 5) return 'Use a password with more different characters.';
  if (isMostly(plain, COMMON_STEMS))
    return 'This password is among the first that somebody would try. Choose another one.';
  const own = [lettersAndDigits(name), lettersAndDigits(email.split('@')[0] ?? '')].filter(
    (word) => word.length >= 4,
  );
  if (isMostly(plain, own))
    return 'Your name or mail address makes up most of this password. Choose another one.';
  return null;
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether little is left of a password once these words are taken out of it. */
function isMostly(plain: string, words: readonly string[]): boolean {
  return words.some((word) => plain.includes(word) && plain.split(word).join('').length < 8);
}
