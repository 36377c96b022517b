import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { CaseWrap, CaseWrapService, FastWrap } from '../access/case-wrap.service.ts';
import { SealBroken } from '../crypto/sealing.ts';
import type { Caseworker } from '../viewer.ts';

/** How many are read and written at once. */
const BATCH = 200;

/** How long it leaves the processor to whoever opens the dashboard, before the first box. */
const AFTER = 1_000; // 1 second

/** How long it opens boxes before it rests, in milliseconds. */
const TURN = 5;

/** How long it rests, so that it never takes more than a fifth of a core. */
const REST = 20; // 20 milliseconds

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the fast wraps of new cases while their caseworker has an inbox open, so that the first search need not open
 * every sealed box. It looks at keys alone: nothing of a case is read.
 */
export class FastWrapMaker {
  /** Caseworkers for whom it works just now: a second window has nothing to add. */
  private readonly busy = new Map<string, Promise<void>>();
  private readonly closing = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly wraps: CaseWrapService,
  ) {}

  /**
   * Makes what is not made yet, until `signal` says to stop.
   *
   * @returns settles when this caseworker is done with; never fails.
   */
  begin(caseworker: Caseworker, signal: AbortSignal): Promise<void> {
    const current = this.busy.get(caseworker.caseworkerId);
    if (current) return current;
    const work = this.make(caseworker, AbortSignal.any([signal, this.closing.signal]))
      // Where it cannot go on, a search opens the boxes itself: slower, and none the worse.
      .catch(() => undefined)
      .finally(() => this.busy.delete(caseworker.caseworkerId));
    this.busy.set(caseworker.caseworkerId, work);
    return work;
  }

  /** Stops for everybody. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.busy.values());
  }

  /** @throws {Error} it was told to stop, or the database is away. */
  private async make(caseworker: Caseworker, signal: AbortSignal): Promise<void> {
    await pause(AFTER, undefined, { signal, ref: false });
    for (let last: string | null = FIRST; last !== null; ) {
      const rows: CaseWrap[] = await this.dataSource.query<CaseWrap[]>(
        `SELECT case_id AS id, case_key_wrap, NULL AS fast_wrap FROM case_wrap
         WHERE caseworker_id = $1 AND case_id > $2 AND fast_wrap IS NULL ORDER BY case_id LIMIT ${BATCH}`,
        [caseworker.caseworkerId, last],
      );
      const made = await this.opened(rows, caseworker, signal);
      await this.wraps.keepFast(this.dataSource.manager, caseworker.caseworkerId, made);
      last = rows[BATCH - 1]?.id ?? null;
    }
  }

  private async opened(
    rows: readonly CaseWrap[],
    caseworker: Caseworker,
    signal: AbortSignal,
  ): Promise<FastWrap[]> {
    const made: FastWrap[] = [];
    let turnBegan = performance.now();
    for (const row of rows) {
      const wrap = this.fastWrapOf(row, caseworker);
      if (wrap) made.push(wrap);
      if (performance.now() - turnBegan < TURN) continue;
      await pause(REST, undefined, { signal, ref: false });
      turnBegan = performance.now();
    }
    return made;
  }

  /** Null where the boxes do not open: opening the case by itself says so. */
  private fastWrapOf(row: CaseWrap, caseworker: Caseworker): FastWrap | null {
    try {
      return this.wraps.fastWrap(row, this.wraps.openBoxes(row, caseworker), caseworker);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}
