import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Argon2Queue, Argon2QueueFull, type Argon2QueueOptions } from './argon2-queue.ts';

interface Job {
  name: string;
  lane: string;
  state: 'waiting' | 'running' | 'given' | 'failed' | 'refused';
  retryAfterSeconds?: number;
  finish: () => void;
  fail: () => void;
}

/** A queue whose derivations end when the test says so. */
function openLab(options: Argon2QueueOptions = {}) {
  const queue = new Argon2Queue(options);
  const jobs: Job[] = [];
  const startedInOrder: string[] = [];

  function arrive(lane: string, name = `${lane}${jobs.length}`): Job {
    const job: Job = { name, lane, state: 'waiting', finish: () => {}, fail: () => {} };
    jobs.push(job);
    const derive = () => {
      job.state = 'running';
      startedInOrder.push(name);
      return new Promise<string>((resolve, reject) => {
        job.finish = () => resolve(name);
        job.fail = () => reject(new Error(`no memory for ${name}`));
      });
    };
    queue.run(lane, derive).then(
      (given) => {
        job.state = given === name ? 'given' : 'waiting';
      },
      (error: unknown) => {
        job.state = error instanceof Argon2QueueFull ? 'refused' : 'failed';
        if (error instanceof Argon2QueueFull) job.retryAfterSeconds = error.retryAfterSeconds;
      },
    );
    return job;
  }

  const inState = (state: Job['state']) => jobs.filter((job) => job.state === state);

  async function finishOne(): Promise<void> {
    inState('running')[0]?.finish();
    await nextTurn();
  }

  async function finishAll(): Promise<void> {
    while (inState('running').length > 0) await finishOne();
  }

  return { queue, jobs, startedInOrder, arrive, inState, finishOne, finishAll };
}

/** Numbers that look drawn and are the same in every run (a linear congruence over 2^32). */
function repeatable(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('Argon2Queue', () => {
  it('runs two at once, keeps 32 waiting and refuses the next, when not told otherwise', async () => {
    const lab = openLab();

    for (let i = 0; i < 35; i += 1) lab.arrive('a');
    await nextTurn();

    expect(lab.inState('running')).toHaveLength(2);
    expect(lab.inState('waiting')).toHaveLength(32);
    expect(lab.inState('refused')).toHaveLength(1);
    expect(lab.queue.runs).toBe(2);
  });

  it('gives each caller what its own derivation gave, or what it threw', async () => {
    const queue = new Argon2Queue({ atOnce: 1 });

    const answers = await Promise.allSettled([
      queue.run('a', async () => 1),
      queue.run('a', async () => Promise.reject(new Error('second'))),
      queue.run('b', () => {
        throw new Error('third, at once');
      }),
      queue.run('b', async () => 'four'),
    ]);

    expect(answers).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('second') },
      { status: 'rejected', reason: new Error('third, at once') },
      { status: 'fulfilled', value: 'four' },
    ]);
    expect(queue.runs).toBe(4);
  });

  it('holds for every order of arrivals, ends and failures: bounded, never idle, nothing lost', async () => {
    const arrival = fc.record({
      act: fc.constant('arrive' as const),
      lane: fc.constantFrom('a', 'b', 'c', 'd'),
    });
    const end = fc.record({
      act: fc.constantFrom('finish' as const, 'fail' as const),
      which: fc.nat({ max: 9 }),
    });
    const course = fc.array(fc.oneof({ weight: 3, arbitrary: arrival }, { weight: 2, arbitrary: end }), {
      maxLength: 80,
    });

    await fc.assert(
      fc.asyncProperty(
        course,
        fc.integer({ min: 1, max: 3 }),
        fc.nat({ max: 6 }),
        async (acts, atOnce, waiting) => {
          const lab = openLab({ atOnce, waiting });

          for (const step of acts) {
            if (step.act === 'arrive') lab.arrive(step.lane);
            else {
              const running = lab.inState('running');
              running[step.which % Math.max(1, running.length)]?.[step.act]();
            }
            await nextTurn();

            expect(lab.inState('running').length).toBeLessThanOrEqual(atOnce);
            expect(lab.inState('waiting').length).toBeLessThanOrEqual(waiting);
            if (lab.inState('waiting').length > 0) expect(lab.inState('running')).toHaveLength(atOnce);
          }
          await lab.finishAll();

          const settled = ['given', 'failed', 'refused'] as const;
          expect(settled.flatMap((state) => lab.inState(state))).toHaveLength(lab.jobs.length);
          expect(new Set(lab.startedInOrder).size).toBe(lab.startedInOrder.length);
          expect(lab.queue.runs).toBe(lab.jobs.length - lab.inState('refused').length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses nobody while a place is free', async () => {
    const lab = openLab({ atOnce: 2, waiting: 4 });

    for (let round = 0; round < 50; round += 1) {
      while (lab.inState('waiting').length < 4) lab.arrive(`lane ${round % 3}`);
      await lab.finishOne();
    }

    expect(lab.inState('refused')).toEqual([]);
  });
});

describe('Argon2Queue, between lanes', () => {
  it('serves lanes in turn, and within a lane the oldest first', async () => {
    const lab = openLab({ atOnce: 1 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) lab.arrive(name.charAt(0), name);

    await lab.finishAll();

    expect(lab.startedInOrder).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('lets a newcomer into a queue that one lane has filled, at the cost of the newest of that lane', async () => {
    const lab = openLab();
    for (let i = 0; i < 34; i += 1) lab.arrive('storm', `storm ${i}`);

    const guest = lab.arrive('guest');
    await nextTurn();

    expect(guest.state).toBe('waiting');
    expect(lab.inState('refused').map(({ name }) => name)).toEqual(['storm 33']);
  });

  it('starts that newcomer after two derivations at most, however long the storm goes on', async () => {
    const lab = openLab();
    for (let i = 0; i < 34; i += 1) lab.arrive('storm');
    const guest = lab.arrive('guest');

    for (let i = 0; i < 100; i += 1) lab.arrive('storm');
    await lab.finishOne();
    for (let i = 0; i < 100; i += 1) lab.arrive('storm');
    await lab.finishOne();

    expect(guest.state).toBe('running');
  });

  it('never lets one lane be served twice while another one waits, whatever arrives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', 'end'), { maxLength: 60 }), async (acts) => {
        const lab = openLab({ atOnce: 1, waiting: 8 });
        const passedOver = new Map<string, number>();

        for (const act of acts) {
          const waitingBefore = new Set(lab.inState('waiting').map(({ lane }) => lane));
          const startedBefore = lab.startedInOrder.length;
          if (act === 'end') await lab.finishOne();
          else lab.arrive(act);
          await nextTurn();

          const served = lab.startedInOrder.slice(startedBefore).map((name) => name.charAt(0));
          for (const lane of ['a', 'b', 'c']) {
            if (served.includes(lane) || !waitingBefore.has(lane)) passedOver.set(lane, 0);
            else passedOver.set(lane, (passedOver.get(lane) ?? 0) + served.length);
            expect(passedOver.get(lane)).toBeLessThanOrEqual(2);
          }
        }
      }),
    );
  });

  it('takes no place from a lane that holds no more than the newcomer’s own', async () => {
    const lab = openLab({ atOnce: 1, waiting: 4, randomBelow: () => 0 });
    for (const lane of ['a', 'a', 'a', 'b', 'b']) lab.arrive(lane);

    const third = lab.arrive('b');
    await nextTurn();

    expect(lab.inState('refused').map(({ lane }) => lane)).toEqual(['b']);
    expect(third.state).toBe('waiting');
    expect(lab.inState('waiting').filter(({ lane }) => lane === 'a')).toHaveLength(2);
  });

  it('chooses by chance among lanes that are equally full, so that nobody can aim at one', async () => {
    const displaced = new Set<string>();

    for (let choice = 0; choice < 4; choice += 1) {
      const lab = openLab({ atOnce: 1, waiting: 4, randomBelow: () => choice });
      for (const lane of ['running', 'a', 'b', 'c', 'd']) lab.arrive(lane, lane);
      lab.arrive('newcomer');
      await nextTurn();
      for (const { name } of lab.inState('refused')) displaced.add(name);
    }

    expect([...displaced].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('Argon2Queue, within one lane', () => {
  it('lets chance choose among those who wait and the newcomer, each as likely', async () => {
    const refused: string[] = [];
    const limits = new Set<number>();

    for (let choice = 0; choice < 5; choice += 1) {
      const randomBelow = (limit: number) => {
        limits.add(limit);
        return choice;
      };
      const lab = openLab({ atOnce: 1, waiting: 4, randomBelow });
      for (let i = 0; i < 6; i += 1) lab.arrive('a', `a${i}`);
      await nextTurn();
      refused.push(...lab.inState('refused').map(({ name }) => name));
    }

    expect(refused).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(limits).toEqual(new Set([5]));
  });

  it('never shuts out one who knocks again among a storm from the same address', async () => {
    const tries: number[] = [];

    for (let seed = 1; seed <= 20; seed += 1) {
      const lab = openLab({ randomBelow: repeatable(seed) });
      for (let i = 0; i < 40; i += 1) lab.arrive('proxy');
      let knock = lab.arrive('proxy');
      let count = 1;
      while (knock.state !== 'given' && count < 500) {
        for (let i = 0; i < 10; i += 1) lab.arrive('proxy'); // ten times what can be served
        await lab.finishOne();
        if (knock.state === 'running') knock.finish();
        await nextTurn();
        if (knock.state === 'refused') {
          knock = lab.arrive('proxy');
          count += 1;
        }
      }
      tries.push(knock.state === 'given' ? count : Number.POSITIVE_INFINITY);
    }

    // A tenth of all get through, so 100 refusals in a row happen once in 38,000 runs; the seeds are fixed.
    expect(Math.max(...tries)).toBeLessThan(100);
  });
});

describe('Argon2QueueFull', () => {
  it('says when to try again: what runs and waits, by the time that derivations took', async () => {
    let now = 0;
    const lab = openLab({ atOnce: 2, waiting: 10, elapsed: () => now });
    for (let i = 0; i < 40; i += 1) {
      lab.arrive('a');
      now += 2_000;
      await lab.finishOne();
    }

    for (let i = 0; i < 12; i += 1) lab.arrive('a');
    lab.arrive('a');
    await nextTurn();

    // 12 ahead, two at once, two seconds each
    expect(lab.inState('refused').map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual([12]);
  });

  it('never says less than a second, nor more than a minute after the machine stood still', async () => {
    let now = 0;
    const lab = openLab({ atOnce: 1, waiting: 0, elapsed: () => now });

    lab.arrive('a');
    const early = lab.arrive('a');
    now += 86_400_000;
    await lab.finishOne();
    lab.arrive('a');
    const late = lab.arrive('a');
    await nextTurn();

    expect([early.retryAfterSeconds, late.retryAfterSeconds]).toEqual([1, 60]);
  });

  it('is thrown at once where nobody may wait', async () => {
    const queue = new Argon2Queue({ atOnce: 1, waiting: 0 });
    const first = queue.run('a', async () => 'first');

    await expect(queue.run('b', async () => 'second')).rejects.toThrow(Argon2QueueFull);
    await expect(first).resolves.toBe('first');
    await expect(queue.run('b', async () => 'third')).resolves.toBe('third');
  });

  it('holds no lane', () => {
    expect(new Argon2QueueFull(3).message).toBe('Too many derivations are waiting');
  });

  it.each<Argon2QueueOptions>([{ atOnce: 0 }, { atOnce: 1.5 }, { waiting: -1 }, { waiting: Number.NaN }])(
    'needs a queue that can work: %j is refused',
    (options) => {
      expect(() => new Argon2Queue(options)).toThrow(RangeError);
    },
  );
});
