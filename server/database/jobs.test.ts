import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openLog } from '../shared/log.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
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
  // Its own clearing comes after the one above, whose jobs still need the way to the database.
  const openProxy = useDatabaseProxies();

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

    await started(url, [{ name: 'counted', cron: EVERY_MINUTE, within: 60, run }]);
    await started(url, [{ name: 'counted', cron: EVERY_MINUTE, within: 60, run }]);
    await eventually(async () => runs > 0 && (await completed()).length === runs);

    expect(await completed()).toEqual(Array.from({ length: runs }, () => ({ data: null, output: null })));
  });

  it('that fail are tried again, and nothing of what went wrong is kept or logged', async () => {
    const { url } = await createEmptyDatabase('jobs_failing');
    const run = async () => {
      throw Object.assign(new Error('canary words'), { detail: 'canary row', parameters: ['canary'] });
    };

    await started(url, [{ name: 'failing', cron: EVERY_MINUTE, within: 60, run }]);
    const failed = async () =>
      query(url, "SELECT * FROM jobs.job WHERE name = 'failing' AND state = 'retry'");
    await eventually(async () => (await failed()).length > 0);

    expect(JSON.stringify(await failed())).not.toContain('canary');
    expect(lines.join()).toContain('A job failed');
    expect(lines.join()).not.toContain('canary');
  });

  it('stay on the schedule where a process begins that does not do all of them', async () => {
    const { url } = await createEmptyDatabase('jobs_apart');
    const never = { cron: '0 0 29 2 *', within: 60, run: async () => undefined };
    await started(url, [
      { name: 'of-both', ...never },
      { name: 'of-one', ...never },
    ]);

    await started(url, [{ name: 'of-both', ...never }]);

    expect(await query(url, 'SELECT name FROM jobs.schedule ORDER BY name')).toEqual([
      { name: 'of-both' },
      { name: 'of-one' },
    ]);
  });

  it('begin at once where several processes make what they need in an empty database at the same time', async () => {
    const { url } = await createEmptyDatabase('jobs_together');
    const never = { cron: '0 0 29 2 *', within: 60, run: async () => undefined };
    const jobs = ['first', 'second', 'third'].map((name) => ({ name, ...never }));

    await Promise.all([1, 2, 3, 4].map(() => started(url, jobs)));

    expect(lines).toEqual([]);
  });

  it('begin once the database is there, however long that takes', async () => {
    const { url } = await createEmptyDatabase('jobs_late');
    const database = await openProxy(url);
    database.sever();
    let runs = 0;
    const run = async () => {
      runs += 1;
    };

    const starting = started(database.url, [{ name: 'late', cron: EVERY_MINUTE, within: 60, run }]);
    await eventually(async () => lines.join().includes('The scheduler could not start'));
    database.mend();
    await starting;

    await eventually(async () => runs > 0);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    ['was done', async () => undefined, /state = 'completed'/],
    ['failed', () => Promise.reject(new Error()), /WITH deleted_jobs AS/],
  ])('go on where the database goes away before it was noted that one %s', async (_, end, note) => {
    const { url } = await createEmptyDatabase('jobs_cut');
    const database = await openProxy(url);
    let broke = Promise.resolve();
    const run = () => {
      broke = database.breakAt(note, 'before');
      return end();
    };
    await started(database.url, [{ name: 'cut', cron: '0 0 29 2 *', within: 1, run }]);

    await query(url, "INSERT INTO jobs.job (name, expire_in) VALUES ('cut', '1 second')");
    await eventually(() => lines.join().includes('The scheduler has a problem'));
    await broke;

    const doneAgain = () =>
      query(url, "SELECT FROM jobs.job WHERE name = 'cut' AND (state = 'retry' OR retry_count > 0)");
    await eventually(async () => (await doneAgain()).length > 0, 30_000);
  });

  it('are told before they count as lost, so that none runs twice at once', async () => {
    const { url } = await createEmptyDatabase('jobs_slow');
    const run = (signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

    await started(url, [{ name: 'slow', cron: '0 0 29 2 *', within: 2, run }]);
    await query(url, "INSERT INTO jobs.job (name, expire_in) VALUES ('slow', '2 seconds')");

    const done = () => query(url, "SELECT FROM jobs.job WHERE name = 'slow' AND state = 'completed'");
    await eventually(async () => (await done()).length > 0);
  });

  it('can be stopped while they wait for the database', async () => {
    const { url } = await createEmptyDatabase('jobs_never');
    const database = await openProxy(url);
    database.sever();
    const starting = started(database.url, []);
    await eventually(async () => lines.join().includes('The scheduler could not start'));

    await open[0]?.stop();

    await expect(starting).resolves.toBe(open[0]);
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
    const jobs = await started(url, [{ name: 'long', cron: EVERY_MINUTE, within: 60, run }]);
    await eventually(async () => hasBegun);

    await jobs.stop();

    expect(wasTold).toBe(true);
  });

  it('are tried again where one did not come to its end before the program did', async () => {
    const { url } = await createEmptyDatabase('jobs_unfinished');
    let hasBegun = false;
    const run = (signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        hasBegun = true;
        signal.addEventListener('abort', () => reject(new Error()));
      });
    const jobs = await started(url, [{ name: 'long', cron: '0 0 29 2 *', within: 60, run }]);
    await query(url, "INSERT INTO jobs.job (name) VALUES ('long')");
    await eventually(async () => hasBegun);

    await jobs.stop();

    expect(await query(url, "SELECT state FROM jobs.job WHERE name = 'long'")).toEqual([{ state: 'retry' }]);
  });
});
