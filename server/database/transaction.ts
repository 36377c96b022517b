import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
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
 * Statements that do not wait for one another may be sent together: PostgreSQL runs them in the order in which `work`
 * asked, and each that was asked for has to be awaited.
 *
 * @throws whatever `work` throws, after a ROLLBACK.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(dataSource, work);
    } catch (error) {
      if (tries >= MOST_TRIES || !wasUndoneByAnother(error)) throw error;
      await delay(Math.random() * FIRST_PAUSE * 2 ** tries);
    }
  }
}

async function attempt<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    const connection: pg.PoolClient = await runner.connect();
    // Sent together with the first statement of `work`: a way to the database and back is a fifth of a report's cost.
    const begun = connection.query('START TRANSACTION');
    try {
      const result = await work(runner.manager);
      await begun;
      await connection.query('COMMIT');
      return result;
    } catch (error) {
      // Where this fails the connection is broken, and PostgreSQL has undone everything by itself.
      await Promise.allSettled([begun, connection.query('ROLLBACK')]);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

function wasUndoneByAnother(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}
