import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ShortLivedSeal } from './short-lived-seal.ts';

describe('ShortLivedSeal', () => {
  const key = randomBytes(32);
  const at = (time: string) => new ShortLivedSeal(key, () => new Date(time));

  it('opens in any process that has the key, for two minutes', () => {
    const sealed = at('2026-01-01T00:00:00Z').seal('note ü');

    expect(sealed).toMatch(/^[\w-]+$/);
    expect(at('2026-01-01T00:02:00Z').unseal(sealed)).toBe('note ü');
    expect(at('2026-01-01T00:02:00.001Z').unseal(sealed)).toBeNull();
  });

  it.each(['', 'AAAA', 'not base64 at all!', 'A'.repeat(5_000)])('answers null to %p', (forged) => {
    expect(at('2026-01-01T00:00:00Z').unseal(forged)).toBeNull();
  });

  it('answers null to what another installation sealed, or what was changed', () => {
    const sealed = at('2026-01-01T00:00:00Z').seal('note');
    const other = new ShortLivedSeal(randomBytes(32), () => new Date('2026-01-01T00:00:00Z'));

    expect(other.unseal(sealed)).toBeNull();
    expect(at('2026-01-01T00:00:00Z').unseal(`B${sealed.slice(1)}`)).toBeNull();
  });
});
