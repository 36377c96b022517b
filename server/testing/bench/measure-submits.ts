import { BareSubmit } from './bare-submit.ts';
import { type LoadResult, runLoad } from './load.ts';
import { submit } from './reports.ts';
import { Meter, type Rounds, type Stretch } from './rounds.ts';
import type { Stage } from './stage.ts';
import { withConnections } from './with-connections.ts';

const ROUNDS = 5;
const ROUND_MS = 1_200;
/** With the warm-up below the 10,000 reports that one process takes from all callers at once. */
const MOST_A_ROUND = 1_350;
/** Until then the compiler takes more than the reports do. */
const WARM_UP = { clients: 8, forMs: 15_000, atMost: 3_000 };

interface SubmitLoad {
  readonly clients: number;
  readonly forMs: number;
  readonly atMost: number;
}

/** Rounds of the same three loads, one after another. */
export interface SubmitRounds {
  readonly clients: number;
  readonly server: Rounds;
  readonly bare: Rounds;
  readonly sealing: Rounds;
}

/** Reports without messaging by so many connections, beside bare `pg`. */
export async function measureSubmits(stage: Stage, clients: number): Promise<SubmitRounds> {
  await stage.restart(`reports by ${clients}`);
  const pool = await stage.openPool();
  const meter = new Meter(pool, await stage.postmaster());
  const bare = new BareSubmit(pool, stage.setting, new Date().toISOString().slice(0, 10));
  await bare.prepare();
  const load = { clients, forMs: ROUND_MS, atMost: MOST_A_ROUND };
  const rounds = { server: [] as Stretch[], bare: [] as Stretch[], sealing: [] as Stretch[] };
  const turns: ((round: number) => Promise<unknown>)[] = [
    async () => rounds.bare.push(await meter.measure(() => runLoad({ ...load, act: () => bare.plain() }))),
    async (round) =>
      rounds.server.push(
        await meter.measure(
          () => submitOver(stage, load, round),
          () => stage.server.cpuMs(),
        ),
      ),
    async () =>
      rounds.sealing.push(await meter.measure(() => runLoad({ ...load, act: () => bare.sealing() }))),
  ];
  try {
    await submitOver(stage, WARM_UP, ROUNDS);
    await runLoad({ clients: 8, forMs: 800, atMost: MOST_A_ROUND, act: () => bare.sealing() });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let turn = 0; turn < turns.length; turn += 1) await turns[(round + turn) % turns.length]?.(round);
    }
  } finally {
    await pool.end();
  }
  return { clients, ...rounds };
}

async function submitOver(stage: Stage, load: SubmitLoad, round: number): Promise<LoadResult> {
  return await withConnections(stage.server, load.clients, round, (connectionOf) =>
    runLoad({ ...load, act: (client) => submit(connectionOf(client), stage.setting) }),
  );
}
