import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deriveKey } from './derive-key.ts';

/** HKDF-SHA256 for one block of output, written down from RFC 5869 sections 2.2 and 2.3. */
function hkdfFromTheStandard(secret: Buffer, info: string): Buffer {
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(secret).digest();
  return createHmac('sha256', extracted).update(info).update(Buffer.of(1)).digest();
}

describe('deriveKey', () => {
  it('is HKDF-SHA256 without a salt, the label behind the name of the product and its version', () => {
    const secret = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

    const key = deriveKey(secret, 'code/key');

    expect(key).toEqual(hkdfFromTheStandard(secret, 'restante/v1/code/key'));
  });

  it('gives keys that share nothing under labels that differ in one letter', () => {
    const secret = Buffer.alloc(32, 7);

    const keys = ['a', 'b', 'aa', ''].map((label) => deriveKey(secret, label).toString('hex'));

    expect(new Set(keys).size).toBe(4);
  });
});
