import { describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '../testing/test-database.ts';

describe('openDataSource', () => {
  const lab = useTestDatabase();

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
