import type { DataSource } from 'typeorm';
import { entities } from '../app.ts';
import type { Config } from '../config.ts';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { openDataSource } from '../database/data-source.ts';
import { joinDatabase } from '../database/join-database.ts';
import { openMasterSecret } from '../database/master-secret.ts';
import { requireMigrated } from '../database/migrate.ts';

const CONNECTIONS = 2;

/** What a command works on. */
export interface Installation {
  readonly dataSource: DataSource;
  readonly secrets: DeploymentSecrets;
}

/**
 * Runs something on the installation that the configuration leads to, and leaves it as it was: a server that runs
 * goes on, an embedded PostgreSQL that did not run is stopped again, also when somebody interrupts.
 *
 * @param report takes one line of progress.
 * @throws {StartFault} it cannot be reached, or another version of the program made its tables.
 */
export async function withInstallation<T>(
  config: Config,
  report: (line: string) => void,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const database = await joinDatabase(config, { report, onLost: () => process.exit(1) });
  const interrupt = () => void database.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    const dataSource = await openDataSource({ url: database.url, poolSize: CONNECTIONS, entities });
    try {
      // A command never changes tables: beside a server of an older version that would break it.
      await requireMigrated(dataSource);
      const fingerprintOf = (secret: Buffer) => DeploymentSecrets.fromMaster(secret).fingerprint;
      const master = await openMasterSecret({ file: config.secretFile, dataSource, fingerprintOf });
      return await work({ dataSource, secrets: DeploymentSecrets.fromMaster(master) });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}
