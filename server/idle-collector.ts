import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often it looks, in milliseconds. */
const LOOK_EVERY = 10_000; // 10 seconds

/** Share of the time since the last look that the event loop may have worked. */
const AT_REST = 0.05;

/** Bytes that must have been used on top of what was left last time. */
const WORTH_IT = 16_777_216; // 16 MiB

const RUNS = 3;

/**
 * Collects garbage once the program comes to rest after work.
 *
 * By itself V8 collects when it needs room, which on a quiet night is never: what was opened for a caseworker would lie in
 * memory until morning, and so would all that ten thousand closed connections have left. It takes about a quarter of a second,
 * in which nobody is answered, so it waits for a time in which hardly anybody asks.
 */
export class IdleCollector {
  /** Made when it is needed first: it takes memory itself. */
  private collect: (() => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private worked: EventLoopUtilization = performance.eventLoopUtilization();
  private left = bytesInUse();

  /** Looks again and again. @param every how often, in milliseconds. @default 10 seconds */
  start(every = LOOK_EVERY): void {
    this.timer = setInterval(() => this.look(), every).unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Collects where the program has rested since the last look and there is something to collect. */
  look(): void {
    const worked = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(worked, this.worked);
    this.worked = worked;
    // V8 may have taken away, while it worked, what had not been collected when this was counted last.
    this.left = Math.min(this.left, bytesInUse());
    if (utilization > AT_REST || bytesInUse() < this.left + WORTH_IT) return;
    this.collect ??= collector();
    // What the first run finalises, closed sockets above all, only a second one can take away, and only a third one gives the
    // room back.
    for (let run = 0; run < RUNS; run += 1) this.collect();
    this.left = bytesInUse();
  }
}

/** Buffers lie outside of the heap, and hold what was read for a search, sealed and opened. */
function bytesInUse(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}

/** V8 hands its collector out to contexts that are made after this flag was set. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
