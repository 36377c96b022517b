import { CROCKFORD_ALPHABET } from '../crypto/crockford.ts';

/** x⁵ + x² + 1, primitive over GF(2): its root α runs through all 31 non-zero elements of GF(32). */
const FIELD_POLYNOMIAL = 0b100101;

/** α has order 31; the check symbol takes α⁰, so 30 weights are left before one comes twice. */
const MOST_SYMBOLS = 30;

/**
 * Computes the symbol that makes a slip visible: the sum over GF(32) of each symbol times αⁱ, its place i
 * counted from 1.
 *
 * The check symbol itself weighs α⁰, so all weights differ and none is zero: one wrong symbol moves the sum by
 * (error × weight), two swapped symbols by (their difference × the difference of their weights), and neither is
 * ever zero. That holds for every two places, the check symbol's own included.
 *
 * @param symbols up to 30 symbols of the Crockford alphabet, upper case.
 * @throws {RangeError} more than 30 symbols, or a character outside the alphabet.
 */
export function checkSymbolOf(symbols: string): string {
  if (symbols.length > MOST_SYMBOLS) throw new RangeError(`At most ${MOST_SYMBOLS} symbols can be checked`);

  let sum = 0;
  for (let place = symbols.length - 1; place >= 0; place -= 1) {
    sum = timesAlpha(sum ^ symbolValue(symbols.charAt(place)));
  }
  return CROCKFORD_ALPHABET.charAt(sum);
}

/**
 * Says whether the last symbol is the check symbol of those before it.
 *
 * @throws {RangeError} more than 31 symbols, or a character outside the alphabet.
 */
export function endsInCheckSymbol(symbols: string): boolean {
  return checkSymbolOf(symbols.slice(0, -1)) === symbols.slice(-1);
}

function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled & 0b100000 ? doubled ^ FIELD_POLYNOMIAL : doubled;
}

function symbolValue(symbol: string): number {
  const value = CROCKFORD_ALPHABET.indexOf(symbol);
  if (value < 0) throw new RangeError('A symbol stands outside the alphabet');
  return value;
}
