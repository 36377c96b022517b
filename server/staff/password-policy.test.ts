import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-policy.ts';

const fault = (password: string) => passwordFault(password, 'Morgan Ellis', 'morgan.ellis@example.ac.uk');

describe('passwordFault', () => {
  it.each(['otter violin monday lamp', 'ۼ ۽ ݐ ݑ ݒ ݓ ݔ ݕ ݖ ݗ', 'x9!fLqP2#zRw7-Tk'])('takes %s', (password) => {
    expect(fault(password)).toBeNull();
  });

  it.each([
    ['short', 'otter violin'],
    ['endless', 'otter violin '.repeat(10)],
    ['one letter over and over', 'aaaaaaaaaaaaaaaaaaaa'],
    ['a common one made longer', 'Password-Password-1'],
    ['the own name', 'Morgan Ellis 2026!'],
  ])('refuses one that is %s, in words that do not repeat it', (_, password) => {
    expect(fault(password)).toEqual(expect.not.stringContaining(password));
    expect(fault(password)).not.toBeNull();
  });
});
