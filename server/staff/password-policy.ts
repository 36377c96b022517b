import { characterCount } from '../shared/text.ts';
import { commonPasswords, isMostlyCommon, lettersAndDigits } from './common-passwords.ts';

/** Shortest and longest password, in characters. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;

/** Shortest password of an account that has a second factor, in characters. */
export const SHORTEST_WITH_SECOND_FACTOR = 12;

/** Most characters beside a common password that leave it guessable. */
const MOST_BESIDE_COMMON = 5;

/** Beginnings that stay guessable with more beside them than others do. */
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

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
}

/** Whether a password is too short for any account at all: said before anybody is looked up. */
export function isTooShortForAll(password: string): boolean {
  return lengthOf(password) < SHORTEST_WITH_SECOND_FACTOR;
}

/** Whether a password is long enough for an account without a second factor. */
export function isLongEnoughAlone(password: string): boolean {
  return lengthOf(password) >= SHORTEST_PASSWORD;
}

/** What to say of a password that is too short. @param shortest in characters. */
export function tooShort(shortest: number): string {
  return `Use at least ${shortest} characters. Three or four unrelated words do well.`;
}

/**
 * Why a password would not do, as a sentence to show, or null when it does.
 *
 * Length and guessability only: rules about digits and signs make passwords worse.
 *
 * @see NIST SP 800-63B, section 5.1.1.2
 */
export async function passwordFault(password: string, owner: PasswordOwner): Promise<string | null> {
  const length = lengthOf(password);
  const shortest = owner.hasSecondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_PASSWORD;
  if (length < shortest) return tooShort(shortest);
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const plain = lettersAndDigits(password);
  if (new Set(plain).size < 5) return 'Use a password with more different characters.';
  const common = await commonPasswords();
  if (isMostly(plain, COMMON_STEMS) || isMostlyCommon(plain, common, MOST_BESIDE_COMMON))
    return 'This password is among the first that somebody would try. Choose another one.';
  const own = [lettersAndDigits(owner.name), lettersAndDigits(owner.email.split('@')[0] ?? '')].filter(
    (word) => word.length >= 4,
  );
  if (isMostly(plain, own))
    return 'Your name or mail address makes up most of this password. Choose another one.';
  return null;
}

function lengthOf(password: string): number {
  return characterCount(password.normalize('NFKC'));
}

/** Whether little is left of a password once these words are taken out of it. */
function isMostly(plain: string, words: readonly string[]): boolean {
  return words.some((word) => plain.includes(word) && plain.split(word).join('').length < 8);
}
