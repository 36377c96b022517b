import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner, createEmptyDatabase } from '../testing/test-database.ts';
import { openDataSource } from './data-source.ts';
import { DatabaseNewerThanProgram, DatabaseNotPrepared, migrate, requireMigrated } from './migrate.ts';
import { migrations } from './migrations.ts';

class Slow implements MigrationInterface {
  readonly name = 'Slow0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE slow (id int)');
    await runner.query('SELECT pg_sleep(0.3)');
  }

  async down(): Promise<void> {}
}

class Failing implements MigrationInterface {
  readonly name = 'Failing0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int)');
    await runner.query('SELECT 1 / 0');
  }

  async down(): Promise<void> {}
}

describe('migrate', () => {
  let database: { url: string; ownerUrl: string };
  const tables = async () =>
    await asOwner(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
      );
      return rows.map(({ tablename }) => tablename);
    });

  beforeEach(async () => {
    database = await createEmptyDatabase('migrate');
  });

  it('runs every migration once and says how far it is', async () => {
    const said: string[] = [];

    const first = await migrate({ directUrl: database.url, report: (line) => said.push(line) });
    const second = await migrate({ directUrl: database.url, report: (line) => said.push(line) });

    expect([first, second]).toEqual([migrations.length, 0]);
    expect(said).toHaveLength(migrations.length);
    expect(said.at(-1)).toBe(`Preparing the database: ${migrations.length} of ${migrations.length}.`);
  });

  it('lets processes that start at once wait for the one that works', async () => {
    const said: string[] = [];
    const start = () => migrate({ directUrl: database.url, list: [Slow], report: (line) => said.push(line) });

    const ran = await Promise.all([start(), start(), start()]);

    expect(ran.sort()).toEqual([0, 0, 1]);
    expect(said).toContain('Another process is preparing the database. Waiting for it.');
  });

  it('leaves nothing of a migration that fails, and keeps those before it', async () => {
    const running = migrate({ directUrl: database.url, list: [Slow, Failing] });

    await expect(running).rejects.toThrow();
    expect(await tables()).toEqual(['migration', 'slow']);
  });

  it('refuses a database that a newer program prepared, and changes nothing', async () => {
    await migrate({ directUrl: database.url, list: [Slow] });

    const running = migrate({ directUrl: database.url, list: migrations });

    await expect(running).rejects.toThrow(
      'The database was prepared by a newer version of Restante than this one.',
    );
    expect(await tables()).toEqual(['migration', 'slow']);
  });

  it('tells commands apart from a server: tables of another version are refused, and nothing is changed', async () => {
    const dataSource = await openDataSource({ url: database.url, poolSize: 1, entities: [] });
    try {
      await expect(requireMigrated(dataSource, [Slow])).rejects.toThrow(DatabaseNotPrepared);
      expect(await tables()).toEqual([]);
      await migrate({ directUrl: database.url, list: [Slow] });

      await expect(requireMigrated(dataSource, [Slow])).resolves.toBeUndefined();
      await expect(requireMigrated(dataSource, [Slow, Failing])).rejects.toThrow(DatabaseNotPrepared);
      await expect(requireMigrated(dataSource, [Failing])).rejects.toThrow(DatabaseNewerThanProgram);
      expect(await tables()).toEqual(['migration', 'slow']);
    } finally {
      await dataSource.destroy();
    }
  });

  it('gives the lock back after a failure, so that the next try can run', async () => {
    await expect(migrate({ directUrl: database.url, list: [Failing] })).rejects.toThrow();

    const ran = await migrate({ directUrl: database.url, list: [Slow] });

    expect(ran).toBe(1);
  });
});
