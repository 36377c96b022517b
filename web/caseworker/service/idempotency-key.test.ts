import { describe, expect, it } from '@jest/globals';
import { newIdempotencyKey } from './idempotency-key.ts';

describe('newIdempotencyKey', () => {
  it('writes 128 bits as 32 hexadecimal digits', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
  });

  it('never draws the same key twice', () => {
    const keys = Array.from({ length: 10_000 }, newIdempotencyKey);

    expect(new Set(keys).size).toBe(keys.length);
  });
});
