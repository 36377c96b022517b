import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { CaseWrap, CaseWrapService, FastWrap } from '../access/case-wrap.service.ts';
import { SealBroken } from '../crypto/sealing.ts';
import type { Caseworker } from '../viewer.ts';

/** How many are read and written at once. */
const BATCH = 200;

/** How long it leaves the processor to whoever opens the dashboard, before the first box. */
const AFTER = 1_000; // 1 second

/** How often it looks whether cases came meanwhile, or boxes changed. */
const EVERY = 60_000; // 1 minute

/** How long it opens boxes before it rests, in milliseconds. */
const TURN = 5;

/** How long it rests, so that it never takes more than a fifth of a core. */
const REST = 20; // 20 milliseconds

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the fast wraps of cases while their caseworker has an inbox open, so that a search need not open every sealed
 * box. It looks at keys alone: nothing of a case is read.
 */
export class FastWrapMaker {
  private readonly closing = new AbortController();
  /** One caseworker after the other, so that a morning on which all sign in is no storm. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly wraps: CaseWrapService,
  ) {}

  /**
   * Makes what is not made yet, now and as long as nothing says to stop.
   *
   * @param inbox aborted when the inbox is closed.
   * @returns settles then; never fails.
   */
  async begin(caseworker: Caseworker, inbox: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([inbox, this.closing.signal]);
    for (let wait = AFTER; !signal.aborted; wait = EVERY) {
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      const run = this.turn.then(() => this.make(caseworker, signal));
      // Where it cannot go on, a search opens the boxes itself: slower, and none the worse.
      this.turn = run.catch(() => undefined);
      await this.turn;
    }
  }

  /** Stops for everybody. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.turn;
  }

  /** @throws {Error} it was told to stop, or the database is away. */
  private async make(caseworker: Caseworker, signal: AbortSignal): Promise<void> {
    let turnBegan = performance.now();
    for (let last: string | null = FIRST; last !== null; ) {
      signal.throwIfAborted();
      const rows: CaseWrap[] = await this.dataSource.query<CaseWrap[]>(
        `SELECT case_id AS id, case_key_wrap, NULL AS fast_wrap FROM case_wrap
         WHERE caseworker_id = $1 AND case_id > $2 AND fast_wrap IS NULL ORDER BY case_id LIMIT ${BATCH}`,
        [caseworker.caseworkerId, last],
      );
      const made: FastWrap[] = [];
      for (const row of rows) {
        const wrap = this.fastWrapOf(row, caseworker);
        if (wrap) made.push(wrap);
        if (performance.now() - turnBegan < TURN) continue;
        await pause(REST, undefined, { signal, ref: false });
        turnBegan = performance.now();
      }
      if (made.length > 0) await this.wraps.keepFast(this.dataSource.manager, caseworker.caseworkerId, made);
      last = rows[BATCH - 1]?.id ?? null;
    }
  }

  /** Null where the boxes do not open: opening the case by itself says so. */
  private fastWrapOf(row: CaseWrap, caseworker: Caseworker): FastWrap | null {
    try {
      const keys = this.wraps.openBoxes(row, caseworker);
      const wrap = this.wraps.fastWrap(row, keys, caseworker);
      keys.wipe();
      return wrap;
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}
