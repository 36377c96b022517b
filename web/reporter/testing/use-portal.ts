import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { type App, openApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { openLog } from '../../../server/shared/log.ts';
import { type TestServer, useTestServer } from '../../../server/testing/test-server.ts';

/** The built portal in front of a real server and a real database. */
export interface PortalLab {
  /** where the portal's pages are, without a slash at the end */
  readonly url: string;
  /** seeds, staff and clock of the server behind it */
  readonly server: TestServer;
  /** every line of the portal's log since the test began */
  readonly logLines: readonly string[];
}

const PAGES = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** Gives each test of a `describe` a portal of its own. The pages have to be built: `npx react-router build web/reporter`. */
export function usePortal(): PortalLab {
  const server = useTestServer();
  const logLines: string[] = [];
  let app: App | null = null;

  beforeEach(async () => {
    logLines.length = 0;
    app = await openApp({
      config: readConfig({ PORT: '0', LISTENERS: 'public', NODE_ENV: 'test' }),
      dataSource: server.dataSource,
      wakeUp: server.wakeUp,
      master: server.master,
      log: openLog('debug', { write: (line: string) => void logLines.push(line) }),
      clock: server.clock,
      pagesFolder: PAGES,
    });
  });
  afterEach(async () => {
    await app?.close();
    app = null;
  });

  return {
    server,
    logLines,
    get url() {
      if (!app?.publicUrl) throw new Error('The portal is open inside tests only');
      return app.publicUrl;
    },
  };
}
