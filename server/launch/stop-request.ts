/** Why the process is to end. */
export type StopReason = 'signal' | 'launcher gone' | 'failure';

const SAME_SIGNAL_WITHIN = 1_000; // 1 second: a terminal, npm and the launcher all pass one Ctrl+C on

/**
 * Hears everything that asks this process to stop: SIGTERM, SIGINT, the end of the launcher, and a failure that nobody
 * caught.
 */
export class StopRequest {
  /** Resolves at the first request. */
  readonly requested: Promise<StopReason>;
  /** Resolves when somebody asks a second time, because the first takes too long. */
  readonly forced: Promise<void>;
  #request: (reason: StopReason) => void = () => undefined;
  #force: () => void = () => undefined;
  #firstAt: number | null = null;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.requested = new Promise((resolve) => {
      this.#request = resolve;
    });
    this.forced = new Promise((resolve) => {
      this.#force = resolve;
    });
  }

  /** Starts to listen to this process. */
  watch(): this {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.onSignal());
    if (process.channel) process.once('disconnect', () => this.stop('launcher gone'));
    return this;
  }

  get isRequested(): boolean {
    return this.#firstAt !== null;
  }

  /** Asks for the end from inside. */
  stop(reason: StopReason): void {
    this.#firstAt ??= this.now();
    this.#request(reason);
  }

  /** One SIGTERM or SIGINT. */
  onSignal(): void {
    if (this.#firstAt === null) this.stop('signal');
    else if (this.now() - this.#firstAt > SAME_SIGNAL_WITHIN) this.#force();
  }
}
