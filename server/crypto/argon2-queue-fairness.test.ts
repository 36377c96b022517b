import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openLab } from './testing/argon2-queue-lab.ts';

/** Numbers that look drawn and are the same in every run (a linear congruence over 2^32). */
function repeatable(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

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
