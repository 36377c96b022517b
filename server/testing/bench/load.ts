import { percentile } from './statistics.ts';

/** One stretch of load from clients that each wait for an answer before they ask again. */
export interface Load {
  /** Clients at the same time. */
  readonly clients: number;
  /** How long new acts are begun, in milliseconds. */
  readonly forMs: number;
  /** Acts after which none is begun any more, however much time is left. */
  readonly atMost: number;
  /** One act of one client, counted from 0. Throws where it was not done. */
  readonly act: (client: number) => Promise<unknown>;
}

/** What came of it. Times in milliseconds. */
export interface LoadResult {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs one stretch of load. @throws what an act throws: a refused act would make the rest look fast. */
export async function runLoad({ clients, forMs, atMost, act }: Load): Promise<LoadResult> {
  const tookMs: number[] = [];
  const startedAt = performance.now();
  const deadline = startedAt + forMs;
  let begun = 0;
  const runClient = async (client: number) => {
    while (begun < atMost && performance.now() < deadline) {
      begun += 1;
      const before = performance.now();
      await act(client);
      tookMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => runClient(client)));
  return {
    done: tookMs.length,
    perSecond: (tookMs.length / (performance.now() - startedAt)) * 1_000,
    p50: percentile(tookMs, 50),
    p99: percentile(tookMs, 99),
  };
}
