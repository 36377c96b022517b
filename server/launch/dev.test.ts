import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Child, startChild } from '../testing/child.ts';
import { eventually } from '../testing/eventually.ts';
import { launchServer } from '../testing/server-child.ts';
import { useDataDir } from '../testing/temporary-folder.ts';

const OPEN_WITHIN = 150_000; // 2.5 minutes: the first start in watch mode compiles everything

describe('the ways to start', () => {
  const dataDir = useDataDir();

  const launch = async (script: string, env: Record<string, string> = {}) => {
    const [port, staffPort] = [await freePort(), await freePort()];
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    const child = startChild([join(import.meta.dirname, script)], {
      env: {
        PATH,
        HOME,
        ...(TMPDIR ? { TMPDIR } : {}),
        DATA_DIR: dataDir.path,
        PORT: String(port),
        STAFF_PORT: String(staffPort),
        ...env,
      },
    });
    await opened(child);
    return { child, doors: [`http://localhost:${port}`, `http://localhost:${staffPort}`] };
  };

  it(
    'show schema, GraphiQL and a dashboard that follows changes in development, and end well',
    async () => {
      const { child, doors } = await launch('dev.mjs');
      const dashboard = /Dashboard with changes +(\S+)/.exec(child.out())?.[1] ?? '';

      for (const door of doors) {
        expect(await introspect(door)).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
        expect(await (await fetch(`${door}/graphiql`)).text()).toContain('<title>GraphiQL</title>');
      }
      expect(await (await fetch(dashboard)).text()).toContain('/@vite/client');
      child.kill('SIGINT');

      expect(await child.ended).toBe(0);
    },
    OPEN_WITHIN + 30_000,
  );

  it(
    'keep the schema closed in npm start, also where the shell of a developer says otherwise',
    async () => {
      const { child, doors } = await launch('start.mjs', { NODE_ENV: 'development' });

      for (const door of doors) {
        expect(await introspect(door)).toMatchObject({
          errors: [{ extensions: { code: 'BAD_USER_INPUT' } }, {}],
        });
        expect(await (await fetch(`${door}/graphiql`)).text()).not.toContain('<title>GraphiQL</title>');
      }
      child.kill('SIGTERM');

      expect(await child.ended).toBe(0);
    },
    OPEN_WITHIN + 30_000,
  );

  it('refuse development on an address that others can reach', async () => {
    const child = launchServer({ DATA_DIR: dataDir.path, NODE_ENV: 'development', HOST: '0.0.0.0' });

    expect(await child.ended).toBe(1);
    expect(child.err()).toMatch(/HOST is not an address of this machine alone\.\nUnset HOST/);
  });
});

async function opened(child: Child): Promise<void> {
  const end = child.ended.then((how) => {
    throw new Error(`It ended with ${how}.\n${child.out()}\n${child.err()}`);
  });
  await Promise.race([end, eventually(() => child.out().includes('Restante is open.'), OPEN_WITHIN)]);
  end.catch(() => undefined);
}

async function introspect(door: string): Promise<unknown> {
  const answer = await fetch(`${door}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
  });
  return await answer.json();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
