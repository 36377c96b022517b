import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { openDataSource } from './data-source.ts';
import { isDatabaseUnavailable, sqlStateOf } from './database-unavailable.ts';
import { beforeCommit, inTransaction, together, withCommit } from './transaction.ts';

describe('inTransaction', () => {
  const lab = useTestDatabase();
  const openProxy = useDatabaseProxies();
  const insert = (manager: EntityManager) =>
    manager.query(`INSERT INTO deployment (secret_fingerprint) VALUES ('\\x01')`);
  const rows = async () => (await lab.dataSource.query<unknown[]>('SELECT FROM deployment')).length;

  it('has committed when it resolves', async () => {
    const result = await inTransaction(lab.dataSource, async (manager) => {
      await insert(manager);
      return 'done';
    });

    expect(result).toBe('done');
    expect(await rows()).toBe(1);
  });

  it('undoes everything when the work throws, and throws the same error', async () => {
    const failure = new Error('no');

    const running = inTransaction(lab.dataSource, async (manager) => {
      await insert(manager);
      throw failure;
    });

    await expect(running).rejects.toBe(failure);
    expect(await rows()).toBe(0);
  });

  it.each([
    ['40001', 'serialization failure'],
    ['40P01', 'deadlock'],
  ])('runs the work again after %s (%s)', async (state) => {
    let tries = 0;

    await inTransaction(lab.dataSource, async (manager) => {
      tries += 1;
      await insert(manager);
      if (tries < 3) await manager.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);
    });

    expect(tries).toBe(3);
    expect(await rows()).toBe(1);
  });

  it('throws where PostgreSQL undid what the work believed to be done', async () => {
    const running = inTransaction(lab.dataSource, async (manager) => {
      await insert(manager);
      await manager.query('SELECT 1 / 0').catch(() => undefined);
    });

    await expect(running).rejects.toThrow('undone');
    expect(await rows()).toBe(0);
  });

  it('lets PostgreSQL end it where it is silent or waits for a lock too long, in one message with its beginning', async () => {
    const proxy = await openProxy(lab.url);
    const dataSource = await openDataSource({ url: proxy.url, poolSize: 1, entities: [] });
    const limits = `SELECT current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('lock_timeout') AS lock`;
    try {
      const before = await dataSource.query(limits);
      let inside: unknown = null;
      const heard = await proxy.heardDuring(() =>
        inTransaction(dataSource, async (manager) => {
          inside = await manager.query(limits);
        }),
      );

      expect(inside).toEqual([{ idle: '30s', lock: '45s' }]);
      expect(heard).toEqual([expect.stringMatching(/^START TRANSACTION;/), limits, 'COMMIT']);
      // Nothing of it stays on the connection, which a pooler may hand to somebody else.
      expect(await dataSource.query(limits)).toEqual(before);
    } finally {
      await dataSource.destroy();
    }
  });

  it('counts a lock that is not free in time as a database that is unavailable', async () => {
    const waiting = inTransaction(lab.dataSource, async (holding) => {
      await holding.query('SELECT pg_advisory_xact_lock(1)');
      await inTransaction(lab.dataSource, async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = '50ms'`);
        await manager.query('SELECT pg_advisory_xact_lock(1)');
      });
    });

    const failure: unknown = await waiting.catch((error: unknown) => error);
    expect([sqlStateOf(failure), isDatabaseUnavailable(failure)]).toEqual(['55P03', true]);
  });

  it('gives up after five tries', async () => {
    let tries = 0;

    const running = inTransaction(lab.dataSource, async (manager) => {
      tries += 1;
      await manager.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$`);
    });

    await expect(running).rejects.toThrow();
    expect(tries).toBe(5);
  });

  it('does not run the work again when a row exists already', async () => {
    let tries = 0;

    const running = inTransaction(lab.dataSource, async (manager) => {
      tries += 1;
      await insert(manager);
      await insert(manager);
    });

    await expect(running).rejects.toMatchObject({ code: '23505' });
    expect(tries).toBe(1);
  });

  it('takes a real deadlock apart, so that both sides finish', async () => {
    await lab.dataSource.query('CREATE TABLE deadlock_probe (id int PRIMARY KEY, hits int NOT NULL)');
    await lab.dataSource.query('INSERT INTO deadlock_probe VALUES (1, 0), (2, 0)');
    let bothHold: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothHold = resolve;
    });
    let holding = 0;
    const hit = async (first: number, second: number) =>
      await inTransaction(lab.dataSource, async (manager) => {
        await manager.query('UPDATE deadlock_probe SET hits = hits + 1 WHERE id = $1', [first]);
        holding += 1;
        if (holding === 2) bothHold();
        await meeting;
        await manager.query('UPDATE deadlock_probe SET hits = hits + 1 WHERE id = $1', [second]);
      });

    await Promise.all([hit(1, 2), hit(2, 1)]);

    const hits = await lab.dataSource.query('SELECT hits FROM deadlock_probe ORDER BY id');
    await lab.dataSource.query('DROP TABLE deadlock_probe');
    expect(hits).toEqual([{ hits: 2 }, { hits: 2 }]);
  });
});

describe('withCommit', () => {
  const lab = useTestDatabase();
  const insertion = {
    text: 'INSERT INTO deployment (secret_fingerprint) VALUES ($1)',
    values: [Buffer.of(1)],
  };
  const rows = async () => (await lab.dataSource.query<unknown[]>('SELECT FROM deployment')).length;

  it('sends statements in their order, behind everything else, and commits them', async () => {
    const removal = { text: 'DELETE FROM deployment WHERE secret_fingerprint = $1', values: [Buffer.of(2)] };

    // The table holds one row at most: in any other order something of this fails, or another row stays.
    await inTransaction(lab.dataSource, async (manager) => {
      withCommit(manager, [removal, null]);
      withCommit(manager, [insertion]);
      beforeCommit(manager, async () => {
        await manager.query(`INSERT INTO deployment (secret_fingerprint) VALUES ('\\x02')`);
      });
      expect(await manager.query('SELECT FROM deployment')).toEqual([]);
    });

    const stored = await lab.dataSource.query('SELECT secret_fingerprint AS print FROM deployment');
    expect(stored).toEqual([{ print: Buffer.of(1) }]);
  });

  it('undoes everything where one of them fails, and throws what that threw', async () => {
    const running = inTransaction(lab.dataSource, async (manager) => {
      await manager.query(`INSERT INTO deployment (secret_fingerprint) VALUES ('\\x01')`);
      withCommit(manager, [{ text: 'SELECT 1 / $1::int', values: [0] }, insertion]);
      return 'done';
    });

    await expect(running).rejects.toMatchObject({ code: '22012' });
    expect(await rows()).toBe(0);
    expect(await lab.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('runs the work again where another transaction undid one of them', async () => {
    let tries = 0;

    await inTransaction(lab.dataSource, async (manager) => {
      tries += 1;
      const serialization = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$`;
      withCommit(manager, [insertion, tries < 3 ? { text: serialization, values: [] } : null]);
    });

    expect(tries).toBe(3);
    expect(await rows()).toBe(1);
  });

  it('refuses a manager without a COMMIT', () => {
    expect(() => withCommit(lab.dataSource.manager, [insertion])).toThrow(TypeError);
  });
});

describe('together', () => {
  const lab = useTestDatabase();

  it('gives all answers in order', async () => {
    const answers = await inTransaction(lab.dataSource, (manager) =>
      together([manager.query('SELECT 1 AS one'), null, manager.query('SELECT 2 AS two')]),
    );

    expect(answers).toEqual([[{ one: 1 }], null, [{ two: 2 }]]);
  });

  it('throws what the first that failed threw, once all have ended', async () => {
    const ended: string[] = [];
    let failure: unknown = null;

    await inTransaction(lab.dataSource, async (manager) => {
      const failing = manager.query('SELECT 1 / 0');
      const behind = manager.query('SELECT 1').finally(() => ended.push('behind'));
      await together([failing, behind]);
    }).catch((error: unknown) => {
      failure = error;
      ended.push('all');
    });

    expect(sqlStateOf(failure)).toBe('22012');
    expect(ended).toEqual(['behind', 'all']);
  });
});
