import { randomInt } from 'node:crypto';

/** How an `Argon2Queue` is sized; the last two are replaced in tests only. */
export interface Argon2QueueOptions {
  /** Derivations that run at the same time, each with its own 46 or 64 MiB. @default 2 */
  atOnce?: number;
  /** Derivations that may wait behind them. @default 32 */
  waiting?: number;
  /** A whole number from 0 to one below `limit`, each equally likely. @default node:crypto randomInt */
  randomBelow?: (limit: number) => number;
  /** A clock that never goes back, in milliseconds. @default performance.now */
  elapsed?: () => number;
}

/** All places are taken and this derivation lost its own or got none. Nothing was derived; it may be tried again. */
export class Argon2QueueFull extends Error {
  override readonly name = 'Argon2QueueFull';
  /** When a new try makes sense, in whole seconds, at least 1: the measured time the queue needs to empty. */
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('Too many derivations are waiting');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Waiting {
  start: () => void;
  refuse: (reason: Argon2QueueFull) => void;
}

/** Taken for the length of a derivation until one was measured. */
const FIRST_GUESS_MS = 100;
/** Weight of the newest measurement in the running average. */
const NEWEST_WEIGHT = 1 / 8;
/** A machine that stalled once must not send people away for an hour. */
const LONGEST_RETRY_SECONDS = 60;

/**
 * Bounds the memory and the cores that Argon2 may take, and shares them fairly.
 *
 * Callers wait in lanes, one for each address. Lanes are served in turn, so a storm in one lane delays another
 * lane by one derivation and not by the storm. When every place is taken, a caller whose lane holds fewer places
 * than the fullest lane takes the place of that lane's newest. Within one lane chance decides who is refused: one
 * who knocks again among a storm from the same address (a proxy, a Tor exit) gets in sooner or later, whatever
 * the storm does.
 */
export class Argon2Queue {
  readonly #atOnce: number;
  readonly #places: number;
  readonly #randomBelow: (limit: number) => number;
  readonly #elapsed: () => number;

  /** Lanes in which somebody waits, the next to be served first; within a lane the oldest first. */
  readonly #lanes = new Map<string, Waiting[]>();
  #waiting = 0;
  #running = 0;
  #runs = 0;
  #averageMs = FIRST_GUESS_MS;

  /** @throws {RangeError} unless at least one may run and the number of places is zero or more. */
  constructor(options: Argon2QueueOptions = {}) {
    const { atOnce = 2, waiting = 32, randomBelow = randomInt, elapsed = () => performance.now() } = options;
    if (!Number.isSafeInteger(atOnce) || atOnce < 1) throw new RangeError('At least one has to run at once');
    if (!Number.isSafeInteger(waiting) || waiting < 0) throw new RangeError('Places are counted from zero');
    this.#atOnce = atOnce;
    this.#places = waiting;
    this.#randomBelow = randomBelow;
    this.#elapsed = elapsed;
  }

  /** Derivations started so far, finished or not. */
  get runs(): number {
    return this.#runs;
  }

  /**
   * Runs a derivation as soon as its turn comes.
   *
   * @param lane who asks: a hash of the caller's address, kept only while waiting.
   * @param derive called at most once, and not at all when the answer is `Argon2QueueFull`.
   * @returns what `derive` gives; what it throws is thrown, and its place is free again.
   * @throws {Argon2QueueFull} at once, or later when a newcomer took the place.
   */
  run<T>(lane: string, derive: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const newcomer: Waiting = {
        start: () => void this.#derive(derive).then(resolve, reject),
        refuse: reject,
      };
      if (this.#running < this.#atOnce) newcomer.start();
      else if (this.#waiting < this.#places) this.#wait(lane, newcomer);
      else this.#takeInOrRefuse(lane, newcomer).refuse(new Argon2QueueFull(this.#retryAfterSeconds()));
    });
  }

  async #derive<T>(derive: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#runs += 1;
    const startedAt = this.#elapsed();
    try {
      return await derive();
    } finally {
      this.#averageMs += (this.#elapsed() - startedAt - this.#averageMs) * NEWEST_WEIGHT;
      this.#running -= 1;
      this.#startNext();
    }
  }

  #startNext(): void {
    const next = this.#lanes.entries().next();
    if (next.done) return;

    const [lane, entries] = next.value;
    const entry = entries.shift();
    this.#lanes.delete(lane);
    if (entries.length > 0) this.#lanes.set(lane, entries);
    this.#waiting -= 1;
    entry?.start();
  }

  #wait(lane: string, newcomer: Waiting): void {
    const entries = this.#lanes.get(lane);
    if (entries) entries.push(newcomer);
    else this.#lanes.set(lane, [newcomer]);
    this.#waiting += 1;
  }

  /** Decides, with every place taken, who goes; a newcomer who may stay has its place when this returns. */
  #takeInOrRefuse(lane: string, newcomer: Waiting): Waiting {
    const own = this.#lanes.get(lane) ?? [];
    const [fullestLane, fullest] = this.#fullestLane();

    if (own.length < fullest.length) {
      const displaced = fullest.pop() ?? newcomer;
      if (fullest.length === 0) this.#lanes.delete(fullestLane);
      this.#waiting -= 1;
      this.#wait(lane, newcomer);
      return displaced;
    }

    const unlucky = own[this.#randomBelow(own.length + 1)];
    if (!unlucky) return newcomer;
    own.splice(own.indexOf(unlucky), 1);
    own.push(newcomer);
    return unlucky;
  }

  /** Chance decides between equals, so that nobody can aim at another lane. */
  #fullestLane(): [lane: string, entries: Waiting[]] {
    const most = Math.max(0, ...Array.from(this.#lanes.values(), (entries) => entries.length));
    const fullest = [...this.#lanes].filter(([, entries]) => entries.length === most);
    return fullest[fullest.length > 1 ? this.#randomBelow(fullest.length) : 0] ?? ['', []];
  }

  #retryAfterSeconds(): number {
    const untilEmptyMs = ((this.#running + this.#waiting) / this.#atOnce) * this.#averageMs;
    return Math.min(LONGEST_RETRY_SECONDS, Math.max(1, Math.ceil(untilEmptyMs / 1_000)));
  }
}
