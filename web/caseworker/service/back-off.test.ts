import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff } from './back-off.ts';

describe('backOff', () => {
  const tries = fc.nat({ max: 10_000 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('waits between a quarter of a second and thirty seconds, however often it failed', () => {
    fc.assert(
      fc.property(tries, random, (count, share) => {
        const wait = backOff(count, share);

        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  it('waits longer after more failures', () => {
    fc.assert(
      fc.property(tries, random, (count, share) => {
        expect(backOff(count + 1, share)).toBeGreaterThanOrEqual(backOff(count, share));
      }),
    );
  });

  it('spreads those who wait for the same time over half of it', () => {
    expect([backOff(3, 0), backOff(3, 0.5), backOff(3, 0.999)]).toEqual([2_000, 3_000, 3_998]);
  });
});
