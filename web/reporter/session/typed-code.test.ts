import { describe, expect, it } from '@jest/globals';
import { normaliseCode, typedCodeFault } from './typed-code.ts';

describe('normaliseCode', () => {
  it.each([
    ['abcd-efgh', 'ABCDEFGH'],
    [' AB CD ', 'ABCD'],
    ['A\u200bB\u00adC', 'ABC'],
    ['oO0', '000'],
    ['iIlL1', '11111'],
    ['ＡＢ１２', 'AB12'],
    ['AB–CD—EF', 'ABCDEF'],
  ])('reads %j as %j', (typed, meant) => {
    expect(normaliseCode(typed)).toBe(meant);
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
