import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Engine, startEngine } from '../database/embedded-engine.ts';
import { stopProcess } from '../database/engine-process.ts';
import { isAlive } from '../database/engine-stragglers.ts';
import { migrate } from '../database/migrate.ts';

/** Every worker's database is a copy of this one, which holds the tables and no rows but those of migrations. */
export const TEMPLATE = 'restante_template';

const RUNS = join(tmpdir(), 'restante-test');

/** Starts the PostgreSQL of one test run. Several runs may go on at once, each with its own. */
export async function startTestEngine(): Promise<Pick<Engine, 'url' | 'ownerUrl' | 'stop'>> {
  await sweep();
  const dataDir = join(RUNS, String(process.pid));
  await mkdir(RUNS, { recursive: true, mode: 0o777 });
  const engine = await startEngine({ dataDir });
  await prepareTemplate(engine);
  return {
    url: engine.url,
    ownerUrl: engine.ownerUrl,
    stop: async () => {
      await engine.stop();
      await removeEngine(dataDir);
    },
  };
}

/** Removes an engine's files, wherever they were put. The engine has to be stopped. */
export async function removeEngine(dataDir: string): Promise<void> {
  await rm(await engineFolderOf(dataDir), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

/** A run that was killed leaves its PostgreSQL behind; the next run clears it away. */
async function sweep(): Promise<void> {
  for (const name of await readdir(RUNS).catch(() => [])) {
    if (!/^\d+$/.test(name) || isAlive(Number(name))) continue;
    const dataDir = join(RUNS, name);
    await stopProcess({ dataDir, folder: await engineFolderOf(dataDir), user: null });
    await removeEngine(dataDir);
  }
}

/** Where the engine of a `DATA_DIR` keeps its files: inside it, or where a pointer in it says. */
export async function engineFolderOf(dataDir: string): Promise<string> {
  const elsewhere = await readFile(join(dataDir, 'database-is-in'), 'utf8').catch(() => '');
  return elsewhere.trim() || join(dataDir, 'database');
}

async function prepareTemplate(engine: Engine): Promise<void> {
  const client = new pg.Client({ connectionString: engine.ownerUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE} OWNER restante`);
    const url = new URL(engine.url);
    url.pathname = `/${TEMPLATE}`;
    await migrate({ directUrl: url.href });
    // Copying needs that nobody is connected, and nobody ever should be.
    await client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
