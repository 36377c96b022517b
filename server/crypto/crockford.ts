/**
 * The 32 symbols of Crockford base32, each at the index that is its value: no I, L, O or U.
 *
 * @see https://www.crockford.com/base32.html
 */
export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What people and machines put between symbols: white space, every dash and hyphen (also the katakana
 * prolonged sound mark, which Japanese keyboards give for a hyphen) and whatever shows no width.
 */
const BETWEEN_SYMBOLS = /[\s\p{Dash}\u2043\u30fc\p{Default_Ignorable_Code_Point}]/gu;

/** Letters that are read for a digit; the alphabet holds none of them. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** UTF-16 units looked at for each symbol expected: room for separators, none for a megabyte. */
const UNITS_PER_SYMBOL = 16;

/**
 * Turns random bytes into symbols, one symbol for a byte.
 *
 * 256 is a multiple of 32, so taking five bits of a uniform byte leaves every symbol equally likely.
 */
export function toCrockfordSymbols(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => CROCKFORD_ALPHABET.charAt(byte & 31)).join('');
}

/**
 * Brings what somebody typed to plain symbols: compatibility forms folded (NFKC), upper case, separators and
 * zero-width characters dropped, O read as 0, I and L as 1.
 *
 * @param typed anything; text too long to be meant seriously is refused before it is looked at.
 * @param length how many symbols there have to be.
 * @returns exactly `length` symbols, or null when the length or the alphabet is wrong.
 */
export function readCrockfordSymbols(typed: string, length: number): string | null {
  if (typed.length > length * UNITS_PER_SYMBOL) return null;

  let symbols = '';
  for (const character of typed.normalize('NFKC').replace(BETWEEN_SYMBOLS, '')) {
    // Some letters grow in upper case (ß becomes SS); one wrong character must not pass for two right ones.
    const upper = character.toUpperCase();
    const symbol = READ_AS[upper] ?? upper;
    if (symbol.length !== 1 || !CROCKFORD_ALPHABET.includes(symbol)) return null;
    symbols += symbol;
  }
  return symbols.length === length ? symbols : null;
}
