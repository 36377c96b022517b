import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { eventually } from '../testing/eventually.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { CopyReader } from './copy-reader.ts';
import { openDataSource } from './data-source.ts';
import { isDatabaseUnavailable } from './database-unavailable.ts';
import { inTransaction } from './transaction.ts';

describe('openDataSource', () => {
  const lab = useTestDatabase();
  const openProxy = useDatabaseProxies();

  it('reads a DATE as the day that was written, whatever the time zone', async () => {
    const [row] = await lab.dataSource.query<{ day: string }[]>(`SELECT DATE '2026-04-01' AS day`);

    expect(row).toEqual({ day: '2026-04-01' });
  });

  it('reads a list of dates as those days', async () => {
    const [row] = await lab.dataSource.query<{ days: string[]; none: string[] }[]>(
      `SELECT ARRAY['2026-04-01', '2026-12-25']::date[] AS days, '{}'::date[] AS none`,
    );

    expect(row).toEqual({ days: ['2026-04-01', '2026-12-25'], none: [] });
  });

  it('reads count(*) as a number', async () => {
    const [row] = await lab.dataSource.query<{ count: number }[]>('SELECT count(*) AS count FROM deployment');

    expect(row).toEqual({ count: 0 });
  });

  it('refuses a bigint that a number cannot hold, instead of rounding it', async () => {
    const reading = lab.dataSource.query('SELECT 9007199254740993::bigint AS big');

    await expect(reading).rejects.toThrow();
  });

  it('gives up connections that hang without breaking, says so to whoever waits, and makes others', async () => {
    const proxy = await openProxy(lab.url);
    const dataSource = await openDataSource({
      url: proxy.url,
      poolSize: 3,
      entities: [],
      answerWithin: 1_500,
    });
    try {
      const runners = [1, 2, 3].map(() => dataSource.createQueryRunner());
      for (const runner of runners) await runner.connect();
      for (const runner of runners) await runner.release();
      proxy.hang();

      const copying = CopyReader.open(dataSource);
      const asked = await Promise.allSettled([
        dataSource.query('SELECT 1'),
        inTransaction(dataSource, (manager) => manager.query('SELECT 1')),
        copying.then((reader) => reader.read('SELECT $1::text', ['one'])),
      ]);
      await copying.then((reader) => reader.close());

      const answers = asked.map((each) => each.status === 'rejected' && isDatabaseUnavailable(each.reason));
      expect(answers).toEqual([true, true, true]);
      await eventually(() =>
        dataSource.query('SELECT 1').then(
          () => true,
          () => false,
        ),
      );
    } finally {
      await dataSource.destroy();
    }
  });

  it('leaves the parsers of the driver as they are for everybody else', async () => {
    const pg = await import('pg');

    const parse = pg.default.types.getTypeParser(20);

    expect(parse('5')).toBe('5');
  });
});

describe('useTestDatabase', () => {
  const lab = useTestDatabase();

  it.each(['first', 'second'])('starts the %s test from empty tables', async () => {
    const [before] = await lab.dataSource.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM deployment',
    );
    await lab.dataSource.query(`INSERT INTO deployment (secret_fingerprint) VALUES ('\\x00')`);

    expect(before).toEqual({ count: 0 });
  });
});
