import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { asOwner, createEmptyDatabase, useTestDatabase } from '../testing/test-database.ts';
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

  it.each([
    ['lets nobody in for maintenance', '55000', 'ALTER DATABASE $db ALLOW_CONNECTIONS false'],
    ['is dropped to put a copy back', '3D000', 'DROP DATABASE $db'],
    ['takes the role in no more', '28000', 'ALTER ROLE $role NOLOGIN'],
    ['has another password by now', '28P01', "ALTER ROLE $role PASSWORD 'another'"],
  ])('is true for a new connection where the database %s', async (_, state, statement) => {
    const role = `kept_out_${randomUUID().slice(0, 8)}`;
    const { ownerUrl } = await createEmptyDatabase('maintained');
    const url = new URL(ownerUrl);
    const database = url.pathname.slice(1);
    url.username = role;
    url.password = 'secret';
    await asOwner(lab.ownerUrl, (owner) => owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`));
    const dataSource = await openDataSource({ url: url.href, poolSize: 1, entities: [] });
    try {
      await asOwner(lab.ownerUrl, async (owner) => {
        const end = 'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1';
        await owner.query(end, [database]);
        await owner.query(statement.replace('$db', database).replace('$role', role));
      });

      const refused = async () => {
        const error = await failure(dataSource.query('SELECT 1'));
        return sqlStateOf(error) === state ? error : null;
      };
      await eventually(async () => (await refused()) !== null);

      expect(isDatabaseUnavailable(await refused())).toBe(true);
    } finally {
      await dataSource.destroy();
      await asOwner(lab.ownerUrl, (owner) => owner.query(`DROP ROLE ${role}`));
    }
  });

  it.each(['53100', '53300', '57P01', '57P03', '08006', '25006', '25P03', '25P04', '55P03', '58000'])(
    'is true for SQLSTATE %s',
    async (state) => {
      const raising = lab.dataSource.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);

      expect(isDatabaseUnavailable(await failure(raising))).toBe(true);
    },
  );

  it.each(['23505', '22P02', '25P02', '40001', '40P01', '42601', '42P01', '58P01', 'P0001'])(
    'is false for SQLSTATE %s',
    async (state) => {
      const raising = lab.dataSource.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);
      const error = await failure(raising);

      expect(isDatabaseUnavailable(error)).toBe(false);
      expect(sqlStateOf(error)).toBe(state);
    },
  );

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
