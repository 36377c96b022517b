import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openLog } from '../shared/log.ts';
import { eventually } from '../testing/eventually.ts';
import { asOwner, createEmptyDatabase } from '../testing/test-database.ts';
import { type Job, Jobs } from './jobs.ts';

const EVERY_MINUTE = '* * * * *';

describe('jobs at fixed times', () => {
  const open: Jobs[] = [];
  const lines: string[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((jobs) => jobs.stop()));
    lines.length = 0;
  });

  async function started(directUrl: string, jobs: readonly Job[]): Promise<Jobs> {
    const log = openLog('debug', { write: (line: string) => void lines.push(line) });
    const scheduler = new Jobs({ directUrl, log, betweenLooks: 1 });
    open.push(scheduler);
    await scheduler.start(jobs);
    return scheduler;
  }

  const query = (url: string, sql: string) =>
    asOwner(url, async (client: pg.Client) => (await client.query<Record<string, unknown>>(sql)).rows);

  it('are done by one process of two, and leave a name and times behind', async () => {
    const { url } = await createEmptyDatabase('jobs_once');
    let runs = 0;
    const run = async () => {
      runs += 1;
    };
    const completed = () =>
      query(url, "SELECT data, output FROM jobs.job WHERE name = 'counted' AND state = 'completed'");

    await started(url, [{ name: 'counted', cron: EVERY_MINUTE, run }]);
    await started(url, [{ name: 'counted', cron: EVERY_MINUTE, run }]);
    await eventually(async () => runs > 0 && (await completed()).length === runs);

    expect(await completed()).toEqual(Array.from({ length: runs }, () => ({ data: null, output: null })));
  });

  it('that fail are tried again, and nothing of what went wrong is kept or logged', async () => {
    const { url } = await createEmptyDatabase('jobs_failing');
    const run = async () => {
      throw Object.assign(new Error('canary words'), { detail: 'canary row', parameters: ['canary'] });
    };

    await started(url, [{ name: 'failing', cron: EVERY_MINUTE, run }]);
    const failed = async () =>
      query(url, "SELECT * FROM jobs.job WHERE name = 'failing' AND state = 'retry'");
    await eventually(async () => (await failed()).length > 0);

    expect(JSON.stringify(await failed())).not.toContain('canary');
    expect(lines.join()).toContain('A job failed');
    expect(lines.join()).not.toContain('canary');
  });

  it('that are done no more are taken off the schedule', async () => {
    const { url } = await createEmptyDatabase('jobs_gone');
    const never = { cron: '0 0 29 2 *', run: async () => undefined };
    const first = await started(url, [
      { name: 'old', ...never },
      { name: 'kept', ...never },
    ]);
    await first.stop();

    await started(url, [{ name: 'kept', ...never }]);

    expect(await query(url, 'SELECT name FROM jobs.schedule')).toEqual([{ name: 'kept' }]);
  });

  it('are told when the program ends', async () => {
    const { url } = await createEmptyDatabase('jobs_ending');
    let hasBegun = false;
    let wasTold = false;
    const run = (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        hasBegun = true;
        signal.addEventListener('abort', () => {
          wasTold = true;
          resolve();
        });
      });
    const jobs = await started(url, [{ name: 'long', cron: EVERY_MINUTE, run }]);
    await eventually(async () => hasBegun);

    await jobs.stop();

    expect(wasTold).toBe(true);
  });
});
