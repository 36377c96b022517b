import { afterEach, beforeEach } from '@jest/globals';
import { openServer, type ServerChild } from '../../../server/testing/server-child.ts';
import { useDataDir } from '../../../server/testing/temporary-folder.ts';
import { useTestDatabase } from '../../../server/testing/test-database.ts';

/** All that a test of the dashboard knows about the service. */
export interface Doors {
  /** Origin of the portal and of the reporters' endpoint. */
  readonly publicUrl: string;
  /** Origin of the dashboard and of the caseworkers' endpoint. */
  readonly staffUrl: string;
  /** Works once. */
  readonly firstAdministratorLink: string;
}

/** The built program, a new one on empty tables for each test. */
export function useDoors(): Doors {
  const dataDir = useDataDir();
  const database = useTestDatabase();
  let server: ServerChild | undefined;

  beforeEach(async () => {
    server = await openServer({
      DATA_DIR: dataDir.path,
      DATABASE_URL: database.url,
      ORGANISATION_NAME: 'Example University',
    });
  });
  afterEach(() => {
    server = undefined;
  });

  const opened = () => {
    if (server === undefined) throw new Error('The doors are open inside tests only');
    return server;
  };
  return {
    get publicUrl() {
      return opened().publicUrl;
    },
    get staffUrl() {
      return opened().staffUrl;
    },
    get firstAdministratorLink() {
      const [, link] = /First administrator +(\S+)/.exec(opened().child.out()) ?? [];
      if (link === undefined) throw new Error('The service printed no link for a first administrator');
      return link;
    },
  };
}
