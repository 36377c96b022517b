import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../shared/log.ts';

/** What the wake-up listener needs. */
export interface WakeUpOptions {
  /** Connection string that does not lead through a pooler, which would hand NOTIFY to the wrong client. */
  directUrl: string;
  log: Log;
}

/** Constant, and NOTIFY carries no payload: every role of a database hears both. */
const CHANNEL = 'restante';
const BETWEEN_NOTIFIES = 20; // 20 milliseconds; under load one NOTIFY then stands for all commits between two
const TICK = 5_000; // 5 seconds between two wakes when nothing else is heard
const ANSWER_WITHIN = 4_000; // 4 seconds until a connection that says nothing counts as lost
const FIRST_PAUSE = 100; // 100 milliseconds before the second try to connect, doubled up to LONGEST_PAUSE
const LONGEST_PAUSE = 5_000; // 5 seconds

/**
 * Tells every process that rows may have been committed. It says no more than that: whoever listens reads its table
 * from its own cursor, so a wake too many costs one read and a lost one at most five seconds.
 *
 * One direct connection both listens and notifies. When it breaks it is opened again, with pauses drawn at random so that
 * many processes do not come back at once, and the listeners are woken, because what was said meanwhile went unheard.
 */
export class WakeUp {
  readonly #options: WakeUpOptions;
  readonly #listeners = new Set<() => void>();
  #client: pg.Client | null = null;
  #running: Promise<void> | null = null;
  #stop = new AbortController();
  #tick: NodeJS.Timeout | null = null;
  #wakePlanned = false;
  #owed = false;
  #sending = false;

  constructor(options: WakeUpOptions) {
    this.#options = options;
  }

  /** Connects, and resolves once the first LISTEN stands; keeps trying until `stop()` when nothing answers. */
  async start(): Promise<void> {
    if (this.#running) return;
    this.#stop = new AbortController();
    this.#tick = setInterval(() => this.#onTick(), TICK);
    this.#tick.unref();
    const { promise, resolve } = newPromise();
    this.#running = this.#keepConnected(resolve).finally(resolve);
    await promise;
  }

  /** Says what is still owed, then closes the connection; afterwards nobody is woken. */
  async stop(): Promise<void> {
    if (this.#tick) clearInterval(this.#tick);
    this.#stop.abort();
    if (this.#owed) await this.#client?.query(`NOTIFY ${CHANNEL}`).catch(() => undefined);
    await this.#client?.end().catch(() => undefined);
    await this.#running;
    this.#running = null;
  }

  /**
   * Wakes everybody, here and in the other processes. Call it after COMMIT. Returns at once, never throws; calls
   * that come within 20 milliseconds become one NOTIFY. While the connection is down it is owed, and sent after reconnecting.
   */
  notify(): void {
    this.#owed = true;
    this.#wakeSoon();
    void this.#send();
  }

  /**
   * Calls `listener` on every NOTIFY, after every (re)connect, and every 5 seconds.
   *
   * @returns takes the listener off again.
   */
  onWake(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #keepConnected(onFirst: () => void): Promise<void> {
    const { signal } = this.#stop;
    let pause = FIRST_PAUSE;
    let isDown = false;
    while (!signal.aborted) {
      const onOpen = () => {
        if (isDown) this.#options.log.info('The wake-up connection is back');
        isDown = false;
        pause = FIRST_PAUSE;
        onFirst();
      };
      const error = await this.#untilClosed(onOpen).then(
        () => null,
        (failure: unknown) => failure,
      );
      // One line for an outage, however many tries it takes.
      if (!isDown && !signal.aborted)
        this.#options.log.warn('The wake-up connection is lost', error ? { error } : {});
      isDown = true;
      await delay(pause * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  /** Opens a connection and resolves when it is closed again. @throws what kept it from opening. */
  async #untilClosed(onOpen: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.directUrl,
      application_name: 'restante wake-up',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
    });
    const closed = newPromise();
    client.on('error', closed.resolve);
    client.on('end', closed.resolve);
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      client.on('notification', ({ processId }) => {
        if (processId !== rows[0]?.pid) this.#wakeSoon();
      });
      await client.query(`LISTEN ${CHANNEL}`);
      this.#client = client;
      this.#wakeSoon();
      void this.#send();
      onOpen();
      if (!this.#stop.signal.aborted) await closed.promise;
    } finally {
      this.#client = null;
      await client.end().catch(() => undefined);
    }
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#owed && this.#client) {
        this.#owed = false;
        await this.#client.query(`NOTIFY ${CHANNEL}`).catch(() => {
          this.#owed = true;
          this.#dropConnection();
        });
        await delay(BETWEEN_NOTIFIES, undefined, { signal: this.#stop.signal, ref: false }).catch(
          () => undefined,
        );
      }
    } finally {
      this.#sending = false;
    }
  }

  #onTick(): void {
    this.#wakeSoon();
    // A half-open connection stays silent for ever; only a question that goes unanswered shows it.
    void this.#client?.query('SELECT 1').catch(() => this.#dropConnection());
  }

  #dropConnection(): void {
    const client = this.#client;
    this.#client = null;
    client?.connection.stream.destroy();
  }

  #wakeSoon(): void {
    if (this.#wakePlanned) return;
    this.#wakePlanned = true;
    setImmediate(() => {
      this.#wakePlanned = false;
      if (this.#stop.signal.aborted) return;
      for (const listener of this.#listeners) this.#call(listener);
    });
  }

  #call(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#options.log.error('A listener failed while it was woken', { error });
    }
  }
}

function newPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
