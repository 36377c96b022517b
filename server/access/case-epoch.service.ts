import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { newSymmetricKey, sealToPublicKey } from '../crypto/key-wrapping.ts';
import type { KeyHolder } from './case-wrap.service.ts';

/** Somebody who holds the keys of a case. */
export interface CaseHolder extends KeyHolder {
  readonly caseId: string;
}

/** Says who may hold keys; the people behind the wraps are not known here. */
export interface HolderDirectory {
  /** Who holds the keys of each of these cases and may work with them. One statement. */
  keyHoldersOf(manager: EntityManager, caseIds: readonly string[]): Promise<CaseHolder[]>;
}

/** Boxes that are made before others get a turn; 70 µs each. */
const BOXES_PER_TURN = 100;

/** Cases whose rows are written with one statement. */
const CASES_PER_STATEMENT = 200;

/** What two acts lock that change who holds keys. Any number that nothing else locks. */
const WHO_HOLDS_KEYS = 7_305_511;

/**
 * Takes keys away from people.
 *
 * Deleting a wrap is not enough: whoever once opened it may have kept the key. So the case gets a new one for everybody
 * else, and what is written from then on is sealed under that.
 */
export class CaseEpochService {
  constructor(private readonly directory: HolderDirectory) {}

  /**
   * Nobody else changes who holds keys until the caller's transaction ends. Call it first in a transaction, before
   * rows of caseworkers are locked.
   */
  async change(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [WHO_HOLDS_KEYS]);
  }

  /**
   * Nobody is taken away and nobody is let in until the caller's transaction ends; for those who wrap a new case for
   * everybody. Any number may do so at once.
   */
  async stay(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [WHO_HOLDS_KEYS]);
  }

  /**
   * Takes some cases from somebody, inside the caller's transaction, which called `change` before: their wraps are gone,
   * and each case has a new key for those who are left and for its reporter.
   */
  async takeFrom(manager: EntityManager, caseworkerId: string, caseIds: readonly string[]): Promise<void> {
    for (let at = 0; at < caseIds.length; at += CASES_PER_STATEMENT) {
      await this.takeSome(manager, caseworkerId, caseIds.slice(at, at + CASES_PER_STATEMENT));
    }
  }

  /** How many cases somebody holds that nobody else who may work could open. */
  async onlyHeldBy(manager: EntityManager, caseworkerId: string): Promise<number> {
    const held = await manager.query<{ case_id: string }[]>(
      'SELECT case_id FROM case_wrap WHERE caseworker_id = $1',
      [caseworkerId],
    );
    const holders = await this.directory.keyHoldersOf(
      manager,
      held.map((row) => row.case_id),
    );
    const others = new Set(holders.filter(({ id }) => id !== caseworkerId).map(({ caseId }) => caseId));
    return held.length - others.size;
  }

  private async takeSome(
    manager: EntityManager,
    caseworkerId: string,
    caseIds: readonly string[],
  ): Promise<void> {
    await manager.query('DELETE FROM case_wrap WHERE caseworker_id = $1 AND case_id = ANY($2)', [
      caseworkerId,
      caseIds,
    ]);
    // Rows are locked in the order that all writers keep, wraps first, so that whoever is writing just now ends first.
    // A wrap of somebody who may not work any more gets no new key, and would open nothing new: it goes as well.
    const holders = await this.directory.keyHoldersOf(manager, caseIds);
    await manager.query(
      `DELETE FROM case_wrap w WHERE w.case_id = ANY($1) AND NOT EXISTS (
         SELECT FROM unnest($2::uuid[], $3::uuid[]) AS held(case_id, id)
         WHERE held.case_id = w.case_id AND held.id = w.caseworker_id)`,
      [caseIds, holders.map(({ caseId }) => caseId), holders.map(({ id }) => id)],
    );
    const keys = new Map(caseIds.map((caseId) => [caseId, newSymmetricKey()]));
    await manager.query(
      `UPDATE case_wrap w SET case_key_wrap = w.case_key_wrap || new.box, fast_wrap = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS new(case_id, caseworker_id, box)
       WHERE w.case_id = new.case_id AND w.caseworker_id = new.caseworker_id`,
      [
        holders.map(({ caseId }) => caseId),
        holders.map(({ id }) => id),
        await boxed(
          holders.map(({ caseId, publicKey }) => ({ caseId, publicKey })),
          keys,
        ),
      ],
    );
    const conversations = await manager.query<{ caseId: string; publicKey: Buffer }[]>(
      `SELECT case_id AS "caseId", public_key AS "publicKey" FROM conversation WHERE case_id = ANY($1)
       ORDER BY case_id FOR UPDATE`,
      [caseIds],
    );
    await manager.query(
      `UPDATE conversation c SET case_key_wrap = c.case_key_wrap || new.box
       FROM unnest($1::uuid[], $2::bytea[]) AS new(case_id, box) WHERE c.case_id = new.case_id`,
      [conversations.map(({ caseId }) => caseId), await boxed(conversations, keys)],
    );
    for (const key of keys.values()) key.fill(0);
  }
}

/** A box of the new key of its case for each of them, in their order. */
async function boxed(
  owners: readonly { readonly caseId: string; readonly publicKey: Buffer }[],
  keys: ReadonlyMap<string, Buffer>,
): Promise<Buffer[]> {
  const boxes: Buffer[] = [];
  for (const { caseId, publicKey } of owners) {
    const key = keys.get(caseId);
    if (!key) throw new TypeError('There is no new key for this case');
    boxes.push(sealToPublicKey(key, publicKey));
    if (boxes.length % BOXES_PER_TURN === 0) await nextTurn();
  }
  return boxes;
}
