import type { EntityManager } from 'typeorm';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { beforeCommit, type Statement, withCommit } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import type { AuditAct } from './audit-act.type.ts';
import { type AuditDetails, type ChainedEntry, canonicalJson, entryHash, NO_HASH } from './audit-chain.ts';
import type { ChainEnd } from './audit-end.ts';

/** Who did it: somebody who is signed in, the service by itself, or the operator at the command line. */
export type AuditActor = { readonly caseworkerId: string } | 'service' | 'operator';

/** To what: a case; or something else as staff call it, such as a name; null where the act says it all. */
export type AuditSubject =
  | {
      readonly caseId: string;
      /** Said where the same transaction deletes the case, which has none at its end. */
      readonly number?: string;
    }
  | { readonly object: string }
  | null;

/** Writes down who of the staff did what. */
export class AuditService {
  constructor(
    private readonly secrets: DeploymentSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes an act down in the transaction that does it, right before the COMMIT: both are stored or neither.
   *
   * The order of entries is that of their commits. Only the row of the chain's end is locked, and last, so that
   * writers wait for each other as long as one COMMIT takes and never in a circle.
   *
   * @param manager handed out by `inTransaction`.
   * @param details nothing secret and no words of a case; kept for good, and part of what is hashed.
   * @throws {TypeError} the manager is that of no such transaction.
   */
  record(
    manager: EntityManager,
    actor: AuditActor,
    act: AuditAct,
    subject: AuditSubject = null,
    details: AuditDetails = {},
  ): void {
    beforeCommit(manager, async () => {
      const personId = typeof actor === 'object' ? actor.caseworkerId : null;
      const aboutCase = subject && 'caseId' in subject ? subject : null;
      const { end, name, caseNumber } = await lockEnd(manager, personId, aboutCase?.caseId ?? null);
      const entry: ChainedEntry = {
        position: end.position + 1,
        at: this.clock.now(),
        actor: personId === null ? (actor === 'operator' ? 'OPERATOR' : 'SERVICE') : 'PERSON',
        caseworkerId: personId,
        caseworkerName: name,
        act,
        caseId: aboutCase?.caseId ?? null,
        caseNumber: aboutCase?.number ?? caseNumber,
        object: subject && 'object' in subject ? subject.object : null,
        details: canonicalJson(details),
        previousHash: end.hash,
      };
      const hash = entryHash(this.secrets.auditKey, entry);
      ends.set(manager, { position: entry.position, hash });
      withCommit(manager, [entering(entry, hash)]);
    });
  }
}

/** Where the chain ends once a transaction is committed that has entries already: those go out with its COMMIT. */
const ends = new WeakMap<EntityManager, ChainEnd>();

type LockedEnd = { readonly end: ChainEnd; readonly name: string | null; readonly caseNumber: string | null };

/** Locks the end of the chain until the COMMIT, and reads how whoever goes on with it, and the case, are called. */
async function lockEnd(
  manager: EntityManager,
  personId: string | null,
  caseId: string | null,
): Promise<LockedEnd> {
  const read = async (): Promise<LockedEnd | null> => {
    const [row] = await manager.query<(ChainEnd & Omit<LockedEnd, 'end'>)[]>(
      `SELECT h.position, h.hash, (SELECT name FROM caseworker WHERE id = $1) AS name,
              (SELECT number FROM case_file WHERE id = $2) AS "caseNumber"
       FROM audit_head h FOR UPDATE OF h`,
      [personId, caseId],
    );
    return row ? { end: row, name: row.name, caseNumber: row.caseNumber } : null;
  };
  const locked = await read();
  if (locked) return { ...locked, end: ends.get(manager) ?? locked.end };
  // The very first entry of an installation.
  await manager.query(
    'INSERT INTO audit_head (id, position, hash) VALUES (true, 0, $1) ON CONFLICT DO NOTHING',
    [NO_HASH],
  );
  const begun = await read();
  if (!begun) throw new TypeError('The audit log has no end');
  return begun;
}

function entering(entry: ChainedEntry, hash: Buffer): Statement {
  return {
    text: `WITH entry AS (
       INSERT INTO audit_entry (position, done_at, actor, caseworker_id, caseworker_name, act, case_id,
                                case_number, object, details, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ) UPDATE audit_head SET position = $1, hash = $12`,
    values: [
      entry.position,
      entry.at.toISOString(),
      entry.actor,
      entry.caseworkerId,
      entry.caseworkerName,
      entry.act,
      entry.caseId,
      entry.caseNumber,
      entry.object,
      entry.details,
      entry.previousHash,
      hash,
    ],
  };
}
