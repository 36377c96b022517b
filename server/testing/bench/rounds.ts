import type pg from 'pg';
import { databaseCpuMs } from './database-cpu.ts';
import type { LoadResult } from './load.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** One stretch of load, and what each act of it cost. */
export interface Stretch extends LoadResult {
  /** Bytes that the database wrote to its journal. */
  readonly journalBytes: number;
  /** CPU of PostgreSQL, in milliseconds. */
  readonly databaseCpuMs: number;
  /** CPU of the process that ran the load, in milliseconds. */
  readonly clientCpuMs: number;
  /** CPU of the program's process, in milliseconds; 0 where it had no part in it. */
  readonly serverCpuMs: number;
}

/** The rounds of one load, in the order in which they were run. */
export type Rounds = readonly Stretch[];

/** Reads off what stretches of load cost. */
export class Meter {
  /** @param postmaster first process of PostgreSQL. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly postmaster: number,
  ) {}

  /** Runs a stretch of load. @param serverCpu milliseconds that the program has taken so far. */
  async measure(
    run: () => Promise<LoadResult>,
    serverCpu: () => Promise<number> = async () => 0,
  ): Promise<Stretch> {
    const before = await this.look(serverCpu);
    const result = await run();
    const after = await this.look(serverCpu);
    const each = (name: keyof typeof before) => (after[name] - before[name]) / result.done;
    return {
      ...result,
      journalBytes: each('journalBytes'),
      databaseCpuMs: each('databaseCpuMs'),
      clientCpuMs: each('clientCpuMs'),
      serverCpuMs: each('serverCpuMs'),
    };
  }

  private async look(serverCpu: () => Promise<number>) {
    const own = process.cpuUsage();
    const { rows } = await this.pool.query<{ bytes: string }>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS bytes`,
    );
    return {
      journalBytes: Number(rows[0]?.bytes),
      databaseCpuMs: await databaseCpuMs(this.postmaster),
      clientCpuMs: (own.user + own.system) / 1_000,
      serverCpuMs: await serverCpu(),
    };
  }
}

/** Middle and spread of one thing over the rounds. */
export function over(rounds: Rounds, pick: (stretch: Stretch) => number): Spread {
  return spreadOf(rounds.map(pick));
}

/** Middle and spread of the ratios of each round, so that a slow minute of the machine hits both sides. */
export function ratioOver(measured: Rounds, beside: Rounds, pick: (stretch: Stretch) => number): Spread {
  return spreadOf(measured.map((stretch, round) => pick(stretch) / pick(beside[round] as Stretch)));
}
