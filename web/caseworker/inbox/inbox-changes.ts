import { ValueStore } from '../service/store.ts';

/** How far apart followers are told of changes: thousands at once would draw the page thousands of times. */
const PAUSE_BETWEEN_TELLINGS = 100; // 100 milliseconds

/**
 * Remembers which cases changed after which list was fetched, so that a list can say so and stand still.
 *
 * Its value is a count that grows with everything that happens; followers only need to know that it did.
 */
export class InboxChanges extends ValueStore<number> {
  readonly #changedAt = new Map<string, number>();
  readonly #fetchedAt = new Map<string, number>();
  readonly #comparedAt = new Map<string, number>();
  #cutAt = 0;
  /** Grows at once with everything that happens; the value follows it. */
  #tick = 0;
  #isPausing = false;

  constructor() {
    super(0);
  }

  /** A case is new or changed. */
  changed(caseId: string): void {
    this.#tick += 1;
    this.#changedAt.set(caseId, this.#tick);
    this.#tell();
  }

  /** The socket was away and is back: what happened in between was not heard. */
  mayHaveMissed(): void {
    this.#tick += 1;
    this.#cutAt = this.#tick;
    this.#tell();
  }

  /**
   * Something is being fetched now. What is heard while the answer is on its way counts as new: told once too often
   * is better than never.
   */
  fetching(what: string): void {
    this.#fetchedAt.set(what, this.#tick);
  }

  /** How many cases changed since this was fetched. */
  countSince(what: string): number {
    const fetchedAt = this.#fetchedAt.get(what) ?? this.#tick;
    let count = 0;
    for (const changedAt of this.#changedAt.values()) if (changedAt > fetchedAt) count += 1;
    return count;
  }

  /** Whether this one case changed since then. */
  hasChangedSince(what: string, caseId: string): boolean {
    return (this.#changedAt.get(caseId) ?? 0) > (this.#fetchedAt.get(what) ?? this.#tick);
  }

  /** Speaks of a case no more. */
  forget(caseId: string): void {
    this.#changedAt.delete(caseId);
    this.#tick += 1;
    this.#tell();
  }

  /** Something is being compared with the service now, so that what was missed before is not looked for again. */
  comparing(what: string): void {
    this.#comparedAt.set(what, this.#tick);
  }

  /** Whether the socket was away at any time since this was fetched or compared. */
  mayHaveMissedSince(what: string): boolean {
    const fetchedAt = this.#fetchedAt.get(what) ?? this.#tick;
    return this.#cutAt > Math.max(fetchedAt, this.#comparedAt.get(what) ?? 0);
  }

  /** The first at once, and what follows closely with it or together after a pause. */
  #tell(): void {
    if (this.#isPausing) return;
    this.set(this.#tick);
    this.#isPausing = true;
    setTimeout(() => {
      this.#isPausing = false;
      if (this.get() !== this.#tick) this.#tell();
    }, PAUSE_BETWEEN_TELLINGS);
  }
}
