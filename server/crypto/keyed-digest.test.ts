import { describe, expect, it } from '@jest/globals';
import { keyedDigest } from './keyed-digest.ts';

const KEY = Buffer.alloc(32, 7);

describe('keyedDigest', () => {
  // From Python: hashlib.blake2b('ä word'.encode(), digest_size=32, key=bytes([7]) * 32).hexdigest()
  it('is BLAKE2b of the UTF-8 under the key', () => {
    expect(keyedDigest(KEY, 'ä word').toString('hex')).toBe(
      '875dc770a9f0c444ee7f797afa17bc445d80d7800479494a5f75a8253cd971f9',
    );
  });

  it('is another one under another key and of another text', () => {
    const digests = [keyedDigest(KEY, 'a'), keyedDigest(KEY, 'b'), keyedDigest(Buffer.alloc(32, 8), 'a')];

    expect(new Set(digests.map(String)).size).toBe(3);
  });
});
