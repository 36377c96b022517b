import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../shared/day.ts';
import {
  isWorkingDay,
  MOST_CLOSURE_DAYS,
  type ServiceCalendar,
  workingDayAfter,
  workingDaysBetween,
} from './service-hours.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = { 1: NINE_TO_FIVE, 2: NINE_TO_FIVE, 3: NINE_TO_FIVE, 4: NINE_TO_FIVE, 5: NINE_TO_FIVE };
const LONDON: ServiceCalendar = { periods: WEEK, closureDays: [] };

const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));
const anyCalendar: fc.Arbitrary<ServiceCalendar> = fc.record({
  closureDays: fc.array(anyDay, { maxLength: 30 }),
  periods: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) =>
    Object.fromEntries(
      days.map((day) => [
        day,
        [
          { from: '00:00', to: '04:00' },
          { from: '09:00', to: '12:30' },
        ],
      ]),
    ),
  ),
});

describe('workingDayAfter', () => {
  it.each([
    ['Friday', '2026-11-20', 2, '2026-11-24'],
    ['Saturday', '2026-11-21', 2, '2026-11-24'],
    ['Monday', '2026-11-23', 1, '2026-11-24'],
    ['Thursday before clocks change', '2026-03-26', 2, '2026-03-30'],
  ])('promises from a %s (%s) and %i working days %s', (_, day, target, due) => {
    expect(workingDayAfter(day, target, LONDON)).toBe(due);
  });

  it('steps over closure days', () => {
    const calendar = { ...LONDON, closureDays: ['2026-12-25', '2026-12-28'] };

    expect(workingDayAfter('2026-12-24', 1, calendar)).toBe('2026-12-29');
  });

  it('finds the day behind as many closure days as can be named, however they lie', () => {
    const mondays = Array.from({ length: MOST_CLOSURE_DAYS }, (_, week) => addDays('2026-11-30', 7 * week));
    const calendar = { ...LONDON, periods: { 1: NINE_TO_FIVE }, closureDays: mondays };

    expect(workingDayAfter('2026-11-23', 1, calendar)).toBe(addDays('2026-11-30', 7 * MOST_CLOSURE_DAYS));
  });

  it('refuses a calendar that never opens instead of searching for ever', () => {
    expect(() => workingDayAfter('2026-11-23', 1, { ...LONDON, periods: {} })).toThrow(RangeError);
  });

  it('is a working day with exactly that many working days on the way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), anyCalendar, (day, target, calendar) => {
        const due = workingDayAfter(day, target, calendar);

        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(workingDaysBetween(day, due, calendar)).toBe(target);
      }),
    );
  });

  it('never comes earlier for somebody who wrote later, or for a longer promise', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), anyCalendar, (day, target, calendar) => {
        const due = workingDayAfter(day, target, calendar);

        expect(workingDayAfter(addDays(day, 1), target, calendar) >= due).toBe(true);
        expect(workingDayAfter(day, target + 1, calendar) > due).toBe(true);
      }),
    );
  });

  it('moves on by a closure day that lies on the way, and only by one', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 10 }),
        anyCalendar,
        anyDay,
        (day, target, calendar, closed) => {
          const due = workingDayAfter(day, target, calendar);
          const isOnTheWay = closed > day && closed <= due && isWorkingDay(closed, calendar);

          const later = workingDayAfter(day, target, {
            ...calendar,
            closureDays: [...calendar.closureDays, closed],
          });

          expect(later).toBe(isOnTheWay ? workingDayAfter(day, target + 1, calendar) : due);
        },
      ),
    );
  });
});

describe('workingDaysBetween', () => {
  it('adds up whichever day it is split at', () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay, anyDay), anyCalendar, (days, calendar) => {
        const [from = '', through = '', to = ''] = [...days].sort();

        const halves =
          workingDaysBetween(from, through, calendar) + workingDaysBetween(through, to, calendar);

        expect(halves).toBe(workingDaysBetween(from, to, calendar));
      }),
    );
  });

  it('counts none backwards, and none on the day itself', () => {
    expect(workingDaysBetween('2026-11-24', '2026-11-20', LONDON)).toBe(0);
    expect(workingDaysBetween('2026-11-24', '2026-11-24', LONDON)).toBe(0);
  });
});

describe('isWorkingDay', () => {
  it('knows the weekday of every day as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const only = { ...LONDON, periods: { [weekdayOf(day)]: NINE_TO_FIVE } };

        expect(isWorkingDay(day, only)).toBe(true);
        expect(isWorkingDay(addDays(day, 1), only)).toBe(false);
      }),
    );
  });
});
