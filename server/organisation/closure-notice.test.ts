import { describe, expect, it } from '@jest/globals';
import { closureNear, closureReasons } from './closure-notice.ts';
import type { StoredClosure } from './organisation.entity.ts';

const DAY = [{ from: '09:00', to: '17:00' }];
const calendar = (...closureDays: string[]) => ({
  periods: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  closureDays,
});
/** Thursday 24 December 2026 to Friday 1 January 2027, weekends among them. */
const WINTER = [24, 25, 26, 27, 28, 29, 30, 31].map((day) => `2026-12-${day}`).concat('2027-01-01');

describe('closureNear', () => {
  it.each([
    ['a week before', '2026-12-17'],
    ['the day before', '2026-12-23'],
    ['on its first day', '2026-12-24'],
    ['on a weekend inside it', '2026-12-27'],
    ['on its last day', '2027-01-01'],
  ])('announces the whole closure %s', (_, today) => {
    expect(closureNear(today, calendar(...WINTER))).toEqual({ from: '2026-12-24', to: '2027-01-01' });
  });

  it.each([
    ['eight days before', '2026-12-16'],
    ['on the weekend after it', '2027-01-02'],
    ['long after it', '2027-02-01'],
  ])('says nothing %s', (_, today) => {
    expect(closureNear(today, calendar(...WINTER))).toBeNull();
  });

  it('joins what only free days lie between', () => {
    expect(closureNear('2026-12-10', calendar('2026-12-11', '2026-12-14'))).toEqual({
      from: '2026-12-11',
      to: '2026-12-14',
    });
  });

  it('leaves out a closure that takes no working day, and finds the one after it', () => {
    expect(closureNear('2026-12-10', calendar('2026-12-12', '2026-12-15'))).toEqual({
      from: '2026-12-15',
      to: '2026-12-15',
    });
    expect(closureNear('2026-12-10', calendar('2026-12-12'))).toBeNull();
  });

  it('ends where a calendar has no working day at all', () => {
    expect(closureNear('2026-12-10', { ...calendar(), periods: {} })).toBeNull();
  });
});

describe('closureReasons', () => {
  it('are those of the first closure on these days that has some', () => {
    const closures: StoredClosure[] = [
      { from: '2026-12-24', to: '2026-12-24', reasons: {} },
      { from: '2026-12-25', to: '2027-01-01', reasons: { en: 'Winter break' } },
      { from: '2027-02-01', to: '2027-02-01', reasons: { en: 'Another' } },
    ];

    expect(closureReasons({ from: '2026-12-24', to: '2027-01-01' }, closures)).toEqual({
      en: 'Winter break',
    });
  });
});
