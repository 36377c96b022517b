import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../shared/day.ts';
import { instantOf } from './wall-clock.ts';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
];

const anyZone = fc.constantFrom(...ZONES);
const anyDay = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('2005-01-01', days));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('instantOf', () => {
  it.each([
    ['a winter day in London', '2026-01-15', '09:00', 'Europe/London', '2026-01-15T09:00Z'],
    ['a summer day in London', '2026-07-15', '09:00', 'Europe/London', '2026-07-15T08:00Z'],
    ['the end of a day', '2026-07-15', '24:00', 'Europe/London', '2026-07-15T23:00Z'],
    ['a time that is skipped: the jump', '2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:00Z'],
    ['a time that comes twice: the first', '2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30Z'],
    ['half an hour of daylight saving', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30Z'],
    ['a place far ahead', '2026-01-15', '00:00', 'Pacific/Kiritimati', '2026-01-14T10:00Z'],
    [
      'a day that a place skipped whole: the jump',
      '2011-12-30',
      '12:00',
      'Pacific/Apia',
      '2011-12-30T10:00Z',
    ],
  ])('finds %s', (_, day, time, zone, instant) => {
    expect(new Date(instantOf(day, time, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('gives an instant at which the clocks there show that time, or none does', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, zone) => {
        const instant = instantOf(day, time, zone);

        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        const skipped =
          shown.format(instant - 60_000) < `${day} ${time}` && shown.format(instant) > `${day} ${time}`;
        expect(shown.format(instant) === `${day} ${time}` || skipped).toBe(true);
      }),
    );
  });

  it('never goes backwards within a day', () => {
    fc.assert(
      fc.property(anyDay, fc.tuple(anyTime, anyTime), anyZone, (day, times, zone) => {
        const [earlier, later] = [...times].sort().map((time) => instantOf(day, time, zone));

        expect(Number(earlier)).toBeLessThanOrEqual(Number(later));
      }),
    );
  });

  it('joins the days without a gap, each 23 to 25 hours long but for days that a place skipped', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        const length = instantOf(day, '24:00', zone) - instantOf(day, '00:00', zone);

        expect(instantOf(day, '24:00', zone)).toBe(instantOf(addDays(day, 1), '00:00', zone));
        if (day === '2011-12-30' && zone === 'Pacific/Apia') expect(length).toBe(0);
        else expect([23, 23.5, 24, 24.5, 25]).toContain(length / HOUR);
      }),
    );
  });
});
