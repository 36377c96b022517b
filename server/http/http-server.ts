import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { BodyRoom } from './body-room.ts';
import type { Callers } from './callers.ts';
import { refuseConnection } from './fixed-answers.ts';
import { fixedPage } from './fixed-pages.ts';
import type { HeaderList } from './security-headers.ts';

/** How long a client may take, in milliseconds, and how much there may be of everything at once. */
export interface ServerLimits {
  /** Until the request's headers have come. */
  readonly headersMs: number;
  /** Until the whole request has come: a long report in Arabic is several hundred KB, a poor line carries 2 KB a second. */
  readonly requestMs: number;
  /** Between two requests on one connection. */
  readonly keepAliveMs: number;
  /** Without a byte either way: ends clients that do not read their answer. */
  readonly idleMs: number;
  /** Sockets of all kinds; past it the system's connection is closed at once. */
  readonly connections: number;
  /** Bytes of bodies that may be under way at once. */
  readonly bodyBytes: number;
}

/**
 * Node's own limits are minutes. There is none on requests per connection: behind a proxy one connection carries
 * many strangers, and cutting it would only cost them handshakes.
 */
export const SERVER_LIMITS: ServerLimits = Object.freeze({
  headersMs: 10_000, // 10 seconds
  requestMs: 300_000, // 5 minutes
  keepAliveMs: 20_000, // 20 seconds
  idleMs: 75_000, // 75 seconds
  connections: 24_576,
  bodyBytes: 134_217_728, // 128 MiB
});

/** As browsers send the forms of the portal. */
const FORM_TYPE = 'application/x-www-form-urlencoded';

const PARSER_STATUS = new Map<unknown, number>([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
]);

/**
 * Node's server, with the fixed headers on every answer, and a fixed answer where Node would write one of its own.
 *
 * @param headersFor by the request's Host header.
 */
export function createHttpServer(
  listener: RequestListener,
  headersFor: (host: string | undefined) => HeaderList,
  callers: Callers,
  limits: ServerLimits,
): Server {
  const bodies = new BodyRoom(limits.bodyBytes, callers);
  /** Connections on which the form of a page comes in, so that a person waits for the answer. */
  const forms = new WeakSet<Duplex>();
  const answer: RequestListener = (request, response) => {
    if (request.headers['content-type'] === FORM_TYPE) forms.add(request.socket);
    else forms.delete(request.socket);
    for (const [name, value] of headersFor(request.headers.host)) response.setHeader(name, value);
    if (!hasOneHost(request)) return refuse(request, response, 400);
    listener(request, response);
    bodies.hold(request, response, () => refuse(request, response, 503));
  };
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs / 2),
      // Node's own refusal would lack the headers.
      requireHostHeader: false,
    },
    answer,
  );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleMs);
  server.on('checkExpectation', (request, response) => refuse(request, response, 417));
  server.on('clientError', (error: NodeJS.ErrnoException, connection: Duplex) => {
    if (error.code === 'ECONNRESET' || !connection.writable) connection.destroy();
    else {
      const status = PARSER_STATUS.get(error.code) ?? 400;
      refuseConnection(connection, status, headersFor(undefined), pageFor(connection, status));
    }
  });
  return server;

  function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
    const { socket } = request;
    // It was asked before an earlier request was answered: the connection is still that one's, and detaching throws.
    if (response.socket !== socket || response.headersSent) return void socket.destroy();
    response.detachSocket(socket);
    refuseConnection(socket, status, headersFor(request.headers.host), pageFor(socket, status));
  }

  function pageFor(connection: Duplex, status: number): string | null {
    return forms.has(connection) ? fixedPage(status) : null;
  }
}

/** Whether a request names one host. Of several, a proxy may have gone by another one than this program would (RFC 9112, section 3.2). */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}
