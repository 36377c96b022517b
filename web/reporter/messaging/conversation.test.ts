import { describe, expect, it } from '@jest/globals';
import { isLate, lastSeq, waitsForReply } from './conversation.ts';

describe('isLate', () => {
  it.each([
    ['on the day itself', '2026-04-09T23:59:00Z', false],
    ['in the first hours after it, while it is still that day somewhere', '2026-04-10T11:59:00Z', false],
    ['when the day has passed everywhere', '2026-04-10T12:00:00Z', true],
  ])('judges %s', (_, now, expected) => {
    expect(isLate('2026-04-09', new Date(now))).toBe(expected);
  });

  it('is never late where no reply is to be expected', () => {
    expect(isLate(null, new Date('2030-01-01'))).toBe(false);
  });
});

describe('lastSeq', () => {
  it('counts the messages of both sides, and is 0 before the first', () => {
    expect(lastSeq([])).toBe(0);
    expect(lastSeq([{ seq: 1 }, { seq: 3 }, { seq: 2 }])).toBe(3);
  });
});

describe('waitsForReply', () => {
  it('is so after a message of the reporter only', () => {
    expect(waitsForReply([])).toBe(false);
    expect(waitsForReply([{ seq: 1, author: 'REPORTER' }])).toBe(true);
    expect(
      waitsForReply([
        { seq: 1, author: 'REPORTER' },
        { seq: 2, author: 'CASEWORKER' },
      ]),
    ).toBe(false);
  });
});
