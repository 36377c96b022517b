import { afterEach } from '@jest/globals';
import { type App, entities, openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { Argon2Queue } from '../crypto/argon2-queue.ts';
import { openDataSource } from '../database/data-source.ts';
import { WakeUp } from '../database/wake-up.ts';
import { openLog } from '../shared/log.ts';
import { GraphQLClient } from './graphql-client.ts';
import { KeptAdministrator } from './kept-administrator.ts';
import { Seed } from './seed.ts';
import type { TestClock, TestServer } from './test-server.ts';

/** Another process's worth of the program on the same database, with a pool, a queue and a wake-up of its own. */
export interface SecondServer {
  readonly app: App;
  readonly publicUrl: string;
  readonly staffUrl: string;
  readonly seed: Seed;
  readonly logLines: readonly string[];
  anyone(): GraphQLClient;
  stranger(): GraphQLClient;
  argon2Runs(): number;
}

/** How the second server reaches the database. */
export interface SecondServerOptions {
  /** @default that of the first server. */
  readonly url?: string;
  /** For LISTEN. @default `url` */
  readonly directUrl?: string;
  /** 32 bytes. @default that of the first server. */
  readonly master?: Buffer;
  /** @default that of the first server. */
  readonly clock?: TestClock;
  /** Most connections at once. @default 10 */
  readonly poolSize?: number;
}

/** Opens further servers beside the first one and closes them after each test. */
export function useSecondServers(lab: TestServer): (options?: SecondServerOptions) => Promise<SecondServer> {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  return async ({
    url = lab.databaseUrl,
    directUrl = url,
    master = lab.master,
    clock = lab.clock,
    poolSize = 10,
  } = {}) => {
    const logLines: string[] = [];
    const log = openLog('debug', { write: (line: string) => void logLines.push(line) });
    const argon2 = new Argon2Queue();
    const dataSource = await openDataSource({ url, poolSize, entities });
    open.push(() => dataSource.destroy());
    const wakeUp = new WakeUp({ directUrl, log });
    open.push(() => wakeUp.stop());
    await wakeUp.start();
    const app = await openApp({
      config: readConfig({ PORT: '0', STAFF_PORT: '0', NODE_ENV: 'test' }),
      dataSource,
      wakeUp,
      master,
      log,
      clock,
      argon2,
      pagesFolder: null,
    });
    open.push(() => app.close());
    const publicUrl = app.publicUrl ?? '';
    const staffUrl = app.staffUrl ?? '';
    const anyone = () => new GraphQLClient(publicUrl);
    const stranger = () => new GraphQLClient(staffUrl);
    return {
      app,
      publicUrl,
      staffUrl,
      logLines,
      anyone,
      stranger,
      argon2Runs: () => argon2.runs,
      seed: new Seed(app, anyone, stranger, dataSource, clock, new KeptAdministrator()),
    };
  };
}
