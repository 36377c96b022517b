import { randomBytes } from 'node:crypto';
import { argon2id, hash } from 'argon2';
import sodium from 'sodium-native';
import { deriveKey } from './derive-key.ts';

/** What a caseworker's password is checked by, and what it opens. */
export interface PasswordKeys {
  /** 32 bytes; stored, compared with `sameBytes`. */
  verifier: Buffer;
  /** 32 bytes; wraps the caseworker's private key. Never stored; wipe it after use. */
  passwordKey: Buffer;
}

/** 64 MiB, three passes, one thread: people choose passwords, so a guess costs more than for a random code. */
const COST = { type: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1, hashLength: 64 } as const;

/** Bytes of salt, as RFC 9106 recommends for password hashing. */
const SALT_BYTES = 16;

/** Draws the salt of one password: 16 random bytes, stored beside the verifier, new with every new password. */
export function newPasswordSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/**
 * Derives what a password is checked by and what it opens.
 *
 * The password is folded to NFKC first, because one keyboard composes an accent where another one does not.
 *
 * @param password as typed; callers bound its length.
 * @param salt from `newPasswordSalt`; for an account that does not exist any 16 bytes, so that both cost the same.
 * @returns fresh buffers that belong to the caller. Costs 64 MiB and about 100 to 250 ms of one core, so callers
 *   go through `Argon2Queue`.
 * @see RFC 9106
 */
export async function derivePasswordKeys(password: string, salt: Buffer): Promise<PasswordKeys> {
  const stretched = await hash(password.normalize('NFKC'), { ...COST, salt, raw: true });
  try {
    return {
      verifier: deriveKey(stretched, 'password/verifier'),
      passwordKey: deriveKey(stretched, 'password/key'),
    };
  } finally {
    sodium.sodium_memzero(stretched);
  }
}
