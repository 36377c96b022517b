import type pg from 'pg';
import { BareSubmit } from './bare-submit.ts';
import { runLoad } from './load.ts';
import { submit } from './reports.ts';
import { type Rounds, type Stretch, stretch } from './rounds.ts';
import { cpuMsBetween } from './server-process.ts';
import { addressOf, type Stage } from './stage.ts';
import { WireConnection } from './wire-connection.ts';

const ROUNDS = 5;
const ROUND_MS = 1_200;
/** With the warm-up below the 10,000 reports that one process takes from all callers at once. */
const MOST_A_ROUND = 1_350;
const WARM_UP = { clients: 8, forMs: 5_000, atMost: 3_000 };

/** Rounds of the same three loads, one after another. */
export interface SubmitRounds {
  readonly clients: number;
  readonly server: Rounds;
  readonly bare: Rounds;
  readonly sealing: Rounds;
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
