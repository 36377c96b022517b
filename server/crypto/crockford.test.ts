import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CROCKFORD_ALPHABET, readCrockfordSymbols, toCrockfordSymbols } from './crockford.ts';

describe('toCrockfordSymbols', () => {
  it('makes each of the 32 symbols out of exactly eight of the 256 bytes', () => {
    const every = toCrockfordSymbols(Uint8Array.from({ length: 256 }, (_, byte) => byte));

    for (const symbol of CROCKFORD_ALPHABET) expect(every.split(symbol).length - 1).toBe(8);
    expect(CROCKFORD_ALPHABET).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/);
  });
});

describe('readCrockfordSymbols', () => {
  it.each<[string, string]>([
    ['plain', '0123ABCD'],
    ['in lower case', '0123abcd'],
    ['in groups', '0123-ABCD'],
    ['with spaces of every kind', ' 01\u00a023\t\u2003AB\u3000\r\nCD '],
    [
      'with every dash there is',
      '0\u2010 1\u20112\u2012\u2013\u20143\u2015A\u2212B\u00ad\u2043C\ufe63\uff0d\u30fc\uff70D',
    ],
    ['with zero-width characters', '\ufeff0\u200b1\u200c2\u200d3\u2060A\u200eB\u202aC\u202cD\ufe0f'],
    ['full-width', '\uff10\uff11\uff12\uff13\uff21\uff22\uff23\uff24'],
    ['full-width, lower case', '\uff10\uff11\uff12\uff13\uff41\uff42\uff43\uff44'],
    ['with O for 0', 'O123ABCD'],
    ['with o for 0', 'o123abcd'],
    ['with I for 1', '0I23ABCD'],
    ['with i for 1', '0i23abcd'],
    ['with L for 1', '0L23ABCD'],
    ['with l for 1', '0l23abcd'],
    ['with a dotless ı for 1', '0ı23abcd'],
    ['in mathematical bold', '𝟎𝟏𝟐𝟑𝐀𝐁𝐂𝐃'],
    ['in circled letters', '⓪①②③ⒶⒷⒸⒹ'],
    ['with superscripts', '⁰¹²³ᴬᴮcᴰ'],
  ])('reads symbols written %s', (_, typed) => {
    expect(readCrockfordSymbols(typed, 8)).toBe('0123ABCD');
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['separators only', ' - - \u200b'],
    ['too few', '0123ABC'],
    ['too many', '0123ABCD0'],
    ['the letter U, which is in no code', '0123ABCU'],
    ['ß, which is SS in upper case', '0123ABß'],
    ['ß in place of one symbol', '0123ABCß'],
    ['ẞ', '0123ABCẞ'],
    ['ŉ, which grows in upper case', '0123ABCŉ'],
    ['a dotted capital İ', '0123ABCİ'],
    ['a Cyrillic А', '0123\u0410BCD'],
    ['a Greek Β', '0123A\u0392CD'],
    ['Arabic digits', '\u0660\u0661\u0662\u0663ABCD'],
    ['a letter with an accent', '0123ÁBCD'],
    ['a letter with a loose accent', '0123A\u0301BCD'],
    ['an emoji', '0123ABC\u{1f511}'],
    ['half an emoji', '0123ABC\ud83d'],
    ['a NUL', '0123\u0000ABCD'],
    ['punctuation', '0123.ABCD'],
    ['an underscore', '0123_ABCD'],
    ['the name of a property of every object', '__proto__'],
  ])('refuses %s', (_, typed) => {
    expect(readCrockfordSymbols(typed, 8)).toBeNull();
  });

  it('gives nothing but symbols of the alphabet, of the length asked for, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), fc.nat({ max: 6 }), (typed, length) => {
        const symbols = readCrockfordSymbols(typed, length);

        if (symbols !== null) expect(symbols).toMatch(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a megabyte without folding it', () => {
    const megabyte = '\ufdfa'.repeat(1_000_000); // one character that NFKC turns into 18
    const fold = jest.spyOn(String.prototype, 'normalize');

    expect(readCrockfordSymbols(megabyte, 16) === null).toBe(true);
    expect(fold).not.toHaveBeenCalled();

    fold.mockRestore();
  });
});
