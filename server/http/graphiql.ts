import type { FastifyInstance } from 'fastify';

/** What runs in the browser: bundled with everything it needs, so that nothing is fetched from another host. */
const PROGRAM = `
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const subscriptionUrl = Object.assign(new URL('/graphql', location.href), { protocol: 'ws:' }).href;
const fetcher = createGraphiQLFetcher({ url: '/graphql', subscriptionUrl });
document.body.style.cssText = 'margin: 0; height: 100vh';
createRoot(document.body).render(createElement(GraphiQL, { fetcher, defaultEditorToolsVisibility: 'headers' }));
`;

const PAGE = [
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>GraphiQL</title>',
  '<link rel="stylesheet" href="/graphiql/main.css"><script type="module" src="/graphiql/main.js"></script>',
  '</head><body></body></html>',
].join('');

/**
 * Serves GraphiQL at `/graphiql`, for development. Bundled at the first request; needs the development packages.
 *
 * To ask as a reporter, write `{ "authorization": "Bearer <token>" }` in its headers: sockets send them as well.
 */
export function mountGraphiql(app: FastifyInstance): void {
  let bundled: Promise<ReadonlyMap<string, string>> | undefined;
  const file = (name: string, type: string) => {
    app.get(`/graphiql/${name}`, async (_, reply) => {
      bundled ??= bundle();
      return reply.type(type).send((await bundled).get(name) ?? '');
    });
  };
  app.get('/graphiql', async (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  file('main.js', 'text/javascript; charset=utf-8');
  file('main.css', 'text/css; charset=utf-8');
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: import.meta.dirname, sourcefile: 'main.js' },
    outfile: 'main.js',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return new Map([
    ['main.js', text('.js')],
    // Its fonts are data: addresses, which the content security policy forbids.
    ['main.css', text('.css').replaceAll(/@font-face\s*\{[^}]*\}/g, '')],
  ]);
}
