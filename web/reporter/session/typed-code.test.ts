import { describe, expect, it } from '@jest/globals';
import { codeIn, normaliseCode, typedCodeFault } from './typed-code.ts';

describe('normaliseCode', () => {
  it.each([
    ['abcd-efgh', 'ABCDEFGH'],
    [' AB CD ', 'ABCD'],
    ['A\u200bB\u00adC', 'ABC'],
    ['oO0', '000'],
    ['iIlL1', '11111'],
    ['ＡＢ１２', 'AB12'],
    ['AB–CD—EF', 'ABCDEF'],
    ['AB−CD_EF·GH•JK', 'ABCDEFGHJK'], // a minus sign, and what some keyboards and note books have for a hyphen
    ['“ABCD. EFGH.”', 'ABCDEFGH'], // a phone makes a full stop of two spaces
    ['A1\ufe0f\u20e3B', 'A1B'], // a digit as a picture
    ['٥٦٣R', '563R'],
    ['АВСЕНКМРТХУ', 'ABCEHKMPTXY'], // Cyrillic, which nobody can tell from Latin
    ['ΑΒΕΖΗΚΜΝΡΤΥΧ', 'ABEZHKMNPTYX'], // Greek
    ['оОοΟіІιΙ', '00001111'], // Cyrillic and Greek again
  ])('reads %j as %j', (typed, meant) => {
    expect(normaliseCode(typed)).toBe(meant);
  });
});

describe('codeIn', () => {
  it.each([
    ['abcd efgh jkmn pqrs', 'ABCDEFGHJKMNPQRS'],
    ['My code: ABCD-EFGH-JKMN-PQRS', 'ABCDEFGHJKMNPQRS'],
    ['Restante\nhttps://example.org/login\n\nabcd-efgh-jkmn-pqrs\n2026-11-26', 'ABCDEFGHJKMNPQRS'],
    ['my code from work ABCD–EFGH–JKMN–PQRS, keep', 'ABCDEFGHJKMNPQRS'],
    ['Code ABCD - EFGH - JKMN - PQRS', 'ABCDEFGHJKMNPQRS'],
    ['Notes: ABCD EFGH JKMN PQRS.', 'ABCDEFGHJKMNPQRS'],
    ['it is ABCDEFGHJKMNPQRS', 'ABCDEFGHJKMNPQRS'],
    ['رمزي ABCD-EFGH-JKMN-PQRS', 'ABCDEFGHJKMNPQRS'],
    ['Code: A\u00adBCD-EFGH-JKMN-PQRS', 'ABCDEFGHJKMNPQRS'],
  ])('finds in %j what looks like a code', (typed, code) => {
    expect(codeIn(typed)).toBe(code);
  });

  it.each([
    ['two of them', 'ABCD-EFGH-JKMN-PQRS or ABCD-EFGH-JKMN-PQRT'],
    ['one that is too long', 'ABCD-EFGH-JKMN-PQRS-TVWX'],
    ['one that sticks to a word', 'codeABCD-EFGH-JKMN-PQRS'],
    ['a sentence', 'This is no code at all'],
    ['a symbol that no code has', 'Code: ABCD-EFGH-JKMN-PQRU'],
  ])('picks nothing out of %s', (_, typed) => {
    expect(typedCodeFault(typed)).toMatchObject({ message: 'login.length' });
  });
});

describe('typedCodeFault', () => {
  it.each(['', '   ', '----'])('asks for the code where %j was typed', (typed) => {
    expect(typedCodeFault(typed)).toEqual({ message: 'login.empty' });
  });

  it('says how many characters were typed, without hyphens and spaces', () => {
    expect(typedCodeFault('ABCD-EFG H')).toEqual({ message: 'login.length', values: { count: 8 } });
  });

  it('leaves a code of the right length to the server', () => {
    expect(typedCodeFault('abcd efgh jkmn pqrs')).toBeNull();
  });
});
