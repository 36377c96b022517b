import { describe, expect, it } from '@jest/globals';
import { monthsOfQuarter, reportedPeriod, toldFrom } from './reported-period.ts';

describe('the period of the statistics', () => {
  it('is the last twelve closed months, across the turn of the year', () => {
    expect(reportedPeriod('2024-01-01', '2026-02-28')).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });

  it('begins with the first month that was counted', () => {
    expect(reportedPeriod('2026-01-01', '2026-02-28')).toEqual({ from: '2026-01-01', to: '2026-02-28' });
  });

  it('is none before the first month is closed', () => {
    expect(reportedPeriod('2026-03-01', '2026-02-28')).toBeNull();
  });

  it('says when the first month is told', () => {
    expect(toldFrom('2026-12-01')).toBe('2027-01-15');
  });

  it('names only those months of a quarter that are in it', () => {
    const period = { from: '2025-03-01', to: '2026-02-28' };

    expect(monthsOfQuarter('2025-01-01', period)).toEqual(['2025-03', '2025-03']);
    expect(monthsOfQuarter('2025-10-01', period)).toEqual(['2025-10', '2025-12']);
    expect(monthsOfQuarter('2026-01-01', period)).toEqual(['2026-01', '2026-02']);
  });
});
