import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { Config } from '../config.ts';
import type { Log } from '../shared/log.ts';
import { Callers } from './callers.ts';
import type { Door } from './door.ts';
import { answerFault, answerFaultsPlainly } from './fault-answers.ts';
import { mountGraphiql } from './graphiql.ts';
import { mountGraphqlEndpoint } from './graphql-endpoint.ts';
import { createHttpServer, SERVER_LIMITS, type ServerLimits } from './http-server.ts';
import { isLoopback } from './loopback.ts';
import { Operations } from './operations.ts';
import { Origins } from './origins.ts';
import type { MountPages } from './pages.ts';
import { mountSavedOperations, type SavedOperation } from './saved-operations.ts';
import { SchemaReading } from './schema-reading.ts';
import { securityHeaders } from './security-headers.ts';
import { SilentConnections } from './silent-connections.ts';
import { SocketEndpoint } from './socket-endpoint.ts';
import { SOCKET_LIMITS, type SocketLimits } from './socket-limits.ts';

/** Where a door listens, and what stands behind it. */
export interface ListenerOptions {
  readonly door: Door;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Origin that people type; null: whatever host they reach it by. */
  readonly url: string | null;
  /** Further origins whose pages may call this door, with bearer tokens. */
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: Config['trustProxy'];
  readonly log: Log;
  /** A second door at `/analytics/graphql`, HTTP only; absent: none. */
  readonly analytics?: AnalyticsMount | null;
  /** The pages beside the GraphQL endpoint; null: none. */
  readonly pages: MountPages | null;
  /** Development only: the schema may be read and GraphiQL is served. Refused anywhere but on loopback. */
  readonly introspection?: boolean;
  readonly serverLimits?: ServerLimits;
  readonly socketLimits?: SocketLimits;
}

/** The analytics door, and what can be fetched beside it. */
export interface AnalyticsMount {
  readonly door: Door;
  readonly saved: readonly SavedOperation[];
}

/** An open listener. */
export interface Listener {
  readonly port: number;
  /** Says goodbye to sockets, lets requests under way finish for up to 5 seconds, then closes. */
  close(): Promise<void>;
}

const PATH = '/graphql';
const ANALYTICS_PATH = '/analytics/graphql';

/** How long requests under way may take when the listener closes, in milliseconds. */
const FAREWELL = 5_000;

/**
 * Opens one door: GraphQL over HTTP and WebSocket at `/graphql`, and its pages at every other path.
 *
 * @throws {TypeError} introspection was asked for on an address that others can reach.
 * @throws {Error} with `code` EADDRINUSE, EACCES … when the port cannot be opened.
 */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const { door, log } = options;
  const introspection = options.introspection ?? false;
  if (introspection && !isLoopback(options.host)) throw new TypeError('Introspection is for loopback only.');

  const headersFor = securityHeaders(options.url);
  const serverLimits = options.serverLimits ?? SERVER_LIMITS;
  const operations = new Operations(door, log, introspection);
  const callers = new Callers(options.trustProxy);
  const app = fastify({
    serverFactory: (listener) => createHttpServer(listener, headersFor, callers, serverLimits),
    logger: false,
    genReqId: () => '',
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: () => {},
    frameworkErrors: (error, _, reply) => void answerFault(error, reply, operations.mask),
  });
  const silent = new SilentConnections(app.server);
  const parts = {
    door,
    operations,
    origins: new Origins(options.url, options.allowedOrigins),
    callers,
  };
  const sockets = new SocketEndpoint(parts, PATH, headersFor, options.socketLimits ?? SOCKET_LIMITS);
  answerFaultsPlainly(app, operations.mask);
  app.addHook('onSend', (_request, reply, payload, done) => {
    // Otherwise a connection that asked before the listener closed would hold it open.
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
  mountGraphqlEndpoint(app, PATH, parts);
  const analytics = options.analytics && {
    ...parts,
    door: options.analytics.door,
    operations: new Operations(options.analytics.door, log, introspection),
    schemaReading: SchemaReading.of(options.analytics.door, log),
  };
  if (analytics) {
    mountGraphqlEndpoint(app, ANALYTICS_PATH, analytics);
    mountSavedOperations(app, '/analytics/q', analytics, options.analytics?.saved ?? []);
  }
  if (introspection) mountGraphiql(app);
  if (options.pages) await options.pages(app, parts);

  await operations.start();
  await analytics?.operations.start();
  await analytics?.schemaReading?.start();
  app.server.on('upgrade', (request, connection, head) => sockets.upgrade(request, connection, head));
  const close = async () => {
    const last = setTimeout(() => app.server.closeAllConnections(), FAREWELL);
    silent.drop();
    await Promise.all([sockets.close(), app.close()]);
    clearTimeout(last);
    await operations.stop();
    await analytics?.operations.stop();
    await analytics?.schemaReading?.stop();
  };
  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await close();
    throw error;
  }
  return { port: (app.server.address() as AddressInfo).port, close };
}
