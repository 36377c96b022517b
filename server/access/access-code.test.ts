import { describe, expect, it, jest } from '@jest/globals';
import type { AccessCode } from '../crypto/access-code.type.ts';
import { CROCKFORD_ALPHABET } from '../crypto/crockford.ts';
import { drawAccessCode, formatAccessCode, parseAccessCode } from './access-code.ts';

function chiSquare(counts: Iterable<number>, cells: number, draws: number): number {
  const expected = draws / cells;
  let sum = 0;
  let seen = 0;
  for (const count of counts) {
    sum += (count - expected) ** 2 / expected;
    seen += 1;
  }
  return sum + (cells - seen) * expected;
}

function tally(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('drawAccessCode', () => {
  const draws = 100_000;
  const codes = Array.from({ length: draws }, drawAccessCode);

  it('draws every symbol at every place equally often, and no code twice, in 100,000 codes', () => {
    expect(new Set(codes).size).toBe(draws);

    // 31 degrees of freedom exceed 105 once in 10^9 (six sigma by Wilson and Hilferty): 16 places, one false
    // alarm in 60 million runs.
    for (let place = 0; place < 16; place += 1) {
      const counts = tally(codes.map((code) => code.charAt(place)));
      expect(chiSquare(counts.values(), 32, draws)).toBeLessThan(105);
    }
  });

  it('draws each symbol without regard to its neighbour', () => {
    // 1,023 degrees of freedom exceed 1,320 once in 10^9.
    for (let place = 0; place < 15; place += 1) {
      const counts = tally(codes.map((code) => code.slice(place, place + 2)));
      expect(chiSquare(counts.values(), 1_024, draws)).toBeLessThan(1_320);
    }
  });

  it('draws only codes that can be read back', () => {
    for (const code of codes.slice(0, 10_000)) {
      if (parseAccessCode(code) !== code) throw new Error('A code was drawn that cannot be read');
    }
    expect(codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });
});

describe('parseAccessCode', () => {
  const code = 'SSK01M9XWT0V3HPD' as AccessCode;

  it('reads what formatAccessCode writes', () => {
    expect(formatAccessCode(code)).toBe('SSK0-1M9X-WT0V-3HPD');
    expect(parseAccessCode(formatAccessCode(code))).toBe(code);
  });

  it.each<[string, (formatted: string) => string]>([
    ['in lower case', (formatted) => formatted.toLowerCase()],
    ['without hyphens', (formatted) => formatted.replaceAll('-', '')],
    ['with spaces for hyphens', (formatted) => formatted.replaceAll('-', ' ')],
    ['with a space after every symbol', (formatted) => [...formatted].join(' ')],
    ['with long dashes', (formatted) => formatted.replaceAll('-', '\u2014')],
    ['with minus signs', (formatted) => formatted.replaceAll('-', '\u2212')],
    ['pasted with a line end and a byte order mark', (formatted) => `\ufeff ${formatted}\r\n`],
    ['with zero-width spaces', (formatted) => [...formatted].join('\u200b')],
    ['between marks of writing direction', (formatted) => `\u2066${formatted}\u2069\u200f`],
    ['with O for 0', (formatted) => formatted.replaceAll('0', 'O')],
    ['with o for 0', (formatted) => formatted.replaceAll('0', 'o')],
    ['with I for 1', (formatted) => formatted.replaceAll('1', 'I')],
    ['with i for 1', (formatted) => formatted.replaceAll('1', 'i')],
    ['with L for 1', (formatted) => formatted.replaceAll('1', 'L')],
    ['with l for 1', (formatted) => formatted.replaceAll('1', 'l')],
    [
      'in full-width characters',
      (formatted) =>
        formatted.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)),
    ],
  ])('reads a code typed %s', (_, type) => {
    expect(parseAccessCode(type(formatAccessCode(code)))).toBe(code);
  });

  it('finds every wrong symbol at every place', () => {
    for (const drawn of [code, ...Array.from({ length: 300 }, drawAccessCode)]) {
      for (let place = 0; place < 16; place += 1) {
        for (const symbol of CROCKFORD_ALPHABET) {
          const typed = `${drawn.slice(0, place)}${symbol}${drawn.slice(place + 1)}`;
          if (typed !== drawn && parseAccessCode(typed) !== null) throw new Error(`missed at ${place}`);
        }
      }
    }
    expect.assertions(0);
  });

  it('finds every swap of two symbols, wherever they stand', () => {
    for (const drawn of [code, ...Array.from({ length: 2_000 }, drawAccessCode)]) {
      for (let one = 0; one < 16; one += 1) {
        for (let other = one + 1; other < 16; other += 1) {
          const symbols = [...drawn];
          [symbols[one], symbols[other]] = [drawn.charAt(other), drawn.charAt(one)];
          const typed = symbols.join('');
          if (typed !== drawn && parseAccessCode(typed) !== null)
            throw new Error(`missed ${one} and ${other}`);
        }
      }
    }
    expect.assertions(0);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['15 symbols', code.slice(1)],
    ['17 symbols', `${code}0`],
    ['a letter that is in no code', `U${code.slice(1)}`],
    ['ß for the SS it would be in upper case', `ß${code.slice(2)}`],
    ['a Cyrillic letter that looks right', code.replace('K', '\u041a')],
    ['a NUL inside', `${code.slice(0, 8)}\u0000${code.slice(8)}`],
    ['a lone surrogate', `${code.slice(1)}\ud800`],
    ['an emoji', `${code.slice(1)}🔑`],
    ['a code twice', `${code}${code}`],
    ['the word for nothing', 'undefined'],
    ['an SQL sentence', "' OR 1=1 --"],
  ])('refuses %s', (_, typed) => {
    expect(parseAccessCode(typed)).toBeNull();
  });

  it.each(['0', ' ', '-', '\u200b', '\ufdfa', 'ß', '\ud83d'])(
    'refuses a megabyte of the same character before folding it (case %#)',
    (character) => {
      const megabyte = character.repeat(1_000_000);
      const fold = jest.spyOn(String.prototype, 'normalize');

      expect(parseAccessCode(megabyte) === null).toBe(true);
      expect(fold).not.toHaveBeenCalled();

      fold.mockRestore();
    },
  );
});
