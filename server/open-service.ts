import { join } from 'node:path';
import { type App, entities, openApp } from './app.ts';
import type { Config } from './config.ts';
import { DeploymentSecrets } from './crypto/deployment-secrets.ts';
import { openDataSource } from './database/data-source.ts';
import { openMasterSecret } from './database/master-secret.ts';
import { migrate } from './database/migrate.ts';
import type { OpenDatabase } from './database/open-database.ts';
import { WakeUp } from './database/wake-up.ts';
import { systemClock } from './shared/clock.ts';
import type { Log } from './shared/log.ts';

/** What the service is opened with. */
export interface ServiceParts {
  readonly config: Config;
  readonly log: Log;
  readonly database: OpenDatabase;
  /** Takes one line of progress, for a person. */
  readonly report: (line: string) => void;
  /** Takes what closes a part that is open, the latest last. May throw: then nothing more is opened. */
  readonly opened: (close: () => Promise<void>) => void;
}

/** Opens everything that works on the database, up to the doors. @returns the service, which is open. */
export async function openService({ config, log, database, report, opened }: ServiceParts): Promise<App> {
  const { url, directUrl } = database;
  await migrate({ directUrl, report });
  const dataSource = await openDataSource({ url, poolSize: config.databasePoolSize, entities });
  opened(() => dataSource.destroy());
  const fingerprintOf = (secret: Buffer) => DeploymentSecrets.fromMaster(secret).fingerprint;
  const master = await openMasterSecret({ file: config.secretFile, dataSource, fingerprintOf });

  const wakeUp = new WakeUp({ directUrl, log });
  opened(() => wakeUp.stop());
  await wakeUp.start();

  const pagesFolder = join(import.meta.dirname, '..', 'web');
  const app = await openApp({ config, dataSource, wakeUp, master, log, clock: systemClock, pagesFolder });
  opened(() => app.close());
  return app;
}
