import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameBytes } from './same-bytes.ts';

describe('sameBytes', () => {
  it('says yes to equal bytes and no to any others, of any two lengths', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });

    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(sameBytes(one, other)).toBe(Buffer.compare(one, other) === 0);
        expect(sameBytes(one, Uint8Array.from(one))).toBe(true);
      }),
    );
  });

  it('says no where one is the beginning of the other, and does not throw', () => {
    const whole = Buffer.from('abcdef');

    expect(sameBytes(whole, whole.subarray(0, 3))).toBe(false);
    expect(sameBytes(Buffer.alloc(0), whole)).toBe(false);
    expect(sameBytes(Buffer.alloc(0), Buffer.alloc(0))).toBe(true);
  });
});
