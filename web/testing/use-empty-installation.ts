import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { killChildren } from '../../server/testing/child.ts';
import { openServer, type ServerChild } from '../../server/testing/server-child.ts';
import { createEmptyDatabase } from '../../server/testing/test-database.ts';

/** The built program on a database of its own in which nothing stands yet. */
export interface EmptyInstallation {
  readonly publicUrl: string;
  readonly staffUrl: string;
  /** What the program prints for the first administrator. */
  readonly firstLink: string;
  /** Whoever has this has stolen the database. */
  readonly databaseUrl: string;
}

/** Starts it once for the tests of a file. @param name of the file, letters only. */
export function useEmptyInstallation(name: string): EmptyInstallation {
  let server: ServerChild | undefined;
  let folder = '';
  let databaseUrl = '';

  beforeAll(async () => {
    const database = await createEmptyDatabase(name);
    databaseUrl = database.ownerUrl;
    folder = await mkdtemp(join(tmpdir(), 'restante data '));
    await chmod(folder, 0o755);
    server = await openServer({
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: database.url,
      ORGANISATION_NAME: 'Made-up University',
    });
  }, 60_000);
  afterAll(async () => {
    await killChildren();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = () => {
    if (server === undefined) throw new Error('The installation is open inside tests only');
    return server;
  };
  return {
    get publicUrl() {
      return opened().publicUrl;
    },
    get staffUrl() {
      return opened().staffUrl;
    },
    get firstLink() {
      const [, link = ''] = /First administrator +(\S+)/.exec(opened().child.out()) ?? [];
      return link;
    },
    get databaseUrl() {
      return databaseUrl;
    },
  };
}
