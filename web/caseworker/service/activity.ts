const RECENT = 5 * 60_000; // 5 minutes

/** What a person does with a page. What a page does by itself is none of it. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Whether somebody has been using the page lately.
 *
 * Every request renews the session, so a page that asks by itself would keep an unattended one open for good: it asks
 * only while somebody is there. A moment of the last use is kept in memory and sent nowhere.
 */
export class Activity {
  #last: number;

  /** @param now milliseconds. */
  constructor(private readonly now: () => number = () => Date.now()) {
    this.#last = now();
  }

  /** Somebody used the page. */
  readonly noticed = (): void => {
    this.#last = this.now();
  };

  /** Follows a window for good. */
  follow(target: EventTarget): void {
    for (const sign of SIGNS) target.addEventListener(sign, this.noticed, { passive: true, capture: true });
  }

  /** Whether that was within the last 5 minutes. */
  isRecent(): boolean {
    return this.now() - this.#last <= RECENT;
  }
}
