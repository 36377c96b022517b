import PgBoss from 'pg-boss';
import type { Log } from '../shared/log.ts';

/** Work that is done at fixed times, by one process of all. */
export interface Job {
  /** Letters, digits and hyphens; the name of its queue. */
  readonly name: string;
  /** When, as cron writes it, in UTC. A time at which no process runs is left out. */
  readonly cron: string;
  /**
   * Does it. May be done again where it failed, and must not mind.
   *
   * @param signal the program ends: come to an end soon.
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
const LONGEST_RUN = 60; // 60 minutes until a job counts as lost and is done again
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
  readonly #boss: PgBoss;
  readonly #log: Log;
  readonly #betweenLooks: number;
  readonly #stop = new AbortController();

  constructor({ directUrl, log, betweenLooks = 20 }: JobsOptions) {
    this.#log = log;
    this.#betweenLooks = betweenLooks;
    this.#boss = new PgBoss({
      connectionString: directUrl,
      schema: SCHEMA,
      application_name: 'restante jobs',
      max: CONNECTIONS,
      cronMonitorIntervalSeconds: betweenLooks,
      cronWorkerIntervalSeconds: betweenLooks,
      archiveCompletedAfterSeconds: 3_600,
      archiveFailedAfterSeconds: 3_600,
      deleteAfterDays: 7,
    });
    // Without a listener Node would end the program because of it; the next look tries again.
    this.#boss.on('error', (error) =>
      this.#log.warn('The scheduler has a problem; it tries again', { error }),
    );
  }

  /** Makes what it needs in the database and begins. @throws the driver's error where the database is away. */
  async start(jobs: readonly Job[]): Promise<void> {
    await this.#boss.start();
    for (const { name, cron, run } of jobs) {
      const queue = {
        name,
        policy: 'singleton',
        expireInMinutes: LONGEST_RUN,
        retryLimit: RETRIES,
        retryDelay: FIRST_RETRY,
        retryBackoff: true,
      } as const;
      await this.#boss.createQueue(name, queue);
      await this.#boss.updateQueue(name, queue);
      await this.#boss.work(name, { pollingIntervalSeconds: this.#betweenLooks }, () => this.#run(name, run));
      await this.#boss.schedule(name, cron);
    }
    const known = new Set(jobs.map(({ name }) => name));
    for (const { name } of await this.#boss.getSchedules()) {
      if (!known.has(name)) await this.#boss.unschedule(name);
    }
  }

  /** No further jobs; those that run come to an end, or are done again elsewhere. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#boss.stop({ timeout: STOP_WITHIN });
  }

  async #run(name: string, run: Job['run']): Promise<void> {
    try {
      await run(this.#stop.signal);
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
