import { createHash, randomBytes } from 'node:crypto';
import sodium from 'sodium-native';
import { readCrockfordSymbols, toCrockfordSymbols } from './crockford.ts';
import { deriveKey } from './derive-key.ts';
import { sameBytes } from './same-bytes.ts';

declare const recoveryKeyBrand: unique symbol;

/**
 * What a caseworker prints and keeps against a forgotten password: 36 symbols of Crockford base32, no hyphens,
 * check symbols right. Never stored, never logged.
 */
export type RecoveryKey = string & { readonly [recoveryKeyBrand]: true };

/** 32 symbols of five bits: 160 random bits, so its wrapping key needs no slow hash. */
const RANDOM_SYMBOLS = 32;
/** Four symbols: a slip of the pen passes once in a million. */
const CHECK_SYMBOLS = 4;

/** Draws a recovery key: 160 random bits and their check symbols. */
export function newRecoveryKey(): RecoveryKey {
  const bytes = randomBytes(RANDOM_SYMBOLS);
  const random = toCrockfordSymbols(bytes);
  sodium.sodium_memzero(bytes);
  return `${random}${checkSymbols(random)}` as RecoveryKey;
}

/** Writes a recovery key for people: nine groups of four, with hyphens between. */
export function formatRecoveryKey(key: RecoveryKey): string {
  return key.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * Reads a recovery key that somebody typed; lower case, spaces, hyphens, O for 0 and I or L for 1 are welcome.
 *
 * @returns null when length, alphabet or check symbols are wrong.
 */
export function parseRecoveryKey(typed: string): RecoveryKey | null {
  const symbols = readCrockfordSymbols(typed, RANDOM_SYMBOLS + CHECK_SYMBOLS);
  if (symbols === null) return null;

  const expected = checkSymbols(symbols.slice(0, RANDOM_SYMBOLS));
  const given = symbols.slice(RANDOM_SYMBOLS);
  return sameBytes(Buffer.from(expected), Buffer.from(given)) ? (symbols as RecoveryKey) : null;
}

/** The key that wraps the caseworker's private key beside the password's: 32 bytes, wiped by the caller. */
export function recoveryWrappingKey(key: RecoveryKey): Buffer {
  return deriveKey(Buffer.from(key, 'ascii'), 'recovery/key');
}

function checkSymbols(random: string): string {
  const digest = createHash('sha256').update(`restante/v1/recovery/check/${random}`).digest();
  return toCrockfordSymbols(digest.subarray(0, CHECK_SYMBOLS));
}
