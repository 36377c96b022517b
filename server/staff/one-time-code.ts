import { Secret, TOTP } from 'otpauth';

/** 20 bytes, as long as the digest of HMAC-SHA-1 (RFC 4226, section 4). */
const SECRET_BYTES = 20;

/** Codes of one step before and one after are taken too: clocks of phones are off, and people need time to type. */
const STEPS_AROUND = 1;

const STEP_SECONDS = 30;

/** What every common authenticator can do; other digests and lengths are ignored by some of them. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;

/** Draws the secret that an authenticator shares with us: 20 random bytes. */
export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);
}

/** Writes a secret for an authenticator: as text to copy by hand, in base32, and as the address that a QR code holds. */
export function totpSecretForPeople(
  secret: Buffer,
  { issuer, email }: { issuer: string; email: string },
): { secret: string; uri: string } {
  const shared = sharedSecret(secret);
  // Authenticators split the label at its colon, so the name of an organisation must hold none.
  const totp = new TOTP({ ...SHAPE, issuer: issuer.replaceAll(':', ' '), label: email, secret: shared });
  return { secret: shared.base32, uri: totp.toString() };
}

/**
 * The step whose code this is, or null when it is the code of none around now.
 *
 * @param typed anything; six digits, with white space wherever somebody put it.
 * @returns how many times 30 seconds have gone by since 1970: whoever takes a code remembers it, since a code of one
 *   step counts once (RFC 6238, section 5.2).
 */
export function totpStepOf(typed: string, secret: Buffer, now: Date): number | null {
  const token = typed.normalize('NFKC').replace(/[\s-]/gu, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ ...SHAPE, secret: sharedSecret(secret) });
  const delta = totp.validate({ token, timestamp: now.getTime(), window: STEPS_AROUND });
  return delta === null ? null : Math.floor(now.getTime() / 1_000 / STEP_SECONDS) + delta;
}

function sharedSecret(secret: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(secret).buffer });
}
