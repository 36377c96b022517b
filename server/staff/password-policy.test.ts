import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-policy.ts';

const OWNER = { name: 'Morgan Ellis', email: 'morgan.ellis@example.ac.uk' };
const fault = (password: string, hasSecondFactor = false) =>
  passwordFault(password, { ...OWNER, hasSecondFactor });

describe('passwordFault', () => {
  it.each([
    'otter violin monday lamp',
    'harbour pencil comet wool',
    'ۼ ۽ ݐ ݑ ݒ ݓ ݔ ݕ ݖ ݗ',
    'x9!fLqP2#zRw7-Tk',
  ])('takes %s', async (password) => {
    expect(await fault(password)).toBeNull();
  });

  it.each([
    ['short', 'otter violin'],
    ['endless', 'otter violin '.repeat(10)],
    ['one letter over and over', 'aaaaaaaaaaaaaaaaaaaa'],
    ['a common one made longer', 'Password-Password-1'],
    ['a common one of the list, in another dress', 'Websolutions 2026!!'],
    ['a common one of the list, again and again', 'Dragon dragon dragon 12'],
    ['the own name', 'Morgan Ellis 2026!'],
  ])('refuses one that is %s, in words that do not repeat it', async (_, password) => {
    const said = await fault(password);

    expect(said).toEqual(expect.not.stringContaining(password));
    expect(said).not.toBeNull();
  });

  it('takes 12 characters beside a second factor, and 15 without', async () => {
    expect(await fault('otter violin', true)).toBeNull();
    expect(await fault('otter violi', true)).toContain('at least 12');
    expect(await fault('otter violin m')).toContain('at least 15');
    expect(await fault('otter violin mo')).toBeNull();
    expect(await fault('unbelievable', true)).toContain('among the first');
  });
});
