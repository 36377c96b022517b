import { hkdfSync } from 'node:crypto';

/** Bytes in every derived key. */
const DERIVED_KEY_BYTES = 32;

const NO_SALT = Buffer.alloc(0);

/**
 * Derives one 32-byte key for one purpose from a secret that is already strong (random, or out of Argon2).
 *
 * HKDF-SHA256: a key under one label says nothing about the secret or about a key under another label.
 *
 * @param secret key material with at least 128 bits of entropy.
 * @param label the purpose, e.g. `code/lookup-id`; changing one makes everything under it unreadable.
 * @see RFC 5869
 */
export function deriveKey(secret: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, NO_SALT, `restante/v1/${label}`, DERIVED_KEY_BYTES));
}
