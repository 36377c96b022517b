import { describe, expect, it } from '@jest/globals';
import {
  newKeyPair,
  newSymmetricKey,
  openSealedBox,
  sealToPublicKey,
  unwrapKey,
  wrapKey,
} from './key-wrapping.ts';
import { type Place, SealBroken, sealText } from './sealing.ts';

/** Every way to change one byte of a blob, and every way to cut it. */
function* damaged(blob: Buffer): Generator<Buffer> {
  for (let position = 0; position < blob.length; position += 1) {
    const changed = Buffer.from(blob);
    changed.writeUInt8(changed.readUInt8(position) ^ (1 << (position % 8)), position);
    yield changed;
    yield blob.subarray(0, position);
  }
  yield Buffer.concat([blob, Buffer.of(0)]);
}

describe('sealToPublicKey and openSealedBox', () => {
  it('hand a secret to the holder of the private key', () => {
    const keys = newKeyPair();
    const secret = newSymmetricKey();

    const box = sealToPublicKey(secret, keys.publicKey);

    expect(openSealedBox(box, keys)).toEqual(secret);
    expect(box.length).toBe(32 + 49);
    expect(box.includes(secret)).toBe(false);
  });

  it('open what was sealed by the first release', () => {
    const keys = {
      publicKey: Buffer.from('494edf9bced9808376f166e0884bd60c404b7fde9f875ce748f54bf145ba1146', 'hex'),
      privateKey: Buffer.from('828aa540a21abe507105cf7ce11d464ff9f7fbc2f0cbf94f8c2332fa93dcfadd', 'hex'),
    };

    const opened = openSealedBox(
      Buffer.from(
        'IZzfoh5JQqPAa8n/bbg5eNbwEV6tNg7U4duuhOY7Urh2mACFZt4HM+9aTsCeEJ5QIkQuIsGYPX+qwkkU3ZQGp9nmdVbPKa/+atkMo2HwsSEE',
        'base64',
      ),
      keys,
    );

    expect(opened).toEqual(Buffer.alloc(32, 0x5c));
  });

  it('refuse everybody else', () => {
    const [holder, stranger] = [newKeyPair(), newKeyPair()];
    const box = sealToPublicKey(newSymmetricKey(), holder.publicKey);

    expect(() => openSealedBox(box, stranger)).toThrow(SealBroken);
    expect(() =>
      openSealedBox(box, { publicKey: holder.publicKey, privateKey: stranger.privateKey }),
    ).toThrow(SealBroken);
  });

  it('refuse a box with any one byte changed, cut short or made longer', () => {
    const keys = newKeyPair();
    const box = sealToPublicKey(newSymmetricKey(), keys.publicKey);

    for (const changed of damaged(box)) expect(() => openSealedBox(changed, keys)).toThrow(SealBroken);
  });

  it('refuse a public key of another length as a fault of the program', () => {
    expect(() => sealToPublicKey(newSymmetricKey(), Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('wrapKey and unwrapKey', () => {
  const wrapping = Buffer.alloc(32, 0x44);
  const place: Place = { table: 'conversation', row: 'b7f5c8f0', column: 'private_key' };

  it('give the key back in its place', () => {
    const { privateKey } = newKeyPair();

    const blob = wrapKey(privateKey, wrapping, place);

    expect(unwrapKey(blob, wrapping, place)).toEqual(privateKey);
    expect(blob.length).toBe(32 + 41);
    expect(blob.includes(privateKey)).toBe(false);
  });

  it('open what was wrapped by the first release', () => {
    const frozen = Buffer.from(
      'EVbHnhK69HPD4O1z5yvLijNd2uYaE4wI1BlgqyCqsuqxcpceNGVh5FNf0CL8ySsJCtGwAVPFqJU0QMgRZsqACXF54N/rjsXMAw==',
      'base64',
    );

    expect(unwrapKey(frozen, wrapping, place)).toEqual(Buffer.alloc(32, 0x5c));
  });

  it('refuse another key, another row, another column and another table', () => {
    const blob = wrapKey(newSymmetricKey(), wrapping, place);

    expect(() => unwrapKey(blob, newSymmetricKey(), place)).toThrow(SealBroken);
    for (const elsewhere of [{ row: 'b7f5c8f1' }, { column: 'recovery_key' }, { table: 'caseworker' }]) {
      expect(() => unwrapKey(blob, wrapping, { ...place, ...elsewhere })).toThrow(SealBroken);
    }
  });

  it('refuse a blob with any one byte changed, cut short or made longer', () => {
    const blob = wrapKey(newSymmetricKey(), wrapping, place);

    for (const changed of damaged(blob))
      expect(() => unwrapKey(changed, wrapping, place)).toThrow(SealBroken);
  });

  it('refuse sealed text under the same key in the same place', () => {
    const text = sealText('not a key', wrapping, place);

    expect(() => unwrapKey(text, wrapping, place)).toThrow(SealBroken);
  });
});

describe('newKeyPair and newSymmetricKey', () => {
  it('draw 32 bytes that never come twice', () => {
    const drawn = Array.from({ length: 100 }, () => [newKeyPair().privateKey, newSymmetricKey()]).flat();

    expect(drawn.every((key) => key.length === 32)).toBe(true);
    expect(new Set(drawn.map((key) => key.toString('hex'))).size).toBe(200);
  });
});
