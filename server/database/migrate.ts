import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { StartFault } from '../shared/start-fault.ts';
import { migrations } from './migrations.ts';
import { SilentDatabaseLogger } from './silent-database-logger.ts';

/** The tables were made by a later version of the program, which may keep things in them that this one would lose. */
export class DatabaseNewerThanProgram extends StartFault {
  override readonly name = 'DatabaseNewerThanProgram';

  constructor() {
    super(
      'The database was prepared by a newer version of Restante than this one.',
      'Update the program, or restore the database from before the update.',
    );
  }
}

/** The tables were made by an earlier version of the program, or there are none yet. */
export class DatabaseNotPrepared extends StartFault {
  override readonly name = 'DatabaseNotPrepared';

  constructor() {
    super(
      'The tables of this database were not made by this version of Restante.',
      'Start the server once, with the same variables: it brings them up to date.',
    );
  }
}

/** What preparing a database needs. */
export interface MigrateOptions {
  /** Connection string that does not lead through a pooler: the lock belongs to its session. */
  directUrl: string;
  /** Takes one line of progress, for a person. */
  report?: (line: string) => void;
  /** @default every migration of the program */
  list?: readonly (new () => MigrationInterface)[];
}

/** Any constant of our own; two processes that migrate one database meet at it. */
const LOCK = 7_276_937;
export const MIGRATION_TABLE = 'migration';

/**
 * Brings the tables up to date, each migration in a transaction of its own. Any number of processes may call it at
 * once on one database: one works, the others wait and then find nothing left to do.
 *
 * @returns how many migrations this call ran.
 * @throws {DatabaseNewerThanProgram} the database holds a migration that this program does not know.
 */
export async function migrate({ directUrl, report, list = migrations }: MigrateOptions): Promise<number> {
  const lock = new pg.Client({ connectionString: directUrl, application_name: 'restante migrate' });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    if (!(await tryLock(lock))) {
      report?.('Another process is preparing the database. Waiting for it.');
      await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    }
    return await migrateLocked(directUrl, list, report ?? (() => undefined));
  } finally {
    await lock.end();
  }
}

/**
 * Looks whether the tables are those of this program, and changes nothing.
 *
 * @throws {DatabaseNewerThanProgram} the database holds a migration that this program does not know.
 * @throws {DatabaseNotPrepared} it lacks one.
 */
export async function requireMigrated(dataSource: DataSource, list = migrations): Promise<void> {
  const done = await namesDone(dataSource);
  const known = new Set(list.map((Migration) => new Migration().name));
  if (done.some((name) => !known.has(name))) throw new DatabaseNewerThanProgram();
  if (done.length < known.size) throw new DatabaseNotPrepared();
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [LOCK]);
  return rows[0]?.got === true;
}

async function migrateLocked(
  url: string,
  list: readonly (new () => MigrationInterface)[],
  report: (line: string) => void,
): Promise<number> {
  const progress = new MigrationProgress(report);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    poolSize: 1,
    migrations: [...list],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logger: progress,
    poolErrorHandler: () => undefined,
  });
  await dataSource.initialize();
  try {
    const done = await namesDone(dataSource);
    const known = new Set(dataSource.migrations.map((migration) => migration.name));
    if (done.some((name) => !known.has(name))) throw new DatabaseNewerThanProgram();
    progress.expect(known.size - done.length);
    return (await dataSource.runMigrations()).length;
  } finally {
    await dataSource.destroy();
  }
}

async function namesDone(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ there: boolean }[]>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [MIGRATION_TABLE],
  );
  if (!table?.there) return [];
  const rows = await dataSource.query<{ name: string }[]>(`SELECT name FROM ${MIGRATION_TABLE}`);
  return rows.map((row) => row.name);
}

/** Counts finished migrations from the one sentence that TypeORM's executor says after each. */
class MigrationProgress extends SilentDatabaseLogger {
  readonly #report: (line: string) => void;
  #total = 0;
  #finished = 0;

  constructor(report: (line: string) => void) {
    super();
    this.#report = report;
  }

  expect(total: number): void {
    this.#total = total;
  }

  override logSchemaBuild(message: string): void {
    if (!message.endsWith('executed successfully.')) return;
    this.#finished += 1;
    this.#report(`Preparing the database: ${this.#finished} of ${this.#total}.`);
  }
}
