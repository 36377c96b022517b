import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type AppLoadContext,
  createRequestHandler,
  isRouteErrorResponse,
  type ServerBuild,
} from 'react-router';
import { StartFault } from '../shared/start-fault.ts';
import type { EndpointParts } from './endpoint-parts.ts';
import { statusOf } from './fault-answers.ts';
import { sendFixedPage } from './fixed-pages.ts';
import { type Execute, executeInProcess } from './in-process.ts';
import { mountScope } from './mount-scope.ts';
import type { MountPages } from './pages.ts';
import { readStaticFiles, sendStaticFile } from './static-files.ts';

/** What the portal's loaders and actions are handed. */
export interface PortalContext extends PortalSealer {
  readonly execute: Execute;
  /** The status of a request that no page is asked with; its page says so, in its language. null: a page is asked. */
  readonly refused: number | null;
  /** Notes that a page failed, under an incident id and with nothing of the request. Never throws. */
  reportIncident(error: unknown): void;
}

/** Seals what a short-lived cookie of the portal holds. */
export interface PortalSealer {
  /** @returns base64url, without padding. */
  seal(text: string): string;
  /** @returns null for what was not sealed here, was changed, or is older than two minutes. */
  unseal(sealed: string): string | null;
}

/**
 * Largest form, in bytes. Every answer comes back in hidden fields, percent-encoded, where an Arabic letter is six bytes:
 * a paste of 45,000 of them has to come in, to be shown once more with the words "shorten it".
 */
const FORM_BYTES = 1024 * 1024;

/** All that a page may know of the request it answers. The rest would only tell who asks. */
const PASSED_HEADERS = ['accept', 'content-type', 'cookie', 'host', 'origin', 'sec-fetch-site'];

/** Nothing that would begin another part of an address. */
const HOST = /^[^/?#@\\]+$/;

/** Headers of a rendered page that are not passed on, besides all that this listener sets itself. */
const DROPPED_HEADERS =
  /^(?:etag|last-modified|server|x-powered-by|date|content-length|transfer-encoding|connection|keep-alive)$/;

/**
 * The reporters' pages: rendered here, with GraphQL executed in process.
 *
 * Its files are not kept by browsers (Cache-Control: no-store), although their names hold a hash: a style sheet in a
 * cache on a shared device would tell that somebody was here, after they pressed "Leave this page".
 *
 * @param folder where the build lies, e.g. `dist/web/reporter`.
 * @param scheme how the pages are reached from outside, `https` behind a proxy that ends TLS.
 */
export function portalPages(folder: string, scheme: 'http' | 'https', sealer: PortalSealer): MountPages {
  return async (app, parts) => {
    const build = await loadBuild(folder);
    const files = await readStaticFiles(join(folder, 'client'));
    const render = createRequestHandler(build, 'production');
    const rendered = (asked: Request, context: PortalContext) =>
      render(asked, context as unknown as AppLoadContext);

    mountScope(app, 'portal', async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'buffer', bodyLimit: FORM_BYTES },
        async (_: FastifyRequest, body: Buffer) => body,
      );
      scope.setErrorHandler((error: Error, request, reply) => {
        const status = statusOf(error);
        if (status >= 500) parts.operations.mask.incident(error);
        return refuse(request, reply, status);
      });
      scope.addHook('onRequest', async (request, reply) => {
        if (request.method === 'POST' && !parts.origins.isOwnForm(request.headers))
          return refuse(request, reply, 403);
      });
      scope.route({
        method: ['GET', 'HEAD', 'POST'],
        url: '/*',
        handler: async (request, reply) => {
          const file = request.method === 'POST' ? undefined : files.get(request.url.split('?', 1)[0] ?? '/');
          if (file) return sendStaticFile(request, reply, file);
          const asked = pageRequest(request, scheme);
          if (!asked) return sendFixedPage(reply, 400);
          const page = await rendered(asked, contextFor(parts, request, sealer));
          // Without the loaders of a page there is no language and nobody to call.
          return page.status === 405 ? refuse(request, reply, 405) : sendPage(reply, page);
        },
      });

      /** The page at the address says why in its language; a fixed one does where no page can. */
      async function refuse(request: FastifyRequest, reply: FastifyReply, status: number) {
        // Nobody waits for it any more, and to make it takes milliseconds.
        if (reply.raw.socket?.destroyed !== false) return sendFixedPage(reply, status);
        const address = addressOf(request, scheme);
        const context = { ...contextFor(parts, request, sealer), refused: status };
        // Without its cookie: nothing is done here in anybody's name.
        const page = address && (await rendered(new Request(address), context).catch(() => null));
        return page && page.status === status ? sendPage(reply, page) : sendFixedPage(reply, status);
      }
    });
  };
}

async function loadBuild(folder: string): Promise<ServerBuild> {
  const file = pathToFileURL(join(folder, 'server', 'index.js')).href;
  return import(file).catch((error: unknown) => {
    throw new StartFault(
      'The portal is not built, or its build cannot be loaded.',
      'Start with npm start, which builds it.',
      {
        cause: error,
      },
    );
  });
}

function contextFor(parts: EndpointParts, request: FastifyRequest, sealer: PortalSealer): PortalContext {
  return {
    execute: executeInProcess(parts, parts.callers.of(request.raw)),
    refused: null,
    reportIncident(error) {
      // A page that does not exist is no incident.
      if (isRouteErrorResponse(error) && error.status < 500) return;
      parts.operations.mask.incident(error);
    },
    seal: (text) => sealer.seal(text),
    unseal: (sealed) => sealer.unseal(sealed),
  };
}

/** @returns null where the Host header, which is whatever a client wrote, makes no address. */
function pageRequest(request: FastifyRequest, scheme: string): Request | null {
  const address = addressOf(request, scheme);
  if (!address) return null;
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = request.body instanceof Buffer ? new Uint8Array(request.body) : undefined;
  return new Request(address, { method: request.method, headers, body });
}

/** Where a page was asked for; null as above. */
function addressOf(request: FastifyRequest, scheme: string): string | null {
  const host = request.headers.host ?? 'localhost';
  const address = `${scheme}://${host}${request.url}`;
  return HOST.test(host) && URL.canParse(address) ? address : null;
}

/** Sent whole or not at all, so that a page that fails half way leaves nothing behind. */
async function sendPage(reply: FastifyReply, page: Response): Promise<FastifyReply> {
  const body = Buffer.from(await page.arrayBuffer());
  const isPage = page.headers.get('content-type')?.startsWith('text/html') ?? false;
  // The framework's last resort is a line of its own.
  if (page.status >= 500 && !isPage) return sendFixedPage(reply, page.status);
  for (const [name, value] of page.headers) {
    if (name === 'set-cookie' || DROPPED_HEADERS.test(name) || reply.raw.hasHeader(name)) continue;
    reply.header(name, value);
  }
  const cookies = page.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.code(page.status).send(body.length > 0 ? body : null);
}
