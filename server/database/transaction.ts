import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { sqlStateOf } from './database-unavailable.ts';

const MOST_TRIES = 5;
const FIRST_PAUSE = 10; // 10 milliseconds, doubled after each try and drawn at random below that

/**
 * How every transaction begins, in one message.
 *
 * A process that is frozen or cut off in the middle of a transaction keeps its locks, and there is one that every report
 * waits for. So PostgreSQL ends a transaction that says nothing for 30 seconds; ours never pause for one. Whoever waits for
 * a lock waits longer than that, and gets it then, and longer than an honest one is held: of somebody with ten thousand
 * cases who leaves about eight seconds, and one more for each colleague who stays. Set here and not when a connection
 * opens, because a pooler in transaction mode refuses such parameters or hands them to others.
 */
const BEGIN = `START TRANSACTION;
  SET LOCAL idle_in_transaction_session_timeout = '30s'; SET LOCAL lock_timeout = '45s'`;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/**
 * What may stand for `$1`. Nothing that the driver could fail to write: it would leave the statement out, and a COMMIT
 * sent behind it would commit the others.
 */
export type StatementValue = string | number | boolean | Buffer | null | readonly (string | Buffer)[];

/** What is sent to the database: text with `$1`, `$2` …, and what stands for those. */
export interface Statement {
  readonly text: string;
  readonly values: readonly StatementValue[];
}

/**
 * Runs `work` in one transaction and resolves after its COMMIT.
 *
 * Where PostgreSQL undid the transaction because of another one (serialization failure, deadlock), it is run again,
 * five times at most: `work` must touch nothing but the database through the manager that it is handed. Every other error goes
 * on as it is, a connection lost during COMMIT included: then nobody knows whether it was committed, and only the
 * client's idempotency key can tell.
 *
 * Statements that do not need one another's answer may be sent together: see `together` and `withCommit`. A statement waits
 * for a lock for 45 seconds at most, and PostgreSQL ends a transaction that is silent for 30: both count as unavailable.
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
    const begun = connection.query(BEGIN);
    // Where the database ends the connection, this one fails before those that wait behind it, through which it comes out.
    begun.catch(() => undefined);
    try {
      const ending: Ending = { tasks: [], statements: [] };
      endings.set(runner.manager, ending);
      const result = await work(runner.manager);
      for (const task of ending.tasks) await task();
      const sent = ending.statements.map(({ text, values }) => connection.query(text, [...values]));
      const answers = await together([begun, ...sent, connection.query('COMMIT')]);
      // PostgreSQL answers the COMMIT of a transaction in which something failed without an error, and undoes it.
      if (answers.at(-1)?.command !== 'COMMIT') throw new Error('What was to be committed was undone');
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

/**
 * Waits for work that was begun in one transaction without waiting for one another's answers, such as statements that
 * are sent together. PostgreSQL runs them in the order in which they were asked for.
 *
 * @throws what the first of them that failed threw, once all have ended: none runs on into the ROLLBACK.
 */
export async function together<Results extends readonly unknown[]>(
  begun: readonly [...{ readonly [Index in keyof Results]: Promise<Results[Index]> | Results[Index] }],
): Promise<Results> {
  await Promise.allSettled(begun);
  return (await Promise.all(begun)) as unknown as Results;
}

/**
 * Has statements sent in the caller's transaction after everything else, together with its COMMIT: a way to the database
 * and back less, and locks that are held for as much shorter. In the order in which they were handed over.
 *
 * Nobody looks at what they answer. What must not be committed has to fail: then all is undone, and `inTransaction`
 * throws what the first of them that failed threw.
 *
 * @throws {TypeError} the manager is none that `inTransaction` handed out: without COMMIT they would never be sent.
 */
export function withCommit(manager: EntityManager, statements: readonly (Statement | null)[]): void {
  endingOf(manager).statements.push(...statements.filter((statement) => statement !== null));
}

/**
 * Has `task` run in the caller's transaction after everything else, right before its COMMIT and what is sent with that. For what takes a lock that
 * every other writer waits for: taken last it is held for a moment, and no order of locks can become a circle.
 *
 * @throws {TypeError} the manager is none that `inTransaction` handed out: without COMMIT the task would never run.
 */
export function beforeCommit(manager: EntityManager, task: () => Promise<void>): void {
  endingOf(manager).tasks.push(task);
}

/** What is still to be done in a transaction, the tasks first. */
interface Ending {
  readonly tasks: (() => Promise<void>)[];
  readonly statements: Statement[];
}

const endings = new WeakMap<EntityManager, Ending>();

function endingOf(manager: EntityManager): Ending {
  const ending = endings.get(manager);
  if (!ending) throw new TypeError('This is no transaction of inTransaction');
  return ending;
}

function wasUndoneByAnother(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}
