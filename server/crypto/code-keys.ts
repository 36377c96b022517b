import { argon2id, hash } from 'argon2';
import sodium from 'sodium-native';
import type { AccessCode } from './access-code.type.ts';
import type { DeploymentSecrets } from './deployment-secrets.ts';
import { deriveKey } from './derive-key.ts';

/** What one access code is found by, and what it opens. */
export interface CodeKeys {
  /** 32 bytes; stored and unique. */
  lookupId: Buffer;
  /** 32 bytes; wraps the conversation's private key. Never stored; wipe it after use. */
  codeKey: Buffer;
}

/** 46 MiB and one pass on one thread, the OWASP choice for Argon2id that leans on memory. */
const COST = { type: argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1, hashLength: 64 } as const;

/**
 * Derives what a conversation is found by and what opens it from the code its reporter holds.
 *
 * The same code always gives the same keys, because nothing stands beside it that a salt could be looked up by;
 * the pepper keeps a stolen table from being searched, and the memory cost makes a search with the pepper dear.
 *
 * @param code parsed or drawn, so it carries 75 random bits.
 * @param secrets pepper and salt come from here.
 * @param epoch which pepper and salt, 1 or more.
 * @returns fresh buffers that belong to the caller. Costs 46 MiB and 20 to 65 ms of one core, so callers go
 *   through `Argon2Queue`.
 * @throws {RangeError} when the epoch is no positive whole number.
 * @see OWASP Password Storage Cheat Sheet, Argon2id; RFC 9106
 */
export async function deriveCodeKeys(
  code: AccessCode,
  secrets: DeploymentSecrets,
  epoch: number,
): Promise<CodeKeys> {
  const pepper = secrets.codePepper(epoch);
  const salt = secrets.codeSalt(epoch);
  try {
    const stretched = await hash(code, { ...COST, salt, secret: pepper, raw: true });
    try {
      return { lookupId: deriveKey(stretched, 'code/lookup-id'), codeKey: deriveKey(stretched, 'code/key') };
    } finally {
      sodium.sodium_memzero(stretched);
    }
  } finally {
    sodium.sodium_memzero(pepper);
  }
}
