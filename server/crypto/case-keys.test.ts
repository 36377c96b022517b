import { describe, expect, it } from '@jest/globals';
import { CaseKeys } from './case-keys.ts';
import { newKeyPair, newSymmetricKey, sealToPublicKey } from './key-wrapping.ts';
import { SealBroken, sealText } from './sealing.ts';

const PLACE = { table: 'message', row: '6a3f5c1e-8f5b-4f0e-9a51-6f1d2c3b4a59', column: 'sealed_text' };

describe('CaseKeys', () => {
  const pair = newKeyPair();

  /** The boxes of a case whose key was turned once, and its keys before that. */
  function turned() {
    const first = CaseKeys.draw();
    const before = first.wrapFor(pair.publicKey);
    const after = Buffer.concat([before, sealToPublicKey(newSymmetricKey(), pair.publicKey)]);
    return { before, after };
  }

  it('open after a turn what was sealed before it', () => {
    const { before, after } = turned();
    const old = CaseKeys.unwrap(before, pair).seal('words', PLACE);

    expect(CaseKeys.unwrap(after, pair).open(old, PLACE)).toBe('words');
  });

  it('do not open without the newest key what was sealed after a turn', () => {
    const { before, after } = turned();
    const sealed = CaseKeys.unwrap(after, pair).seal('words', PLACE);

    expect(() => CaseKeys.unwrap(before, pair).open(sealed, PLACE)).toThrow(SealBroken);
  });

  it('learn a key that came since, and write with it', () => {
    const { before, after } = turned();
    const keys = CaseKeys.unwrap(before, pair);

    keys.learn(after);

    expect(keys.epoch).toBe(2);
    const sealed = keys.seal('words', PLACE);
    expect(() => CaseKeys.unwrap(before, pair).open(sealed, PLACE)).toThrow(SealBroken);
    expect(CaseKeys.fromBytes(keys.toBytes()).open(sealed, PLACE)).toBe('words');
  });

  it('go to one more holder all together', () => {
    const other = newKeyPair();
    const keys = CaseKeys.unwrap(turned().after, pair);

    const boxes = keys.wrapFor(other.publicKey);

    expect(CaseKeys.unwrap(boxes, other).toBytes()).toEqual(keys.toBytes());
    expect(() => CaseKeys.unwrap(boxes, pair)).toThrow(SealBroken);
  });

  it('refuse a blob whose epoch was changed', () => {
    const keys = CaseKeys.unwrap(turned().after, pair);
    const sealed = keys.seal('words', PLACE);

    sealed.writeUInt16BE(1, 1);

    expect(() => keys.open(sealed, PLACE)).toThrow(SealBroken);
    sealed.writeUInt16BE(0, 1);
    expect(() => keys.open(sealed, PLACE)).toThrow(SealBroken);
  });

  it('open text that names no epoch with the first key', () => {
    const keys = CaseKeys.unwrap(turned().after, pair);
    const named = sealText('words', keys.toBytes().subarray(0, 32), PLACE);

    expect(keys.open(named, PLACE)).toBe('words');
  });

  it.each([0, 1, 80, 82])('refuse a row of %i bytes', (length) => {
    expect(() => CaseKeys.unwrap(Buffer.alloc(length, 0x21), pair)).toThrow(SealBroken);
  });
});
