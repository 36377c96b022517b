import { createHmac } from 'node:crypto';
import { readCrockfordSymbols, toCrockfordSymbols } from '../crypto/crockford.ts';

/** 50 random bits: under a keyed digest and behind the right password nobody gets through them. */
const SYMBOLS = 10;

/** How many there are. */
const COUNT = 10;

/**
 * The codes that stand in for a lost authenticator, as they are printed: `XXXXX-XXXXX`.
 *
 * The same for the same secret of an authenticator, so that they can be shown again where the answer that held them was
 * lost. Whoever could work them out has the master secret, which opens the other secret too.
 *
 * @param sealedSecret with its random nonce, so that nobody gets the codes of another secret.
 * @param key from the master secret; 32 bytes.
 */
export function recoveryCodesBeside(sealedSecret: Buffer, key: Buffer): string[] {
  return Array.from({ length: COUNT }, (_, number) => {
    const drawn = createHmac('sha256', key).update(`code/${number}/`).update(sealedSecret).digest();
    return toCrockfordSymbols(drawn.subarray(0, SYMBOLS)).replace(/.{5}(?=.)/, '$&-');
  });
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
