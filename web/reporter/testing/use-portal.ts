import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type App, entities, openApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { Argon2Queue } from '../../../server/crypto/argon2-queue.ts';
import { openDataSource } from '../../../server/database/data-source.ts';
import { openLog } from '../../../server/shared/log.ts';
import { DatabaseProxy } from '../../../server/testing/database-proxy.ts';
import { noonOfToday, type TestServer, useTestServer } from '../../../server/testing/test-server.ts';

/** The built portal in front of a real server and a real database. */
export interface PortalLab {
  /** where the portal's pages are, without a slash at the end */
  readonly url: string;
  /** seeds, staff and clock of the server behind it */
  readonly server: TestServer;
  /** between the portal and its database; only the portal goes through it */
  readonly database: DatabaseProxy;
  /** every line of the portal's log since the test began */
  readonly logLines: readonly string[];
  /** Changes columns of the organisation's settings, and lets the second pass for which a process may know those from before. */
  set(columns: string, values?: readonly unknown[]): Promise<void>;
  /** Takes every place of the portal's Argon2 queue until the test ends. */
  beBusy(): void;
}

const SETTINGS_AGE = 1_000; // 1 second
const PAGES = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** Gives each test of a `describe` a portal of its own. The pages have to be built: `npx react-router build web/reporter`. */
export function usePortal(): PortalLab {
  const server = useTestServer(noonOfToday);
  const logLines: string[] = [];
  let portal: Portal | null = null;

  beforeEach(async () => {
    logLines.length = 0;
    portal = await openPortal(server, logLines);
  });
  afterEach(async () => {
    const closing = portal;
    portal = null;
    closing?.free();
    await closing?.app.close();
    await closing?.dataSource.destroy().catch(() => undefined);
    await closing?.database.close();
  });
  const opened = () => {
    if (!portal) throw new Error('The portal is open inside tests only');
    return portal;
  };

  return {
    server,
    logLines,
    get url() {
      return opened().app.publicUrl ?? '';
    },
    get database() {
      return opened().database;
    },
    async set(columns, values = []) {
      await server.dataSource.query(`UPDATE organisation SET ${columns}`, [...values]);
      server.clock.advance(SETTINGS_AGE + 1);
    },
    beBusy: () => opened().beBusy(),
  };
}

interface Portal {
  readonly app: App;
  readonly dataSource: DataSource;
  readonly database: DatabaseProxy;
  beBusy(): void;
  free(): void;
}

async function openPortal(server: TestServer, logLines: string[]): Promise<Portal> {
  const database = await DatabaseProxy.open(server.databaseUrl);
  const dataSource = await openDataSource({ url: database.url, poolSize: 4, entities });
  const argon2 = new Argon2Queue({ atOnce: 1, waiting: 0 });
  const app = await openApp({
    config: readConfig({ PORT: '0', LISTENERS: 'public', NODE_ENV: 'test' }),
    dataSource,
    wakeUp: server.wakeUp,
    master: server.master,
    log: openLog('debug', { write: (line: string) => void logLines.push(line) }),
    clock: server.clock,
    argon2,
    pagesFolder: PAGES,
  });
  let free: () => void = () => undefined;
  const beBusy = () => {
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    void argon2.run('test', () => held);
  };
  return { app, dataSource, database, beBusy, free: () => free() };
}
