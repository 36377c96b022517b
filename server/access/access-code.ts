import { randomBytes } from 'node:crypto';
import type { AccessCode } from '../crypto/access-code.type.ts';
import { readCrockfordSymbols, toCrockfordSymbols } from '../crypto/crockford.ts';
import { checkSymbolOf, endsInCheckSymbol } from './check-symbol.ts';

/** 15 symbols of five random bits: 75 bits. */
const RANDOM_SYMBOLS = 15;

/** Symbols in a code: the random ones and the check symbol. */
export const ACCESS_CODE_LENGTH = RANDOM_SYMBOLS + 1;

/** Draws a code: 75 random bits and their check symbol. */
export function drawAccessCode(): AccessCode {
  const bytes = randomBytes(RANDOM_SYMBOLS);
  const random = toCrockfordSymbols(bytes);
  bytes.fill(0);
  return `${random}${checkSymbolOf(random)}` as AccessCode;
}

/** Writes a code for people: `XXXX-XXXX-XXXX-XXXX`. */
export function formatAccessCode(code: AccessCode): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * Reads a code that somebody typed. Any case, spaces, hyphens, full-width and zero-width characters are welcome,
 * O is read as 0, I and L as 1.
 *
 * @param typed anything, of any length.
 * @returns null when length, alphabet or check symbol are wrong: mistyped, and known without a look-up.
 */
export function parseAccessCode(typed: string): AccessCode | null {
  const symbols = readCrockfordSymbols(typed, ACCESS_CODE_LENGTH);
  return symbols !== null && endsInCheckSymbol(symbols) ? (symbols as AccessCode) : null;
}
