import { describe, expect, it } from '@jest/globals';
import { addDays, dayIn, lastOfMonth, weekdayOf } from './day.ts';

describe('dayIn', () => {
  it.each([
    ['Europe/London', '2026-07-01T23:30:00Z', '2026-07-02'],
    ['Europe/London', '2026-01-01T23:30:00Z', '2026-01-01'],
    ['Pacific/Auckland', '2026-01-01T12:00:00Z', '2026-01-02'],
  ])('names the day it is in %s at %s', (timeZone, instant, day) => {
    expect(dayIn(timeZone, new Date(instant))).toBe(day);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('counts from %s by %i to %s, across summer time, leap days and years', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it('stops where days are no longer written in ten characters, so that whoever counts on comes to an end', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('weekdayOf', () => {
  it('counts Monday as 1 and Sunday as 7', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });
});

describe('lastOfMonth', () => {
  it.each([
    ['2028-02-01', 0, '2028-02-29'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 1, '2025-12-31'],
  ])('is, for %s and %i months before, %s', (day, monthsBefore, expected) => {
    expect(lastOfMonth(day, monthsBefore)).toBe(expected);
  });
});
