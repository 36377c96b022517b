import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type Server, type ServerOptions, WebSocketServer } from 'ws';
import type { EndpointParts } from './endpoint-parts.ts';
import { refuseConnection } from './fixed-answers.ts';
import { Heartbeat } from './heartbeat.ts';
import { hasOneHost } from './http-server.ts';
import { OpenSocket, type ProtocolServer } from './open-socket.ts';
import type { Provenance } from './origins.ts';
import type { HeaderList } from './security-headers.ts';
import { cookieToken, SESSION_COOKIE } from './session-tokens.ts';
import type { SocketLimits } from './socket-limits.ts';
import { socketProtocol } from './socket-protocol.ts';

/** Lets sockets in at one path, and keeps count of them. */
export class SocketEndpoint {
  private readonly server: Server<typeof OpenSocket>;
  private readonly protocol: ProtocolServer;
  private readonly heartbeat: Heartbeat;
  private readonly sockets = new Set<OpenSocket>();
  private readonly byCaller = new Map<string, number>();
  private isClosing = false;

  constructor(
    private readonly parts: EndpointParts,
    private readonly path: string,
    private readonly headersFor: (host: string | undefined) => HeaderList,
    private readonly limits: SocketLimits,
  ) {
    this.protocol = socketProtocol(parts, limits);
    this.heartbeat = new Heartbeat(limits.heartbeatMs);
    const options: ServerOptions<typeof OpenSocket> & { closeTimeout: number } = {
      noServer: true,
      WebSocket: OpenSocket,
      clientTracking: false,
      maxPayload: limits.frameBytes,
      maxFragments: 64,
      perMessageDeflate: false,
      closeTimeout: limits.closeMs,
      handleProtocols,
    };
    this.server = new WebSocketServer(options);
    this.server.on('headers', (lines, request) => {
      for (const [name, value] of headersFor(request.headers.host)) lines.push(`${name}: ${value}`);
    });
    // The library's own refusal would lack the headers.
    this.server.on('wsClientError', (_, connection, request) => this.refuse(connection, request, 400));
  }

  /** Answers a request to upgrade: lets the socket in, or refuses with a fixed answer. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on('error', () => connection.destroy());
    const provenance = this.parts.origins.of(request.headers);
    const caller = this.parts.callers.of(request);
    const refused = this.refusal(request, provenance, caller);
    if (refused !== null) {
      this.refuse(connection, request, refused);
      return;
    }
    const name = SESSION_COOKIE[this.parts.door.name];
    const token = provenance === 'own' ? cookieToken(request.headers.cookie, name) : null;

    this.server.handleUpgrade(request, connection, head, (socket) => {
      socket.caller = caller;
      socket.token = token;
      this.count(socket);
      socket.join(this.protocol, this.limits, (error) => void this.parts.operations.mask.incident(error));
    });
  }

  /** Tells every socket that the server goes, and cuts those that do not answer in time. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.heartbeat.stop();
    const closed = [...this.sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of this.sockets) socket.end(1001);
    await Promise.all(closed);
  }

  private refusal(request: IncomingMessage, provenance: Provenance, caller: string): number | null {
    if (!hasOneHost(request)) return 400;
    if (request.url?.split('?', 1)[0] !== this.path) return 404;
    if (provenance === 'foreign') return 403;
    return this.hasRoomFor(caller) ? null : 503;
  }

  private hasRoomFor(caller: string): boolean {
    if (this.isClosing || this.sockets.size >= this.limits.all) return false;
    return (this.byCaller.get(caller) ?? 0) < this.limits.perCaller;
  }

  private count(socket: OpenSocket): void {
    const { caller } = socket;
    this.sockets.add(socket);
    this.heartbeat.add(socket);
    this.byCaller.set(caller, (this.byCaller.get(caller) ?? 0) + 1);
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.heartbeat.remove(socket);
      const left = (this.byCaller.get(caller) ?? 1) - 1;
      if (left === 0) this.byCaller.delete(caller);
      else this.byCaller.set(caller, left);
    });
  }

  private refuse(connection: Duplex, request: IncomingMessage, status: number): void {
    refuseConnection(connection, status, this.headersFor(request.headers.host));
  }
}
