import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseKeys } from '../crypto/case-keys.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import { SealBroken } from '../crypto/sealing.ts';
import type { Statement } from '../database/transaction.ts';
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
  /** The keys of the case in sealed boxes for the caseworker, one behind the other. */
  readonly case_key_wrap: Buffer;
  /** All of them under a key derived from the caseworker's private key; null until one was made. */
  readonly fast_wrap: Buffer | null;
}

/**
 * All keys of a case under a key derived from a caseworker's private key, without which it opens nothing. Bound to the
 * sealed boxes that they came out of: beside other boxes it is none.
 */
export interface FastWrap {
  readonly caseId: string;
  readonly bytes: Buffer;
  /** `case_key_wrap` of the row that it belongs to. */
  readonly boxes: Buffer;
}

/** Who can open which case: a wrap of its keys, or nothing at all. */
export class CaseWrapService {
  /** One for each session that asks just now; gone with it. */
  private readonly wrappingKeys = new WeakMap<Caseworker, Buffer>();

  /** Wraps the keys of a new case for each holder. @returns stores the wraps. */
  insertion(caseId: string, caseKeys: CaseKeys, holders: readonly KeyHolder[]): Statement {
    return {
      text: `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
             SELECT $1, holder.id, holder.wrap FROM unnest($2::uuid[], $3::bytea[]) AS holder(id, wrap)`,
      values: [
        caseId,
        holders.map((holder) => holder.id),
        holders.map((holder) => caseKeys.wrapFor(holder.publicKey)),
      ],
    };
  }

  /** Wraps the keys of many cases for one more holder, inside the caller's transaction. One statement. */
  async insertForOne(
    manager: EntityManager,
    holder: KeyHolder,
    cases: readonly { readonly caseId: string; readonly keys: CaseKeys }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
       SELECT granted.case_id, $1, granted.boxes FROM unnest($2::uuid[], $3::bytea[]) AS granted(case_id, boxes)`,
      [holder.id, cases.map(({ caseId }) => caseId), cases.map(({ keys }) => keys.wrapFor(holder.publicKey))],
    );
  }

  /**
   * The keys of a case.
   *
   * About 50 µs from each sealed box (X25519), a twentieth of that where there is a fast wrap of these boxes. To read with:
   * what is written is sealed with what `hold` gives.
   *
   * @throws {SealBroken} boxes of somebody else, or changed bytes.
   */
  open(wrap: CaseWrap, caseworker: Caseworker): CaseKeys {
    return this.openFast(wrap, caseworker) ?? this.openBoxes(wrap, caseworker);
  }

  /** The keys out of the sealed boxes alone. @throws {SealBroken} boxes of somebody else, or changed bytes. */
  openBoxes(wrap: CaseWrap, caseworker: Caseworker): CaseKeys {
    return CaseKeys.unwrap(wrap.case_key_wrap, caseworker);
  }

  /** The keys out of the fast wrap. @returns null: there is none, it is damaged, or belongs to other boxes or another case. */
  openFast(wrap: CaseWrap, caseworker: Caseworker): CaseKeys | null {
    if (!wrap.fast_wrap) return null;
    try {
      const place = fastWrapPlace(wrap, caseworker);
      return CaseKeys.fromBytes(unwrapKey(wrap.fast_wrap, this.wrappingKey(caseworker), place));
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /**
   * The keys to write with, inside the caller's transaction: the newest one stays the newest until that ends, because
   * whoever turns it waits for the row of each holder.
   *
   * Call it before any other row of the case is locked. That order, wraps, conversation, case, is kept by all.
   *
   * @returns null where this caseworker holds no key (any more).
   * @throws {SealBroken} a wrap of somebody else, or changed bytes.
   */
  async hold(manager: EntityManager, caseworker: Caseworker, caseId: string): Promise<CaseKeys | null> {
    const [wrap] = await manager.query<CaseWrap[]>(
      `SELECT case_id AS id, case_key_wrap, fast_wrap FROM case_wrap
       WHERE caseworker_id = $1 AND case_id = $2 FOR SHARE`,
      [caseworker.caseworkerId, caseId],
    );
    return wrap ? this.open(wrap, caseworker) : null;
  }

  /** Keys that were opened out of their sealed boxes, under a wrap that opens faster. */
  fastWrap(row: CaseWrap, caseKeys: CaseKeys, caseworker: Caseworker): FastWrap {
    const keys = caseKeys.toBytes();
    const bytes = wrapKey(keys, this.wrappingKey(caseworker), fastWrapPlace(row, caseworker));
    keys.fill(0);
    // A copy: these bytes lie in a block with those of other rows, which would stay as long.
    return { caseId: row.id, bytes, boxes: Buffer.from(row.case_key_wrap) };
  }

  /**
   * Keeps fast wraps beside the boxes of a caseworker. Where other boxes stand by now, nothing is kept; where somebody
   * writes to the row just now neither, so that nobody waits for this.
   */
  async keepFast(manager: EntityManager, caseworkerId: string, wraps: readonly FastWrap[]): Promise<void> {
    await manager.query(
      `WITH free AS (
         SELECT w.case_id, opened.wrap FROM case_wrap w
         JOIN unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS opened(case_id, wrap, boxes)
           ON w.caseworker_id = $1 AND w.case_id = opened.case_id AND w.case_key_wrap = opened.boxes
         FOR NO KEY UPDATE OF w SKIP LOCKED)
       UPDATE case_wrap w SET fast_wrap = free.wrap FROM free WHERE w.caseworker_id = $1 AND w.case_id = free.case_id`,
      [
        caseworkerId,
        wraps.map(({ caseId }) => caseId),
        wraps.map(({ bytes }) => bytes),
        wraps.map(({ boxes }) => boxes),
      ],
    );
  }

  private wrappingKey(caseworker: Caseworker): Buffer {
    const key = this.wrappingKeys.get(caseworker) ?? deriveKey(caseworker.privateKey, 'caseworker/fast-wrap');
    this.wrappingKeys.set(caseworker, key);
    return key;
  }
}

function fastWrapPlace({ id, case_key_wrap: boxes }: CaseWrap, { caseworkerId }: Caseworker) {
  const digest = hash('sha256', boxes, 'base64');
  return { table: 'case_wrap', row: `${caseworkerId}/${id}/${digest}`, column: 'fast_wrap' };
}
