import type pg from 'pg';
import type { LoadResult } from './load.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** One stretch of load, and what it cost. */
export interface Stretch extends LoadResult {
  /** Bytes that the database wrote to its journal for each act. */
  readonly journalBytes: number;
  /** CPU of the server's process for each act, in milliseconds; null where it was not asked. */
  readonly cpuMs: number | null;
}

/** The rounds of one load, in the order in which they were run. */
export type Rounds = readonly Stretch[];

/** Runs a stretch of load and reads off what it made the database write. */
export async function stretch(pool: pg.Pool, run: () => Promise<LoadResult>): Promise<Stretch> {
  const before = await journalPlace(pool);
  const result = await run();
  const written = (await journalPlace(pool)) - before;
  return { ...result, journalBytes: written / result.done, cpuMs: null };
}

/** Middle and spread of one thing over the rounds. */
export function over(rounds: Rounds, pick: (stretch: Stretch) => number): Spread {
  return spreadOf(rounds.map(pick));
}

/** Middle and spread of the ratios of each round, so that a slow minute of the machine hits both sides. */
export function ratioOver(measured: Rounds, beside: Rounds, pick: (stretch: Stretch) => number): Spread {
  return spreadOf(measured.map((stretch, round) => pick(stretch) / pick(beside[round] as Stretch)));
}

async function journalPlace(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS bytes`,
  );
  return Number(rows[0]?.bytes);
}
