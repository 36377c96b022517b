import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Argon2Queue, Argon2QueueFull, type Argon2QueueOptions } from './argon2-queue.ts';
import { openLab } from './testing/argon2-queue-lab.ts';

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
