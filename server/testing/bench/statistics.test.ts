import { describe, expect, it } from '@jest/globals';
import { percentile, spreadOf } from './statistics.ts';

describe('percentile', () => {
  it.each([
    [50, 2],
    [99, 4],
    [100, 4],
    [1, 1],
  ])('gives the value that %i per cent do not exceed', (percent, expected) => {
    expect(percentile([4, 1, 3, 2], percent)).toBe(expected);
  });

  it('refuses to speak of nothing', () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe('spreadOf', () => {
  it('takes the middle of an odd number of measurements, whatever their order', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(spreadOf([10, 1, 2, 4])).toEqual({ median: 3, least: 1, most: 10 });
  });

  it('refuses to speak of nothing', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
