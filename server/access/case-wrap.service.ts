import type { EntityManager } from 'typeorm';
import { deriveKey } from '../crypto/derive-key.ts';
import { openSealedBox, sealToPublicKey, unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import type { Caseworker } from '../viewer.ts';

/** Somebody whom a case can be opened for. `publicKey` is X25519, 32 bytes. */
export interface KeyHolder {
  readonly id: string;
  readonly publicKey: Buffer;
}

/** What a caseworker holds of one case. */
export interface CaseWrap {
  /** The id of the case. */
  readonly id: string;
  /** The case key, sealed to the caseworker's public key. */
  readonly case_key_wrap: Buffer;
  /** The case key under a key derived from the caseworker's private key; null until they searched through it. */
  readonly fast_wrap: Buffer | null;
}

/** Who can open which case: a wrap of its key, or nothing at all. */
export class CaseWrapService {
  /** One for each session that asks just now; gone with it. */
  private readonly wrappingKeys = new WeakMap<Caseworker, Buffer>();

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

  /**
   * The key of a case, 32 bytes.
   *
   * About 70 µs from the sealed box (X25519), a twentieth of that where there is a fast wrap.
   *
   * @throws {SealBroken} a wrap of somebody else, of another case, or changed bytes.
   */
  open(wrap: CaseWrap, caseworker: Caseworker): Buffer {
    return wrap.fast_wrap
      ? unwrapKey(wrap.fast_wrap, this.wrappingKey(caseworker), fastWrapPlace(wrap.id, caseworker))
      : openSealedBox(wrap.case_key_wrap, caseworker);
  }

  /**
   * Keeps keys that were opened out of their sealed boxes under a wrap that opens faster. It opens nothing without the
   * private key, like the box beside it.
   */
  async keepFast(
    manager: EntityManager,
    caseworker: Caseworker,
    opened: readonly { readonly caseId: string; readonly caseKey: Buffer }[],
  ): Promise<void> {
    await manager.query(
      `UPDATE case_wrap w SET fast_wrap = opened.wrap FROM unnest($2::uuid[], $3::bytea[]) AS opened(case_id, wrap)
       WHERE w.caseworker_id = $1 AND w.case_id = opened.case_id`,
      [
        caseworker.caseworkerId,
        opened.map(({ caseId }) => caseId),
        opened.map(({ caseId, caseKey }) =>
          wrapKey(caseKey, this.wrappingKey(caseworker), fastWrapPlace(caseId, caseworker)),
        ),
      ],
    );
  }

  /** Takes every key that somebody holds, inside the caller's transaction. */
  async dropAllOf(manager: EntityManager, caseworkerId: string): Promise<void> {
    await manager.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [caseworkerId]);
  }

  private wrappingKey(caseworker: Caseworker): Buffer {
    const key = this.wrappingKeys.get(caseworker) ?? deriveKey(caseworker.privateKey, 'caseworker/fast-wrap');
    this.wrappingKeys.set(caseworker, key);
    return key;
  }
}

function fastWrapPlace(caseId: string, { caseworkerId }: Caseworker) {
  return { table: 'case_wrap', row: `${caseworkerId}/${caseId}`, column: 'fast_wrap' };
}
