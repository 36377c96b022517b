import type { DataSource } from 'typeorm';
import { LookOut } from '../database/look-out.ts';
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
  private readonly lookOut: LookOut;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    wakeUp: WakeUp,
    private readonly table: SessionTable,
    /** SQL about the session `s`: a further condition for it to stay. */
    private readonly staysWhile = 'true',
  ) {
    this.lookOut = new LookOut(wakeUp, () => this.endThoseGone());
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
    this.lookOut.close();
    this.watched.clear();
  }

  private async endThoseGone(): Promise<void> {
    if (this.watched.size === 0) return;
    const gone = await this.dataSource.query<{ key: string }[]>(
      `SELECT watched.key FROM unnest($1::text[]) AS watched(key) WHERE NOT EXISTS (
         SELECT FROM ${this.table} s
         WHERE s.token_hash = decode(watched.key, 'hex') AND s.idle_until > $2 AND s.ends_at > $2
           AND (${this.staysWhile}))`,
      [[...this.watched.keys()], this.clock.now()],
    );
    for (const { key } of gone) {
      const callbacks = this.watched.get(key);
      this.watched.delete(key);
      for (const ended of callbacks ?? []) ended();
    }
  }
}
