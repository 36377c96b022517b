import { describe, expect, it } from '@jest/globals';
import { addDays } from '../shared/day.ts';
import { checkServiceHours, type GivenServiceHours } from './check-service-hours.ts';

const GIVEN: GivenServiceHours = {
  timeZone: 'Europe/London',
  periods: [
    { weekday: 1, from: '13:30', to: '17:00' },
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 3, from: '00:00', to: '24:00' },
  ],
  closureDays: ['2026-12-25', '2026-01-01', '2026-12-25'],
  targetWorkingDays: 2,
};

const TODAY = '2026-11-23';

const days = (from: string, count: number) => Array.from({ length: count }, (_, day) => addDays(from, day));

describe('checkServiceHours', () => {
  it('puts periods and closure days in order, each once', () => {
    expect(checkServiceHours(GIVEN, TODAY)).toEqual({
      hours: {
        timeZone: 'Europe/London',
        targetWorkingDays: 2,
        closureDays: ['2026-01-01', '2026-12-25'],
        periods: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '13:30', to: '17:00' },
          ],
          3: [{ from: '00:00', to: '24:00' }],
        },
      },
      closures: null,
    });
  });

  it('takes periods that touch', () => {
    const periods = [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '12:00', to: '17:00' },
    ];

    expect(checkServiceHours({ ...GIVEN, periods }, TODAY)).toHaveProperty('hours');
  });

  const period = (from: string, to: string, weekday = 1) => ({ periods: [{ weekday, from, to }] });
  const all = Array.from({ length: 3_000 }, (_, day) =>
    new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10),
  );

  it.each<[string, Partial<GivenServiceHours>, string | null]>([
    ['a time zone that is none', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['an offset instead of a place', { timeZone: '+01:00' }, 'timeZone'],
    ['no time zone', { timeZone: '' }, 'timeZone'],
    ['a promise of no days', { targetWorkingDays: 0 }, 'targetWorkingDays'],
    ['a promise of 61 days', { targetWorkingDays: 61 }, 'targetWorkingDays'],
    ['a weekday 0', period('09:00', '17:00', 0), 'periods.0.weekday'],
    ['a weekday 8', period('09:00', '17:00', 8), 'periods.0.weekday'],
    ['a time that no clock shows', period('09:60', '17:00'), 'periods.0.from'],
    ['24:00 as a beginning', period('24:00', '24:00'), 'periods.0.from'],
    ['a time without its zero', period('9:00', '17:00'), 'periods.0.from'],
    ['a period without length', period('09:00', '09:00'), 'periods.0.to'],
    ['a period over midnight', period('22:00', '02:00'), 'periods.0.to'],
    [
      'periods that run into each other',
      { periods: [...period('09:00', '12:00').periods, ...period('11:59', '13:00').periods] },
      'periods.1.from',
    ],
    [
      'a closure that ends before it begins',
      { closures: [{ from: '2026-12-25', to: '2026-12-24', reasons: [] }] },
      'closures.0.to',
    ],
    [
      'a reason of a book',
      {
        closures: [
          { from: '2026-12-25', to: '2026-12-25', reasons: [{ locale: 'cy', text: 'x'.repeat(201) }] },
        ],
      },
      'closures.0.reasons.cy',
    ],
    ['a closure day at the end of time', { closureDays: ['9999-12-31'] }, 'closureDays'],
    [
      'a closure in a mistyped year',
      { closures: [{ from: '2206-12-24', to: '2206-12-26', reasons: [] }] },
      'closures.0.to',
    ],
    ['no periods', { periods: [] }, null],
    ['a closure of more than a year from tomorrow on', { closureDays: days('2026-11-24', 380) }, null],
    ['a closure without end', { closureDays: all }, null],
  ])('refuses %s with a sentence, and says where it lies', (_, change, field) => {
    expect(checkServiceHours({ ...GIVEN, ...change }, TODAY)).toEqual({
      fault: expect.stringMatching(/^[A-Z].*\.$/),
      field,
    });
  });
});
