import { describe, expect, it } from '@jest/globals';
import { invitationTokenIn } from './invitation-token.ts';

describe('invitationTokenIn', () => {
  it.each([['#T0ken-with_both'], ['T0ken-with_both'], ['# T0ken-with_both ']])(
    'finds the token in "%s"',
    (hash) => {
      expect(invitationTokenIn(hash)).toBe('T0ken-with_both');
    },
  );

  it.each([[''], ['#'], ['#  ']])('finds none in "%s"', (hash) => {
    expect(invitationTokenIn(hash)).toBeNull();
  });
});
