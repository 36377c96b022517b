import { describe, expect, it } from '@jest/globals';
import { emailKey, looksLikeEmail } from './email-address.ts';

describe('looksLikeEmail', () => {
  it.each(['a@b.cd', ' jo.o-neil+x@mail.example.ac.uk '])('takes %s', (typed) => {
    expect(looksLikeEmail(typed)).toBe(true);
  });

  it.each(['', 'a', 'a@b', '@b.cd', 'a@@b.cd', 'a b@c.de', 'a@b..cd', `${'a'.repeat(250)}@b.cd`])(
    'refuses %s',
    (typed) => {
      expect(looksLikeEmail(typed)).toBe(false);
    },
  );
});

describe('emailKey', () => {
  it('finds one person whatever the case or width of what they typed', () => {
    expect(emailKey(' Ｊo@Example.AC.uk')).toBe(emailKey('jo@example.ac.uk'));
  });
});
