import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { sqlStateOf } from './database-unavailable.ts';

const MOST_TRIES = 5;
const FIRST_PAUSE = 10; // 10 milliseconds, doubled after each try and drawn at random below that
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/**
 * Runs `work` in one transaction and resolves after its COMMIT.
 *
 * Where PostgreSQL undid the transaction because of another one (serialization failure, deadlock), it is run again,
 * five times at most: `work` must touch nothing but the database through the manager that it is handed. Every other error goes
 * on as it is, a connection lost during COMMIT included: then nobody knows whether it was committed, and only the
 * client's idempotency key can tell.
 *
 * @throws whatever `work` throws, after a ROLLBACK.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await dataSource.transaction(async (manager) => {
        const last: (() => Promise<void>)[] = [];
        endings.set(manager, last);
        const result = await work(manager);
        for (const task of last) await task();
        return result;
      });
    } catch (error) {
      if (tries >= MOST_TRIES || !wasUndoneByAnother(error)) throw error;
      await delay(Math.random() * FIRST_PAUSE * 2 ** tries);
    }
  }
}

/**
 * Has `task` run in the caller's transaction after everything else, right before its COMMIT. For what takes a lock that
 * every other writer waits for: taken last it is held for a moment, and no order of locks can become a circle.
 *
 * @throws {TypeError} the manager is none that `inTransaction` handed out: without COMMIT the task would never run.
 */
export function beforeCommit(manager: EntityManager, task: () => Promise<void>): void {
  const last = endings.get(manager);
  if (!last) throw new TypeError('This is no transaction of inTransaction');
  last.push(task);
}

/** What is still to be done before the COMMIT of each transaction. */
const endings = new WeakMap<EntityManager, (() => Promise<void>)[]>();

function wasUndoneByAnother(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}
