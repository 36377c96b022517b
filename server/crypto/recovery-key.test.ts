import { describe, expect, it } from '@jest/globals';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey, recoveryWrappingKey } from './recovery-key.ts';

describe('recovery keys', () => {
  const frozen = 'Q2M4-6TRT-6PDF-93PK-P1W1-MZ75-SMZ3-9P51-NPRW';

  it('are printed in nine groups of four and read back', () => {
    const key = newRecoveryKey();

    const printed = formatRecoveryKey(key);

    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(parseRecoveryKey(printed)).toBe(key);
  });

  it('are read from paper as people type: lower case, spaces, O for 0, I and L for 1', () => {
    const key = newRecoveryKey();
    const typed = formatRecoveryKey(key).toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o');

    expect(parseRecoveryKey(` ${typed.replaceAll('1', 'l')}\n`)).toBe(key);
    expect(parseRecoveryKey(typed.replaceAll('1', 'I'))).toBe(key);
  });

  it('give the same wrapping key for as long as there is paper', () => {
    const key = parseRecoveryKey(frozen);

    expect(key && recoveryWrappingKey(key).toString('hex')).toBe(
      'a5d0cf9b2a35532a75c339ae71da7a234dd0977f70389de945b8c0b7e4665284',
    );
  });

  it('give wrapping keys of 32 bytes, each its own', () => {
    const keys = Array.from({ length: 100 }, () => recoveryWrappingKey(newRecoveryKey()));

    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(100);
  });

  it('are refused with one wrong symbol, but for one chance in a million', () => {
    const key = newRecoveryKey();
    let passed = 0;

    for (let place = 0; place < key.length; place += 1) {
      for (const symbol of CROCKFORD_ALPHABET.replace(key.charAt(place), '')) {
        if (parseRecoveryKey(`${key.slice(0, place)}${symbol}${key.slice(place + 1)}`) !== null) passed += 1;
      }
    }

    // 1,116 slips at 2^-20 each: three that pass happen once in five thousand million runs.
    expect(passed).toBeLessThan(3);
  });

  it.each(['', 'x', '0'.repeat(36), '0'.repeat(35), 'ß'.repeat(18), '0'.repeat(1_000_000)])(
    'are not made of anything else (case %#)',
    (typed) => {
      expect(parseRecoveryKey(typed)).toBeNull();
    },
  );
});
