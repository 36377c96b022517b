import type { DataSource } from 'typeorm';
import type { WakeUp } from '../database/wake-up.ts';
import type { Clock } from '../shared/clock.ts';

/** The two tables that sessions stand in; both have `token_hash`, `idle_until` and `ends_at`. */
export type SessionTable = 'reporter_session' | 'staff_session';

/**
 * Tells open sockets when their session has ended, in whichever process it was ended.
 *
 * Looks on every wake-up, with one statement for all sockets of this process.
 */
export class SessionWatch {
  private readonly watched = new Map<string, Set<() => void>>();
  private looking = false;
  private lookAgain = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    wakeUp: WakeUp,
    private readonly table: SessionTable,
  ) {
    this.stopListening = wakeUp.onWake(() => void this.look());
  }

  /**
   * Calls `ended` once when the session is over.
   *
   * @returns stops watching; may be called more than once.
   */
  watch(sessionHash: Buffer, ended: () => void): () => void {
    const key = sessionHash.toString('hex');
    const callbacks = this.watched.get(key) ?? new Set();
    callbacks.add(ended);
    this.watched.set(key, callbacks);
    return () => {
      callbacks.delete(ended);
      if (callbacks.size === 0 && this.watched.get(key) === callbacks) this.watched.delete(key);
    };
  }

  /** Stops looking. */
  close(): void {
    this.stopListening();
    this.watched.clear();
  }

  private async look(): Promise<void> {
    this.lookAgain = true;
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.lookAgain && this.watched.size > 0) {
        this.lookAgain = false;
        await this.endThoseGone();
      }
    } catch {
      // The database is away: the next wake-up comes at the latest after 5 s.
    } finally {
      this.looking = false;
    }
  }

  private async endThoseGone(): Promise<void> {
    const keys = [...this.watched.keys()];
    const alive = await this.dataSource.query<{ token_hash: Buffer }[]>(
      `SELECT token_hash FROM ${this.table} WHERE token_hash = ANY($1) AND idle_until > $2 AND ends_at > $2`,
      [keys.map((key) => Buffer.from(key, 'hex')), this.clock.now()],
    );
    const aliveKeys = new Set(alive.map((row) => row.token_hash.toString('hex')));
    for (const key of keys) {
      if (aliveKeys.has(key)) continue;
      const callbacks = this.watched.get(key);
      this.watched.delete(key);
      for (const ended of callbacks ?? []) ended();
    }
  }
}
