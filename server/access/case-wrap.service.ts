import type { EntityManager } from 'typeorm';
import { wrapBytes } from '../crypto/box-batch.ts';
import type { BoxOpener } from '../crypto/box-opener.ts';
import { CaseKeys } from '../crypto/case-keys.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { SEALED_KEY_BYTES, unwrapKey } from '../crypto/key-wrapping.ts';
import { SEALING_KEY_BYTES } from '../crypto/sealing.ts';
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
  /** All of them under a key derived from the caseworker's private key; null until they searched through it. */
  readonly fast_wrap: Buffer | null;
}

/** All keys of a case under a key derived from a caseworker's private key. */
export interface FastWrap {
  readonly caseId: string;
  readonly bytes: Buffer;
  /** How many keys are in it. */
  readonly keys: number;
}

/** Keys that came out of their sealed boxes, and once more under a wrap that opens faster. */
export interface SlowlyOpened {
  readonly caseKeys: CaseKeys;
  readonly fastWrap: FastWrap;
}

/** Who can open which case: a wrap of its keys, or nothing at all. */
export class CaseWrapService {
  /** One for each session that asks just now; gone with it. */
  private readonly wrappingKeys = new WeakMap<Caseworker, Buffer>();

  /** Wraps the keys of a case for each holder, inside the caller's transaction. One statement. */
  async insert(
    manager: EntityManager,
    caseId: string,
    caseKeys: CaseKeys,
    holders: readonly KeyHolder[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
       SELECT $1, holder.id, holder.wrap FROM unnest($2::uuid[], $3::bytea[]) AS holder(id, wrap)`,
      [
        caseId,
        holders.map((holder) => holder.id),
        holders.map((holder) => caseKeys.wrapFor(holder.publicKey)),
      ],
    );
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
   * About 50 µs from each sealed box (X25519), a twentieth of that where there is a fast wrap. To read with: what is
   * written is sealed with what `hold` gives.
   *
   * @throws {SealBroken} a wrap of somebody else, of another case, or changed bytes.
   */
  open(wrap: CaseWrap, caseworker: Caseworker): CaseKeys {
    if (!wrap.fast_wrap) return CaseKeys.unwrap(wrap.case_key_wrap, caseworker);
    const place = fastWrapPlace(wrap.id, caseworker);
    return CaseKeys.fromBytes(unwrapKey(wrap.fast_wrap, this.wrappingKey(caseworker), place));
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

  /**
   * The keys of many cases out of their sealed boxes, by case; where a box does not open, the case is missing. To read
   * with, like those of `open`.
   *
   * @throws {BoxThreadEnded} nothing was opened; it may be tried again.
   */
  async openMany(
    opener: BoxOpener,
    caseworker: Caseworker,
    wraps: readonly CaseWrap[],
  ): Promise<Map<string, SlowlyOpened>> {
    const whole = wraps.filter(
      ({ case_key_wrap: boxes }) => boxes.length > 0 && boxes.length % SEALED_KEY_BYTES === 0,
    );
    const counts = whole.map(({ case_key_wrap: boxes }) => boxes.length / SEALED_KEY_BYTES);
    const opened = await opener.open({
      boxes: joined(whole.map(({ case_key_wrap: boxes }) => boxes)),
      counts,
      places: whole.map(({ id }) => fastWrapPlace(id, caseworker)),
      publicKey: joined([caseworker.publicKey]),
      privateKey: joined([caseworker.privateKey]),
      wrappingKey: joined([this.wrappingKey(caseworker)]),
    });
    const broken = new Set(opened.broken);
    const keys = cutter(opened.keys);
    const fastWraps = cutter(opened.wraps);
    const found = new Map<string, SlowlyOpened>();
    whole.forEach(({ id: caseId }, row) => {
      const count = counts[row] ?? 0;
      const caseKeys = CaseKeys.fromBytes(keys(count * SEALING_KEY_BYTES));
      const fastWrap = { caseId, bytes: fastWraps(wrapBytes(count)), keys: count };
      if (!broken.has(row)) found.set(caseId, { caseKeys, fastWrap });
    });
    return found;
  }

  /**
   * Keeps keys that were opened out of their sealed boxes under a wrap that opens faster. It opens nothing without the
   * private key, like the boxes beside it. Where a key came meanwhile, nothing is kept.
   */
  async keepFast(manager: EntityManager, caseworkerId: string, wraps: readonly FastWrap[]): Promise<void> {
    await manager.query(
      `UPDATE case_wrap w SET fast_wrap = opened.wrap FROM unnest($2::uuid[], $3::bytea[], $4::int[]) AS opened(case_id, wrap, size)
       WHERE w.caseworker_id = $1 AND w.case_id = opened.case_id AND length(w.case_key_wrap) = opened.size`,
      [
        caseworkerId,
        wraps.map(({ caseId }) => caseId),
        wraps.map(({ bytes }) => bytes),
        wraps.map(({ keys }) => keys * SEALED_KEY_BYTES),
      ],
    );
  }

  private wrappingKey(caseworker: Caseworker): Buffer {
    const key = this.wrappingKeys.get(caseworker) ?? deriveKey(caseworker.privateKey, 'caseworker/fast-wrap');
    this.wrappingKeys.set(caseworker, key);
    return key;
  }
}

/** Memory of its own, which can be moved to another thread. */
function joined(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** Gives the next so many bytes each time. */
function cutter(array: Uint8Array<ArrayBuffer>): (size: number) => Buffer {
  let at = 0;
  return (size) => {
    const piece = Buffer.from(array.buffer, array.byteOffset + at, size);
    at += size;
    return piece;
  };
}

function fastWrapPlace(caseId: string, { caseworkerId }: Caseworker) {
  return { table: 'case_wrap', row: `${caseworkerId}/${caseId}`, column: 'fast_wrap' };
}
