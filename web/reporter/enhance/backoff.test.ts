import { describe, expect, it } from '@jest/globals';
import { backoff } from './backoff.ts';

describe('backoff', () => {
  it('waits longer each time, up to a minute', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoff(attempt, 1));

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('spreads pages over the upper half of the wait, so that they do not come back together', () => {
    expect(backoff(3, 0)).toBe(4_000);
    expect(backoff(3, 0.5)).toBe(6_000);
  });
});
