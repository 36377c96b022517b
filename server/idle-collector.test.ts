import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IdleCollector } from './idle-collector.ts';
import { eventually } from './testing/eventually.ts';

const WORTH_IT = 16_777_216; // 16 MiB
/** Twice as much as is worth a collection. */
const NUMBERS = (2 * WORTH_IT) / 8;
/** Milliseconds. V8 collects by itself in a program that has rested for eight seconds. */
const BEFORE_V8 = 6_000;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

describe('IdleCollector', () => {
  // What other tests of this process left would be taken away by itself while something is left here, and hide it.
  beforeEach(() => collectGarbage());

  it('collects what nobody uses any more once the program rests, and not before', async () => {
    const collector = new IdleCollector();
    const garbage = leave();
    await untilNextTurn();

    work();
    collector.look();
    await untilNextTurn();
    expect(garbage.deref()).toBeDefined();

    await eventually(() => {
      collector.look();
      return garbage.deref() === undefined;
    });
  });

  it('collects buffers, which lie outside of the heap', async () => {
    const collector = new IdleCollector();
    const garbage = new WeakRef(Buffer.alloc(2 * WORTH_IT, 1));

    await eventually(() => {
      collector.look();
      return garbage.deref() === undefined;
    });
  });

  it('counts from what is left after V8 collected by itself', async () => {
    Buffer.alloc(4 * WORTH_IT, 1);
    const collector = new IdleCollector();
    collectGarbage();
    collector.look();

    const garbage = new WeakRef(Buffer.alloc(2 * WORTH_IT, 1));

    await eventually(() => {
      collector.look();
      return garbage.deref() === undefined;
    }, BEFORE_V8);
  });

  it('leaves little where it is', async () => {
    const collector = new IdleCollector();
    const little = new WeakRef(Array.from({ length: 100_000 }, Math.random));
    let looks = 0;

    await eventually(() => {
      collector.look();
      looks += 1;
      return looks > 20;
    });

    expect(little.deref()).toBeDefined();
  });

  it('looks by itself', async () => {
    const collector = new IdleCollector();
    const garbage = leave();

    collector.start(10);

    await eventually(() => garbage.deref() === undefined);
    collector.stop();
  });
});

function leave(): WeakRef<object> {
  return new WeakRef(Array.from({ length: NUMBERS }, (_, index) => index + 0.5));
}

/** More than a twentieth of the time since a collector was made. */
function work(): void {
  const until = performance.now() + 100;
  while (performance.now() < until);
}

/** What a WeakRef gave out stays until then. */
async function untilNextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Buffers that one run found are counted as gone by the next one. */
function collectGarbage(): void {
  gc();
  gc();
}
