import type { EntityManager } from 'typeorm';
import { openSealedBox, sealToPublicKey } from '../crypto/key-wrapping.ts';
import type { Caseworker } from '../viewer.ts';

/** Somebody whom a case can be opened for. `publicKey` is X25519, 32 bytes. */
export interface KeyHolder {
  readonly id: string;
  readonly publicKey: Buffer;
}

/** Who can open which case: a wrap of its key, or nothing at all. */
export class CaseWrapService {
  /** Wraps a new case's key for each holder, inside the caller's transaction. One statement. */
  async insert(
    manager: EntityManager,
    caseId: string,
    caseKey: Buffer,
    holders: readonly KeyHolder[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
       SELECT $1, holder.id, holder.wrap FROM unnest($2::uuid[], $3::bytea[]) AS holder(id, wrap)`,
      [
        caseId,
        holders.map((holder) => holder.id),
        holders.map((holder) => sealToPublicKey(caseKey, holder.publicKey)),
      ],
    );
  }

  /** The key of a case, 32 bytes, or null when this caseworker holds none or there is no such case. */
  async open(manager: EntityManager, caseId: string, caseworker: Caseworker): Promise<Buffer | null> {
    const [row] = await manager.query<{ case_key_wrap: Buffer }[]>(
      'SELECT case_key_wrap FROM case_wrap WHERE caseworker_id = $1 AND case_id = $2',
      [caseworker.caseworkerId, caseId],
    );
    return row ? openSealedBox(row.case_key_wrap, caseworker) : null;
  }
}
