import type pg from 'pg';
import { BareSubmit } from './bare-submit.ts';
import { type LoadResult, runLoad } from './load.ts';
import { submit } from './reports.ts';
import { cpuMsBetween } from './server-process.ts';
import { addressOf, type Stage } from './stage.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { WireConnection } from './wire-connection.ts';

const ROUNDS = 5;
const ROUND_MS = 1_200;
/** With the warm-up below the 10,000 reports that one process takes from all callers at once. */
const MOST_A_ROUND = 1_600;
const WARM_UP = { clients: 8, forMs: 2_500, atMost: 1_500 };

/** One stretch of load, and what it cost. */
export interface Stretch extends LoadResult {
  /** Bytes that the database wrote to its journal for each act. */
  readonly journalBytes: number;
  /** CPU of the server's process for each act, in milliseconds; null where it was not asked. */
  readonly cpuMs: number | null;
}

/** Rounds of the same three loads, one after another. */
export interface SubmitRounds {
  readonly clients: number;
  readonly server: readonly Stretch[];
  readonly bare: readonly Stretch[];
  readonly sealing: readonly Stretch[];
}

/** Middle and spread of one thing over the rounds. */
export function over(stretches: readonly Stretch[], pick: (stretch: Stretch) => number): Spread {
  return spreadOf(stretches.map(pick));
}

/** Middle and spread of the ratios of each round, so that a slow minute of the machine hits both sides. */
export function ratioOver(
  measured: readonly Stretch[],
  beside: readonly Stretch[],
  pick: (stretch: Stretch) => number,
): Spread {
  return spreadOf(measured.map((stretch, round) => pick(stretch) / pick(beside[round] as Stretch)));
}

/** Reports without messaging by so many connections, beside bare `pg`. */
export async function measureSubmits(stage: Stage, clients: number): Promise<SubmitRounds> {
  await stage.restart();
  const pool = await stage.openPool();
  const bare = new BareSubmit(pool, stage.setting, new Date().toISOString().slice(0, 10));
  const rounds = { server: [] as Stretch[], bare: [] as Stretch[], sealing: [] as Stretch[] };
  const load = { clients, forMs: ROUND_MS, atMost: MOST_A_ROUND };
  const loads: ((round: number) => Promise<void>)[] = [
    async () =>
      void rounds.bare.push(await stretch(pool, () => runLoad({ ...load, act: () => bare.plain() }))),
    async (round) => void rounds.server.push(await submitOver(stage, pool, load, round)),
    async () =>
      void rounds.sealing.push(await stretch(pool, () => runLoad({ ...load, act: () => bare.sealing() }))),
  ];
  try {
    await submitOver(stage, pool, WARM_UP, ROUNDS);
    await runLoad({ clients: 8, forMs: 800, atMost: MOST_A_ROUND, act: () => bare.sealing() });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let turn = 0; turn < loads.length; turn += 1) await loads[(round + turn) % loads.length]?.(round);
    }
  } finally {
    await pool.end();
  }
  return { clients, ...rounds };
}

/** Runs a stretch of load and reads off what it made the database write. */
export async function stretch(pool: pg.Pool, run: () => Promise<LoadResult>): Promise<Stretch> {
  const before = await journalPlace(pool);
  const result = await run();
  const written = (await journalPlace(pool)) - before;
  return { ...result, journalBytes: written / result.done, cpuMs: null };
}

async function submitOver(
  { server, setting }: Stage,
  pool: pg.Pool,
  load: { clients: number; forMs: number; atMost: number },
  group: number,
): Promise<Stretch> {
  const connections = await Promise.all(
    Array.from({ length: load.clients }, (_, client) =>
      WireConnection.open(server.publicPort, addressOf(group, client)),
    ),
  );
  const act = async (client: number) => submit(connections[client] as WireConnection, setting);
  try {
    const before = await server.usage();
    const result = await stretch(pool, () => runLoad({ ...load, act }));
    return { ...result, cpuMs: cpuMsBetween(before, await server.usage()) / result.done };
  } finally {
    for (const connection of connections) connection.close();
  }
}

async function journalPlace(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS bytes`,
  );
  return Number(rows[0]?.bytes);
}
