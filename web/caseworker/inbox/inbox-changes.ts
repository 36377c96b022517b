import { ValueStore } from '../service/store.ts';

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

  constructor() {
    super(0);
  }

  /** A case is new or changed. */
  changed(caseId: string): void {
    const tick = this.get() + 1;
    this.#changedAt.set(caseId, tick);
    this.set(tick);
  }

  /** The socket was away and is back: what happened in between was not heard. */
  mayHaveMissed(): void {
    this.#cutAt = this.get() + 1;
    this.set(this.#cutAt);
  }

  /**
   * Something is being fetched now. What is heard while the answer is on its way counts as new: told once too often
   * is better than never.
   */
  fetching(what: string): void {
    this.#fetchedAt.set(what, this.get());
  }

  /** How many cases changed since this was fetched. */
  countSince(what: string): number {
    const fetchedAt = this.#fetchedAt.get(what) ?? this.get();
    let count = 0;
    for (const changedAt of this.#changedAt.values()) if (changedAt > fetchedAt) count += 1;
    return count;
  }

  /** Whether this one case changed since then. */
  hasChangedSince(what: string, caseId: string): boolean {
    return (this.#changedAt.get(caseId) ?? 0) > (this.#fetchedAt.get(what) ?? this.get());
  }

  /** Something is being compared with the service now, so that what was missed before is not looked for again. */
  comparing(what: string): void {
    this.#comparedAt.set(what, this.get());
  }

  /** Whether the socket was away at any time since this was fetched or compared. */
  mayHaveMissedSince(what: string): boolean {
    const fetchedAt = this.#fetchedAt.get(what) ?? this.get();
    return this.#cutAt > Math.max(fetchedAt, this.#comparedAt.get(what) ?? 0);
  }
}
