import { describe, expect, it } from '@jest/globals';
import { weekdayAndDate } from './weekday-and-date.ts';

describe('weekdayAndDate', () => {
  it.each([
    ['en', 'Thursday 9 April', 'Thursday 9 April 2026'],
    ['en-GB', 'Thursday 9 April', 'Thursday 9 April 2026'],
    ['cy', 'Dydd Iau 9 Ebrill', 'Dydd Iau 9 Ebrill 2026'],
    ['ar', 'الخميس، 9 أبريل', 'الخميس، 9 أبريل 2026'],
  ])('writes the comma of %s with the year as without it', (locale, near, dated) => {
    expect(weekdayAndDate(locale, '2026-04-09', 'near')).toBe(near);
    expect(weekdayAndDate(locale, '2026-04-09', 'dated')).toBe(dated);
  });
});
