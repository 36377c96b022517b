import type { DataSource, EntityManager } from 'typeorm';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { sameBytes } from '../crypto/same-bytes.ts';
import { type ChainedEntry, entryHash, NO_HASH } from './audit-chain.ts';
import { AuditFault } from './audit-check.type.ts';
import { type ChainEnd, chainEnd } from './audit-end.ts';

const AT_ONCE = 1_000; // entries

/** What came of walking along the chain. */
export interface AuditFinding {
  /** How many entries there should be. */
  readonly entries: number;
  /** Null: the chain is whole. */
  readonly fault: AuditFault | null;
  /** The first position that is not as it was written; null where nothing is wrong. */
  readonly position: number | null;
}

/** An entry as the table holds it now. */
type StoredEntry = ChainedEntry & { readonly hash: Buffer };

/** Finds out whether the audit log is as it was written. */
export class AuditCheckService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: DeploymentSecrets,
  ) {}

  /**
   * Walks along the whole chain, on one snapshot of the database.
   *
   * The chain alone cannot tell that its last entries were cut off together with its end: a hash that was noted before
   * can.
   *
   * @param noted 8 to 32 bytes that the hash at the end of the chain once began with; null: none was noted.
   * @param onProgress hears how many entries were looked at, out of how many.
   */
  async check(
    noted: Buffer | null = null,
    onProgress: (done: number, all: number) => void = () => {},
  ): Promise<AuditFinding> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const end = await chainEnd(manager);
      let last: ChainEnd = { position: 0, hash: NO_HASH };
      let wasNoted = noted === null || isBeginningOf(noted, NO_HASH);
      for (;;) {
        const entries = await entriesAfter(manager, last.position);
        for (const entry of entries) {
          const fault = this.faultOf(entry, last, end);
          if (fault) return { entries: end.position, fault, position: last.position + 1 };
          last = { position: entry.position, hash: entry.hash };
          wasNoted ||= noted !== null && isBeginningOf(noted, entry.hash);
        }
        onProgress(last.position, end.position);
        if (entries.length < AT_ONCE) break;
      }
      if (last.position < end.position || !sameBytes(last.hash, end.hash) || !wasNoted) {
        return { entries: end.position, fault: AuditFault.CUT, position: last.position + 1 };
      }
      return { entries: end.position, fault: null, position: null };
    });
  }

  private faultOf(entry: StoredEntry, last: ChainEnd, end: ChainEnd): AuditFault | null {
    if (entry.position > end.position) return AuditFault.ADDED;
    if (entry.position !== last.position + 1) return AuditFault.MISSING;
    const key = this.secrets.auditKey;
    if (sameBytes(entryHash(key, entry), entry.hash)) {
      return sameBytes(entry.previousHash, last.hash) ? null : AuditFault.ADDED;
    }
    // Genuine at another place: somebody changed the order.
    for (let position = 1; position <= end.position; position += 1) {
      if (sameBytes(entryHash(key, { ...entry, position }), entry.hash)) return AuditFault.MOVED;
    }
    return AuditFault.CHANGED;
  }
}

async function entriesAfter(manager: EntityManager, position: number): Promise<StoredEntry[]> {
  return manager.query<StoredEntry[]>(
    `SELECT position, done_at AS at, actor, caseworker_id AS "caseworkerId", caseworker_name AS "caseworkerName",
            act, case_id AS "caseId", case_number AS "caseNumber", object, details,
            previous_hash AS "previousHash", hash
     FROM audit_entry WHERE position > $1 ORDER BY position LIMIT ${AT_ONCE}`,
    [position],
  );
}

function isBeginningOf(noted: Buffer, hash: Buffer): boolean {
  return sameBytes(noted, hash.subarray(0, noted.length));
}
