import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
]);

const shrink = promisify(gzip);

/** One built file, whole in memory. */
export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  /** Shrinks the body once, at the first client that takes it so; null where that saves nothing. */
  gzipped(): Promise<Buffer | null>;
}

/**
 * Reads a folder of built files into memory, by the path they are asked for, e.g. `/assets/main.js`.
 *
 * What is not in the list cannot be asked for, so no path leads out of the folder. Hidden files, source maps and
 * unknown types are left out.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = TYPES.get(posix.extname(path));
    if (!entry.isFile() || type === undefined || path.includes('/.')) continue;
    files.set(path, staticFile(await readFile(file), type));
  }
  return files;
}

/** Sends one file. @param kept Cache-Control for it; absent: it is not kept. */
export async function sendStaticFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  kept?: string,
): Promise<FastifyReply> {
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const small = takesGzip ? await file.gzipped() : null;
  reply.type(file.type).header('vary', 'Accept-Encoding');
  if (kept !== undefined) reply.header('cache-control', kept);
  if (small) reply.header('content-encoding', 'gzip');
  return reply.send(small ?? file.body);
}

function staticFile(body: Buffer, type: string): StaticFile {
  const isText = /^text|json|svg/.test(type);
  let shrunk: Promise<Buffer | null> | undefined;
  return {
    type,
    body,
    gzipped() {
      shrunk ??= isText
        ? shrink(body).then((small) => (small.length < body.length ? small : null))
        : Promise.resolve(null);
      return shrunk;
    },
  };
}
