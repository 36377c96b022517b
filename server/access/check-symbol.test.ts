import { describe, expect, it } from '@jest/globals';
import { CROCKFORD_ALPHABET } from '../crypto/crockford.ts';
import { checkSymbolOf, endsInCheckSymbol } from './check-symbol.ts';

/** Product in GF(32), schoolbook: multiply as polynomials over GF(2), then reduce by x^5 + x^2 + 1. */
function product(one: number, other: number): number {
  let wide = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((other >> bit) & 1) wide ^= one << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if ((wide >> bit) & 1) wide ^= 0b100101 << (bit - 5);
  return wide;
}

/** The weight of each place, α to the power of its number. */
function weightOf(place: number): number {
  let weight = 1;
  for (let i = 0; i < place; i += 1) weight = product(weight, 2);
  return weight;
}

describe('checkSymbolOf', () => {
  it('is the weighted sum over GF(32), weights α, α², α³ …', () => {
    for (const symbols of [
      '',
      '0',
      'Z',
      '7KQ2M9XWT0V3HPD',
      'ZZZZZZZZZZZZZZZ',
      '0123456789ABCDEFGHJKMNPQRSTVWX',
    ]) {
      const sum = [...symbols].reduce(
        (total, symbol, index) => total ^ product(weightOf(index + 1), CROCKFORD_ALPHABET.indexOf(symbol)),
        0,
      );

      expect(checkSymbolOf(symbols)).toBe(CROCKFORD_ALPHABET.charAt(sum));
    }
  });

  it('stays what it is, so that codes on paper keep their last symbol', () => {
    expect(checkSymbolOf('000000000000000')).toBe('0');
    expect(checkSymbolOf('0123456789ABCDE')).toBe('4');
    expect(checkSymbolOf('7KQ2M9XWT0V3HPD')).toBe('7');
  });

  it('gives no two of 31 places the same weight, and none a weight of zero', () => {
    const weights = Array.from({ length: 31 }, (_, place) => weightOf(place));

    expect(new Set(weights).size).toBe(31);
    expect(weights).not.toContain(0);
    expect(weightOf(31)).toBe(1);
  });

  it('proves for every error and every swap that the sum moves: no product of the two is zero', () => {
    const differences = Array.from({ length: 31 }, (_, index) => index + 1);
    const places = Array.from({ length: 16 }, (_, place) => place);

    for (const difference of differences) {
      for (const place of places) {
        expect(product(weightOf(place), difference)).not.toBe(0);
        for (const other of places.filter((candidate) => candidate !== place)) {
          expect(product(weightOf(place) ^ weightOf(other), difference)).not.toBe(0);
        }
      }
    }
  });

  it.each(['x', 'I', 'O', 'U', '-', 'ß', '0'.repeat(31)])('refuses %s', (symbols) => {
    expect(() => checkSymbolOf(symbols)).toThrow(RangeError);
  });
});

describe('endsInCheckSymbol', () => {
  it('accepts exactly one of the 32 last symbols', () => {
    const right = [...CROCKFORD_ALPHABET].filter((last) => endsInCheckSymbol(`7KQ2M9XWT0V3HPD${last}`));

    expect(right).toEqual([checkSymbolOf('7KQ2M9XWT0V3HPD')]);
  });
});
