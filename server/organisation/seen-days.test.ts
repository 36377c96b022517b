import { describe, expect, it } from '@jest/globals';
import { type SeenDays, seenAlso } from './seen-days.ts';

describe('a day on which the program is seen to run', () => {
  const seen = (seenOn: string, doubtedSince: string | null = null): SeenDays => ({ seenOn, doubtedSince });
  const JUMPED = seen('2026-11-11', '2029-11-10');

  it.each<[string, string, SeenDays, SeenDays]>([
    ['the next day', '2026-11-12', seen('2026-11-11'), seen('2026-11-12')],
    ['31 days later', '2026-12-12', seen('2026-11-11'), seen('2026-12-12')],
    [
      'the day before, as at midnight in another process',
      '2026-11-10',
      seen('2026-11-11'),
      seen('2026-11-10'),
    ],
    ['years before', '1970-01-01', seen('2026-11-11'), seen('1970-01-01')],
    ['set right after a jump', '2026-11-14', JUMPED, seen('2026-11-14')],
    ['set to before all after a jump', '2020-01-01', JUMPED, seen('2020-01-01')],
    ['seven days after a jump that stays', '2029-11-17', JUMPED, seen('2029-11-17')],
  ])('is believed: %s', (_, today, before, after) => {
    expect(seenAlso(today, before)).toEqual(after);
  });

  it.each<[string, string, SeenDays, SeenDays]>([
    ['32 days later', '2026-12-13', seen('2026-11-11'), seen('2026-11-11', '2026-12-13')],
    ['six days after a jump', '2029-11-16', JUMPED, JUMPED],
    [
      'the day before a jump, as at midnight in another process',
      '2029-11-09',
      JUMPED,
      seen('2026-11-11', '2029-11-09'),
    ],
    ['another jump within the week', '2032-11-12', JUMPED, seen('2026-11-11', '2032-11-12')],
    ['back, though not far enough', '2027-11-12', JUMPED, seen('2026-11-11', '2027-11-12')],
  ])('is in doubt: %s', (_, today, before, after) => {
    expect(seenAlso(today, before)).toEqual(after);
  });
});
