import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../shared/log.ts';
import { PgBoss } from './safe-boss.ts';

/** Work that is done at fixed times, by one process of all. */
export interface Job {
  /** Letters, digits and hyphens; the name of its queue. */
  readonly name: string;
  /** When, as cron writes it, in UTC. A time at which no process runs is left out. */
  readonly cron: string;
  /**
   * Seconds until it counts as lost, because whoever did it is gone, and is done again. Until then it is not begun anew, also
   * not at its next time.
   */
  readonly within: number;
  /**
   * Does it. May be done again where it failed, and must not mind.
   *
   * @param signal the program ends, or the job will count as lost: come to an end soon, so that it never runs twice at once.
   */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/** What the scheduler needs. */
export interface JobsOptions {
  /** Connection string that does not lead through a pooler: the scheduler takes advisory locks. */
  readonly directUrl: string;
  readonly log: Log;
  /** Seconds between two looks; a job may begin three of them late. @default 20 // 20 seconds */
  readonly betweenLooks?: number;
}

/** A schema of its own, beside that of the program, so that no migration of either meets the other. */
const SCHEMA = 'jobs';
const CONNECTIONS = 2;
/** Any constant of our own; processes that begin on one database meet at it. */
const LOCK = 7_276_939;
const LOCK_WITHIN = '20s';
const TOLD_AFTER = 0.8; // of the time after which a job counts as lost
const RETRIES = 5;
const FIRST_RETRY = 60; // 60 seconds, doubled after each try
const STOP_WITHIN = 20_000; // 20 seconds

/**
 * Runs jobs at fixed times, each by one process of all, with pg-boss.
 *
 * What it keeps of a job is its name and its times, which are those of the clock on the wall: nothing is ever queued
 * because of what somebody did.
 */
export class Jobs {
  readonly #pool: pg.Pool;
  readonly #log: Log;
  readonly #betweenLooks: number;
  readonly #stop = new AbortController();
  #starting: Promise<PgBoss | null> = Promise.resolve(null);
  #stopped: Promise<void> | null = null;

  constructor({ directUrl, log, betweenLooks = 20 }: JobsOptions) {
    this.#log = log;
    this.#betweenLooks = betweenLooks;
    this.#pool = new pg.Pool({
      connectionString: directUrl,
      application_name: 'restante jobs',
      max: CONNECTIONS,
    });
    // Without a listener Node would end the program because of an idle connection that broke.
    this.#pool.on('error', () => undefined);
  }

  /** Makes what it needs in the database and begins. Tries again until the database lets it, or it is stopped. */
  async start(jobs: readonly Job[]): Promise<void> {
    this.#starting = this.#tryToStart(jobs);
    await this.#starting;
  }

  /** No further jobs; those that run come to an end, or are done again elsewhere. */
  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    this.#stop.abort();
    const boss = await this.#starting;
    await boss?.stop({ timeout: STOP_WITHIN });
    await this.#pool.end();
  }

  async #tryToStart(jobs: readonly Job[]): Promise<PgBoss | null> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        return await this.#inTurn(() => this.#begin(jobs));
      } catch (error) {
        this.#log.warn('The scheduler could not start; it tries again', { error });
        await delay(this.#betweenLooks * 1_000, undefined, { signal }).catch(() => undefined);
      }
    }
    return null;
  }

  /** One process after the other: several that make tables and queues at the same time end in a deadlock. */
  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const lock = await this.#pool.connect();
    lock.on('error', () => undefined);
    try {
      await lock.query(`SET lock_timeout = '${LOCK_WITHIN}'`);
      await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
      return await work();
    } finally {
      // The lock ends with its connection, also where that cannot be asked any more.
      lock.release(true);
    }
  }

  async #begin(jobs: readonly Job[]): Promise<PgBoss> {
    // One that failed to start stays half started for good, so each try has its own.
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.#pool.query(text, values) },
      schema: SCHEMA,
      cronMonitorIntervalSeconds: this.#betweenLooks,
      cronWorkerIntervalSeconds: this.#betweenLooks,
      // Looks for what counts as lost.
      maintenanceIntervalSeconds: 3 * this.#betweenLooks,
      archiveCompletedAfterSeconds: 3_600,
      archiveFailedAfterSeconds: 3_600,
      deleteAfterDays: 7,
    });
    boss.on('error', (error) => this.#log.warn('The scheduler has a problem; it tries again', { error }));
    await boss.start();
    try {
      await this.#plan(boss, jobs);
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
    return boss;
  }

  /** Takes nothing off the schedule: what this process does not do, for want of a mail server, another one may. */
  async #plan(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      const { name, cron, within } = job;
      const queue = {
        name,
        policy: 'singleton',
        expireInSeconds: within,
        retryLimit: RETRIES,
        retryDelay: FIRST_RETRY,
        retryBackoff: true,
      } as const;
      await boss.createQueue(name, queue);
      await boss.updateQueue(name, queue);
      await boss.work(name, { pollingIntervalSeconds: this.#betweenLooks }, () => this.#run(job));
      await boss.schedule(name, cron);
    }
  }

  async #run({ name, within, run }: Job): Promise<void> {
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(within * 1_000 * TOLD_AFTER)]);
    try {
      await run(signal);
    } catch (error) {
      this.#log.warn('A job failed; it is tried again', { error, part: name });
      // The scheduler stores what is thrown, and an error of the driver carries rows.
      throw new JobFailed();
    }
  }
}

class JobFailed extends Error {
  override readonly message = 'failed';
}
