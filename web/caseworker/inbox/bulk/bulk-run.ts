import type { ActOutcome } from '../../case/work/act-outcome.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { ValueStore } from '../../service/store.ts';
import {
  type Bulk,
  type BulkAct,
  type BulkItem,
  type ListedCase,
  newBulk,
  nextItem,
  started,
  tried,
  without,
} from './bulk-queue.ts';

/** How long a bulk waits before it begins, in milliseconds: so long it can be undone. */
export const UNDO_WITHIN = 10_000; // 10 seconds

/** Does an act with one case; never throws. */
export type PerformAct = (act: BulkAct, item: BulkItem) => Promise<ActOutcome>;

/** Runs one bulk at a time, whatever page stands. Its value is null while there is none. */
export class BulkRun extends ValueStore<Bulk | null> {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWorking = false;

  constructor(private readonly perform: PerformAct) {
    super(null);
  }

  /** Whether cases are still waiting for it. */
  isUnfinished(): boolean {
    const bulk = this.get();
    return bulk !== null && bulk.stage !== 'finished';
  }

  /** Sets a bulk up, to begin in 10 seconds. Another one that is not finished stays, and this one is not taken. */
  begin(act: BulkAct, cases: readonly ListedCase[]): void {
    if (this.isUnfinished() || cases.length === 0) return;
    this.set(newBulk(act, cases, newIdempotencyKey));
    this.#timer = setTimeout(() => this.go(), UNDO_WITHIN);
  }

  /** Begins now, or goes on after a pause. */
  go(): void {
    clearTimeout(this.#timer);
    const bulk = this.get();
    if (bulk === null) return;
    this.set(started(bulk));
    if (!this.#isWorking) void this.#work();
  }

  /** Takes it back where nothing was done yet; after the end, or in a pause, puts it away. */
  dismiss(): void {
    clearTimeout(this.#timer);
    if (this.get()?.stage !== 'running') this.set(null);
  }

  /** Does nothing more with a case, and does not speak of it any more. */
  leaveOut(caseId: string): void {
    const bulk = this.get();
    if (bulk !== null) this.set(without(bulk, caseId));
  }

  /** Leaves whatever was not done yet as it is: nobody will be there to go on with it. */
  abandon(): void {
    clearTimeout(this.#timer);
    this.set(null);
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let bulk = this.get(); bulk?.stage === 'running'; bulk = this.get()) {
      const item = nextItem(bulk);
      if (item === null) break;
      const outcome = await this.perform(bulk.act, item);
      const now = this.get();
      if (now !== null) this.set(tried(now, item.caseId, outcome));
    }
    this.#isWorking = false;
  }
}
