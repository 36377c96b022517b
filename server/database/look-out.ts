import { setTimeout as delay } from 'node:timers/promises';
import type { WakeUp } from './wake-up.ts';

/** How many times as long as a look took nothing is looked at after it. */
const REST = 4;
const LONGEST_REST = 250; // 250 milliseconds

/**
 * Looks into the tables after every wake-up: one look at a time, and none missed.
 *
 * The first look comes at once. Then it rests, four times as long as the look took and a quarter of a second at most,
 * so that looking takes a fifth of the time however many rows there are and however fast others write.
 */
export class LookOut {
  readonly #look: () => Promise<void>;
  readonly #stopListening: () => void;
  #isWanted = false;
  #isLooking = false;
  #isOver = false;

  /** @param look what is done; where it throws, the next wake-up tries again, after 5 s at the latest. */
  constructor(wakeUp: Pick<WakeUp, 'onWake'>, look: () => Promise<void>) {
    this.#look = look;
    this.#stopListening = wakeUp.onWake(() => void this.#lookSoon());
  }

  /** Looks no more. */
  close(): void {
    this.#isOver = true;
    this.#stopListening();
  }

  async #lookSoon(): Promise<void> {
    this.#isWanted = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#isWanted && !this.#isOver) {
      // Taken back before looking, so that what is committed meanwhile is looked at once more.
      this.#isWanted = false;
      const startedAt = performance.now();
      await this.#look().catch(() => undefined);
      const rest = Math.min((performance.now() - startedAt) * REST, LONGEST_REST);
      await delay(rest, undefined, { ref: false });
    }
    this.#isLooking = false;
  }
}
