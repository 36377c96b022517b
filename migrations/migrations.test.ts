import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { openDataSource } from '../server/database/data-source.ts';
import { migrations } from '../server/database/migrations.ts';
import { rowsOf, schemaOf } from '../server/testing/schema-of.ts';
import { createEmptyDatabase } from '../server/testing/test-database.ts';
import { seeds } from './seeds/seeds.ts';

describe('migrations', () => {
  const all = migrations
    .map((Migration) => new Migration())
    .map((migration) => ({ migration, name: nameOf(migration) }));
  let dataSource: DataSource;
  let runner: QueryRunner;

  beforeEach(async () => {
    const { url } = await createEmptyDatabase('migrations');
    dataSource = await openDataSource({ url, poolSize: 2, entities: [] });
    runner = dataSource.createQueryRunner();
  });
  afterEach(async () => {
    await runner.release();
    await dataSource.destroy();
  });

  it.each(all)('$name has rows to be tried on', ({ name }) => {
    expect(seeds).toHaveProperty(name);
  });

  it('are all in the list, in the order of their files', async () => {
    const files = (await readdir(import.meta.dirname))
      .filter((name) => /^\d{4}-[\w-]+\.ts$/.test(name))
      .sort();

    expect(all.map(({ name }) => name.slice(-4))).toEqual(files.map((name) => name.slice(0, 4)));
  });

  it.each(all)('$name goes up, down and up again over a seeded database', async ({ migration, name }) => {
    const earlier = all.slice(
      0,
      all.findIndex((each) => each.migration === migration),
    );
    for (const each of earlier) await upWithRows(each.migration, each.name);
    const before = { schema: await schemaOf(runner), rows: await rowsOf(runner) };
    await upWithRows(migration, name);
    const after = await schemaOf(runner);

    await runner.startTransaction();
    await migration.down(runner);
    await runner.commitTransaction();

    expect(await schemaOf(runner)).toEqual(before.schema);
    expect(await rowsOf(runner)).toEqual(before.rows);

    await upWithRows(migration, name);

    expect(await schemaOf(runner)).toEqual(after);
  });

  it('go all the way down from a seeded database and leave nothing behind', async () => {
    for (const each of all) await upWithRows(each.migration, each.name);

    for (const each of [...all].reverse()) await each.migration.down(runner);

    expect(await schemaOf(runner)).toEqual([]);
  });

  async function upWithRows(migration: MigrationInterface, name: string): Promise<void> {
    await runner.startTransaction();
    await migration.up(runner);
    await runner.commitTransaction();
    await seeds[name]?.(runner);
  }
});

function nameOf(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}
