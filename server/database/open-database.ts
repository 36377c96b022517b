import type { Config } from '../config.ts';
import { startEngine } from './embedded-engine.ts';
import { checkGivenServer } from './given-server.ts';

/** The database that this process works on, whoever runs it. */
export interface OpenDatabase {
  /** For the pool; may lead through a pooler. */
  readonly url: string;
  /** For LISTEN, migrations and advisory locks. */
  readonly directUrl: string;
  /** Stops the embedded engine; does nothing to a given server. */
  close(): Promise<void>;
}

/** Who hears of what happens to the database. */
export interface DatabaseWatch {
  /** Takes one line of progress or warning, for a person. */
  report: (line: string) => void;
  /** The embedded engine is gone and could not be brought back. */
  onLost: (fault: unknown) => void;
}

/**
 * Starts the embedded PostgreSQL, or checks the one that is given.
 *
 * @throws {EngineFault} see `startEngine`. @throws {GivenServerUnfit} see `checkGivenServer`.
 */
export async function openDatabase(config: Config, { report, onLost }: DatabaseWatch): Promise<OpenDatabase> {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = config;
  if (url === null || directUrl === null) {
    const engine = await startEngine({ dataDir: config.dataDir, report, onLost });
    return { url: engine.url, directUrl: engine.url, close: () => engine.stop() };
  }
  await checkGivenServer({ url, directUrl, poolSize: config.databasePoolSize, warn: report });
  return { url, directUrl, close: async () => undefined };
}
