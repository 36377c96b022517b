import { setImmediate as nextTurn } from 'node:timers/promises';
import { Argon2Queue, Argon2QueueFull, type Argon2QueueOptions } from '../argon2-queue.ts';

/** One caller of the queue under test, and what became of it. */
export interface Job {
  name: string;
  lane: string;
  state: 'waiting' | 'running' | 'given' | 'failed' | 'refused';
  retryAfterSeconds?: number;
  finish: () => void;
  fail: () => void;
}

/** A queue whose derivations end when the test says so, and everybody who came to it. */
export function openLab(options: Argon2QueueOptions = {}) {
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
