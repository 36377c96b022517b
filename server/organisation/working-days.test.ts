import { describe, expect, it } from '@jest/globals';
import { workingDayAfter } from './working-days.ts';

const MONDAY_TO_FRIDAY = { weekdays: [1, 2, 3, 4, 5], closureDays: [] };

describe('workingDayAfter', () => {
  it.each([
    ['Friday', '2026-11-20', 2, '2026-11-24'],
    ['Saturday', '2026-11-21', 2, '2026-11-24'],
    ['Monday', '2026-11-23', 1, '2026-11-24'],
  ])('promises from a %s (%s) and %i working days %s', (_, day, target, due) => {
    expect(workingDayAfter(day, target, MONDAY_TO_FRIDAY)).toBe(due);
  });

  it('steps over closure days', () => {
    const calendar = {
      ...MONDAY_TO_FRIDAY,
      closureDays: ['2026-12-25', '2026-12-28'],
    };

    expect(workingDayAfter('2026-12-24', 1, calendar)).toBe('2026-12-29');
  });

  it('refuses a calendar that never opens instead of searching for ever', () => {
    expect(() => workingDayAfter('2026-11-23', 1, { weekdays: [], closureDays: [] })).toThrow(RangeError);
  });
});
