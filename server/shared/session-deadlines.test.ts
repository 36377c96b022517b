import { describe, expect, it } from '@jest/globals';
import { quarterHourAfter } from './session-deadlines.ts';

describe('quarterHourAfter', () => {
  it.each([
    ['2026-11-22T10:00:00.000Z', 20, '2026-11-22T10:30:00.000Z'],
    ['2026-11-22T10:09:59.999Z', 20, '2026-11-22T10:30:00.000Z'],
    ['2026-11-22T10:10:00.001Z', 20, '2026-11-22T10:45:00.000Z'],
  ])('at %s keeps %i promised minutes and tells only the quarter of an hour', (now, minutes, expected) => {
    expect(quarterHourAfter(new Date(now), minutes).toISOString()).toBe(expected);
  });
});
