import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { StartFault } from '../shared/start-fault.ts';
import { runningEngineUrl } from './embedded-engine.ts';
import { type DatabaseWatch, type OpenDatabase, openDatabase } from './open-database.ts';

/**
 * Opens the database of an installation beside a server that may be running on it.
 *
 * An embedded PostgreSQL that runs is used as it is and goes on; one that does not run is started, and stopped by
 * `close`. Nothing is created: where no installation is, there is nothing to work on.
 *
 * @throws {StartFault} no installation is here, or see `openDatabase`.
 */
export async function joinDatabase(config: Config, watch: DatabaseWatch): Promise<OpenDatabase> {
  if (!existsSync(config.secretFile)) {
    throw new StartFault(
      `There is no master secret in ${config.secretFile}, so no installation is here.`,
      'Run this with the same DATA_DIR, SECRET_FILE and DATABASE_URL as the server, and as the same user.',
    );
  }
  const url = config.databaseUrl === null ? await runningEngineUrl(config.dataDir) : null;
  return url === null ? openDatabase(config, watch) : { url, directUrl: url, close: async () => undefined };
}
