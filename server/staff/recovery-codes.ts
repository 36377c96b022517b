import { createHmac, randomBytes } from 'node:crypto';
import { readCrockfordSymbols, toCrockfordSymbols } from '../crypto/crockford.ts';

/** 50 random bits: under a keyed digest and behind the right password nobody gets through them. */
const SYMBOLS = 10;

/** How many there are. */
const COUNT = 10;

/** Draws the codes that stand in for a lost authenticator, as they are printed: `XXXXX-XXXXX`. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    toCrockfordSymbols(randomBytes(SYMBOLS)).replace(/.{5}(?=.)/, '$&-'),
  );
}

/**
 * What a recovery code is found by, 32 bytes, or null for what cannot be one.
 *
 * @param typed anything; any case, with or without its hyphen.
 * @param key from the master secret, so that a stolen table cannot be searched for codes.
 */
export function recoveryCodeDigest(typed: string, caseworkerId: string, key: Buffer): Buffer | null {
  const symbols = readCrockfordSymbols(typed, SYMBOLS);
  return symbols === null ? null : createHmac('sha256', key).update(`${caseworkerId}/${symbols}`).digest();
}
