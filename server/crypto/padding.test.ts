import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS, MAX_PADDED_BYTES, padText, unpadText } from './padding.ts';

describe('padText', () => {
  it.each([
    [0, 1_024],
    [1, 1_024],
    [1_023, 1_024],
    [1_024, 2_048],
    [2_047, 2_048],
    [2_048, 4_096],
    [4_096, 8_192],
    [8_192, 16_384],
    [16_384, 32_768],
    [32_767, 32_768],
  ])('puts %d bytes of text into %d bytes', (length, bucket) => {
    const padded = padText('x'.repeat(length));

    expect(padded?.length).toBe(bucket);
    expect(unpadText(padded ?? Buffer.alloc(0))).toBe('x'.repeat(length));
  });

  it('counts bytes and not characters', () => {
    expect(padText('ж'.repeat(511))?.length).toBe(1_024);
    expect(padText('ж'.repeat(512))?.length).toBe(2_048);
    expect(padText('ж'.repeat(16_383))?.length).toBe(32_768);
    expect(padText('ж'.repeat(16_384))).toBeNull();
  });

  it('has no bucket for one byte more than fits', () => {
    expect(padText('x'.repeat(MAX_PADDED_BYTES))).not.toBeNull();
    expect(padText('x'.repeat(MAX_PADDED_BYTES + 1))).toBeNull();
  });
});

describe('unpadText', () => {
  it('gives back every text, whatever bytes it ends in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const padded = padText(`${text}\u0080\u0000`);

        expect(padded && unpadText(padded)).toBe(`${text}\u0080\u0000`);
      }),
    );
  });

  it.each(BUCKETS)('refuses %d bytes without an end mark', (bucket) => {
    expect(unpadText(Buffer.alloc(bucket))).toBeNull();
    expect(unpadText(Buffer.alloc(bucket, 'x'))).toBeNull();
  });

  it.each([0, 1, 1_023, 1_025, 3_072, 65_536])('refuses %d bytes, which are no bucket', (length) => {
    expect(unpadText(Buffer.alloc(length, 0x80))).toBeNull();
  });
});
