import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { asOwner, useTestDatabase } from '../testing/test-database.ts';
import { openDataSource } from './data-source.ts';
import { isDatabaseUnavailable, sqlStateOf } from './database-unavailable.ts';

describe('isDatabaseUnavailable', () => {
  const lab = useTestDatabase({ poolSize: 2 });
  const failure = async (work: Promise<unknown>): Promise<unknown> =>
    await work.then(
      () => null,
      (error: unknown) => error,
    );

  it('is true where nothing listens', async () => {
    const opening = openDataSource({ url: 'postgresql://u:p@127.0.0.1:1/d', poolSize: 2, entities: [] });

    expect(isDatabaseUnavailable(await failure(opening))).toBe(true);
  });

  it('is true for a statement whose connection is terminated', async () => {
    const running = failure(lab.dataSource.query('SELECT pg_sleep(20)'));
    const terminate = `
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
    let ended: number | null = 0;
    while (!ended)
      ended = await asOwner(lab.ownerUrl, async (client) => (await client.query(terminate)).rowCount);

    expect(isDatabaseUnavailable(await running)).toBe(true);
    // Until the socket's end has come, too, the pool may still give out the connection that died.
    await eventually(async () => (await failure(lab.dataSource.query('SELECT 1'))) === null);
  });

  it('is true for whoever goes on with a connection that was terminated', async () => {
    const runner = lab.dataSource.createQueryRunner();
    await failure(runner.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await eventually(() => runner.isReleased);

    expect(isDatabaseUnavailable(await failure(runner.manager.query('SELECT 1')))).toBe(true);
  });

  it.each(['53100', '53300', '57P01', '57P03', '08006', '25006', '25P03', '55P03'])(
    'is true for SQLSTATE %s',
    async (state) => {
      const raising = lab.dataSource.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);

      expect(isDatabaseUnavailable(await failure(raising))).toBe(true);
    },
  );

  it.each(['23505', '22P02', '40001', '42601', 'P0001'])('is false for SQLSTATE %s', async (state) => {
    const raising = lab.dataSource.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);
    const error = await failure(raising);

    expect(isDatabaseUnavailable(error)).toBe(false);
    expect(sqlStateOf(error)).toBe(state);
  });

  it.each([[null], ['text'], [undefined], [new Error('Connection to my landlord failed')], [{ cause: {} }]])(
    'is false for %p',
    (error) => {
      expect(isDatabaseUnavailable(error)).toBe(false);
    },
  );

  it.each([
    ['the socket of a PostgreSQL that was stopped', 'connect', true],
    ['any other file', 'mkdir', false],
  ])('tells whether it was %s that is missing', (_, syscall, isUnavailable) => {
    expect(isDatabaseUnavailable(Object.assign(new Error(), { code: 'ENOENT', syscall }))).toBe(
      isUnavailable,
    );
  });

  it('does not run in circles', () => {
    const error: { cause?: unknown } = {};
    error.cause = error;

    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
