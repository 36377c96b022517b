import { describe, expect, it } from '@jest/globals';
import { dayOf, daysBetween, type ReplyDueWords, wordsForReplyDue } from './days.ts';

describe('wordsForReplyDue', () => {
  const today = '2026-03-27'; // a Friday, two days before clocks change in Europe

  it.each<[string, string | null, boolean, ReplyDueWords]>([
    ['none where none is owed', null, false, { kind: 'none' }],
    ['the days it is late', '2026-03-25', true, { kind: 'late', days: 2 }],
    ['one day late where the service is ahead of this clock', '2026-03-27', true, { kind: 'late', days: 1 }],
    ['today', '2026-03-27', false, { kind: 'today' }],
    ['today where this clock is ahead of the service', '2026-03-26', false, { kind: 'today' }],
    ['tomorrow', '2026-03-28', false, { kind: 'tomorrow' }],
    ['the coming weekday', '2026-04-02', false, { kind: 'weekday', day: '2026-04-02' }],
    ['the date where the weekday could be misread', '2026-04-03', false, { kind: 'date', day: '2026-04-03' }],
  ])('says %s', (_, replyDueBy, isOverdue, words) => {
    expect(wordsForReplyDue({ replyDueBy, isOverdue, isReplyPaused: false }, today)).toEqual(words);
  });

  it('says that the time stands still where somebody is waited for who has no reply', () => {
    const due = { replyDueBy: null, isOverdue: false, isReplyPaused: true };

    expect(wordsForReplyDue(due, today)).toEqual({ kind: 'paused' });
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2028-03-01', '2028-02-28', -2],
  ])('counts from %s to %s whole days, across clock changes and leap days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('dayOf', () => {
  it('writes the day of this place, with leading zeros', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
