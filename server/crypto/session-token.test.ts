import { describe, expect, it } from '@jest/globals';
import { hashSessionToken, newSessionToken, sessionTokenKey } from './session-token.ts';

describe('newSessionToken', () => {
  it('draws 256 bits that fit a header and a cookie and never come twice', () => {
    const tokens = Array.from({ length: 1_000 }, newSessionToken);

    expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(1_000);
  });
});

describe('hashSessionToken and sessionTokenKey', () => {
  const token = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

  it('stay what they are, so that a new release ends no session', () => {
    expect(hashSessionToken(token).toString('hex')).toBe(
      'ea866a757e4c38babfa8127cbe9a409d3e1f93a00ff1488ff735fcf917afffd0',
    );
    expect(sessionTokenKey(token).toString('hex')).toBe(
      '5bd2a805672f5fe73924fb14246fdc9b5d55fe18d2daf7b3b3ed1c3b2a6fa5fa',
    );
  });

  it('give 32 bytes each, the key not to be had from the hash', () => {
    expect(hashSessionToken(token)).toHaveLength(32);
    expect(sessionTokenKey(token)).toHaveLength(32);
    expect(sessionTokenKey(token)).not.toEqual(hashSessionToken(token));
    expect(sessionTokenKey(hashSessionToken(token).toString('base64url'))).not.toEqual(
      sessionTokenKey(token),
    );
  });

  it.each(['', ' ', 'Bearer x', '\u0000', '\ud800', 'é'.repeat(100_000)])(
    'take whatever a client sends without an error (case %#)',
    (sent) => {
      expect(hashSessionToken(sent)).toHaveLength(32);
      expect(sessionTokenKey(sent)).toHaveLength(32);
    },
  );
});
