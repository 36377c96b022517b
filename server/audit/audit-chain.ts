import { createHmac } from 'node:crypto';
import type { AuditAct } from './audit-act.type.ts';

/** Stands before the first entry, 32 bytes. */
export const NO_HASH = Buffer.alloc(32);

/** Counts up when what is hashed, or how, becomes another. */
const VERSION = 1;

/** One entry as it is hashed; `details` are the stored text itself, not what it means. */
export interface ChainedEntry {
  /** 1, 2, 3 … without a gap. */
  readonly position: number;
  readonly at: Date;
  readonly actor: 'PERSON' | 'SERVICE' | 'OPERATOR';
  readonly caseworkerId: string | null;
  /** As it was then. */
  readonly caseworkerName: string | null;
  readonly act: AuditAct;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly object: string | null;
  readonly details: string;
  /** Of the entry before, 32 bytes. */
  readonly previousHash: Buffer;
}

/**
 * The hash of an entry: HMAC-SHA-256 over all of it and over the hash before it, 32 bytes.
 *
 * @param key 32 bytes from the master secret: whoever can write to the database alone cannot make a chain that fits.
 */
export function entryHash(key: Buffer, entry: ChainedEntry): Buffer {
  const { position, at, actor, caseworkerId, caseworkerName, act, caseId, caseNumber, object, details } =
    entry;
  return createHmac('sha256', key)
    .update(
      JSON.stringify([
        VERSION,
        position,
        at.toISOString(),
        actor,
        caseworkerId,
        caseworkerName,
        act,
        caseId,
        caseNumber,
        object,
        details,
        entry.previousHash.toString('hex'),
      ]),
    )
    .digest();
}

/** What is told of an act beside who did it, when and to what. Nothing secret and no words of a case. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Details as JSON with sorted names, so that one meaning has one text. */
export function canonicalJson(details: AuditDetails): string {
  const sorted = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}
