import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { type DataSourceOptions, openDataSource } from '../database/data-source.ts';
import { MIGRATION_TABLE } from '../database/migrate.ts';
import { TEMPLATE } from './test-engine.ts';

/** The real database that the tests of one file work on. */
export interface TestDatabase {
  /** Connection string of the program's own role. */
  readonly url: string;
  /** Connection string of the superuser on the same database. */
  readonly ownerUrl: string;
  /** A pool on `url`, closed after the last test of the file. */
  readonly dataSource: DataSource;
}

/** What a test may set. */
export interface TestDatabaseOptions {
  /** @default none */
  entities?: DataSourceOptions['entities'];
  /** @default 10 */
  poolSize?: number;
}

const LOCK_WITHIN = '10s';

/**
 * Gives the tests of a `describe` a real, migrated database of their worker. Every test starts from empty tables.
 *
 * Whatever a test connected by itself it also has to close: a transaction left open makes the next test fail.
 */
export function useTestDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  const name = `restante_worker_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  const engine = testEngine();
  const url = withDatabase(engine.url, name);
  const ownerUrl = withDatabase(engine.ownerUrl, name);
  let dataSource: DataSource | null = null;

  beforeAll(async () => {
    await createFromTemplate(engine.ownerUrl, name);
    dataSource = await openDataSource({
      url,
      poolSize: options.poolSize ?? 10,
      entities: options.entities ?? [],
    });
  });
  beforeEach(async () => {
    await emptyTables(ownerUrl);
  });
  afterAll(async () => {
    await dataSource?.destroy();
  });

  return {
    url,
    ownerUrl,
    get dataSource() {
      if (!dataSource) throw new Error('The test database is open inside tests and hooks only');
      return dataSource;
    },
  };
}

/**
 * Creates a database without any table for tests of migrations and of start-up.
 *
 * @param name of letters, digits and underscores; one that is there already is dropped first.
 */
export async function createEmptyDatabase(name: string): Promise<{ url: string; ownerUrl: string }> {
  const engine = testEngine();
  const unique = `${name}_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  await asOwner(engine.ownerUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${unique} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unique} OWNER restante`);
  });
  return { url: withDatabase(engine.url, unique), ownerUrl: withDatabase(engine.ownerUrl, unique) };
}

/** Runs statements as superuser on a connection of their own. */
export async function asOwner<Result>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function testEngine(): { url: string; ownerUrl: string } {
  const given = process.env['RESTANTE_TEST_ENGINE'];
  if (!given)
    throw new Error('No test engine runs: jest.config.ts has to name server/testing/global-setup.mjs');
  return JSON.parse(given) as { url: string; ownerUrl: string };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function createFromTemplate(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER restante`);
  });
}

/** TRUNCATE of a full table costs files and syncs; most tests fill few of them, so the empty ones are left alone. */
async function emptyTables(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_WITHIN}'`);
    await client.query(`
      DO $$
      DECLARE
        each text;
        filled text[] := '{}';
        has_rows boolean;
      BEGIN
        FOR each IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public', 'statistics') AND tablename <> '${MIGRATION_TABLE}' LOOP
          EXECUTE format('SELECT EXISTS (SELECT FROM %s)', each) INTO has_rows;
          IF has_rows THEN filled := filled || each; END IF;
        END LOOP;
        IF filled <> '{}' THEN
          EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' RESTART IDENTITY CASCADE';
        END IF;
      END $$
    `);
  });
}
