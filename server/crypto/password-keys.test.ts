import { describe, expect, it } from '@jest/globals';
import sodium from 'sodium-native';
import { deriveKey } from './derive-key.ts';
import { derivePasswordKeys, newPasswordSalt } from './password-keys.ts';

describe('derivePasswordKeys', () => {
  const salt = Buffer.alloc(16, 0x5a);

  it('agrees with the Argon2id of libsodium at 64 MiB and three passes', async () => {
    const stretched = Buffer.alloc(64);
    sodium.crypto_pwhash(
      stretched,
      Buffer.from('correct horse battery staple'),
      salt,
      3,
      65_536 * 1_024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    );

    const keys = await derivePasswordKeys('correct horse battery staple', salt);

    expect(keys).toEqual({
      verifier: deriveKey(stretched, 'password/verifier'),
      passwordKey: deriveKey(stretched, 'password/key'),
    });
  });

  it('lets in a password of the first release', async () => {
    const { verifier, passwordKey } = await derivePasswordKeys('Passwörd ﬁrst', salt);

    expect(verifier.toString('hex')).toBe('b6e72a55eec9f98e780738f0919718842e12da84c8a98049d2388bc283b53282');
    expect(passwordKey.toString('hex')).toBe(
      '6c74c35edf4ffaba1f67cb677054060cb117c5c2a2744096c6b8b4513a4ecca6',
    );
  });

  it('knows a password again that another keyboard composes differently', async () => {
    const composed = await derivePasswordKeys('Passw\u00f6rd first', salt);
    const loose = await derivePasswordKeys('Passwo\u0308rd \ufb01rst', salt);

    expect(loose).toEqual(composed);
  });

  it('keeps upper case, spaces and the salt apart', async () => {
    const verifiers = await Promise.all(
      ['password', 'Password', 'password ', ' password'].map((password) =>
        derivePasswordKeys(password, salt),
      ),
    );
    const salted = await derivePasswordKeys('password', newPasswordSalt());

    const hex = [...verifiers, salted].flatMap(({ verifier, passwordKey }) => [
      verifier.toString('hex'),
      passwordKey.toString('hex'),
    ]);

    expect(new Set(hex).size).toBe(10);
  });
});

describe('newPasswordSalt', () => {
  it('draws 16 bytes that never come twice', () => {
    const salts = Array.from({ length: 100 }, newPasswordSalt);

    expect(salts.every((salt) => salt.length === 16)).toBe(true);
    expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(100);
  });
});
