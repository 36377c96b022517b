import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections on which nothing was asked yet. Browsers open them in advance, and Node counts them as busy, so a
 * server that closes would wait for them.
 */
export class SilentConnections {
  private readonly connections = new Set<Socket>();

  constructor(server: Server) {
    const forget = ({ socket }: IncomingMessage) => this.connections.delete(socket);
    server.on('connection', (socket: Socket) => {
      this.connections.add(socket);
      socket.once('close', () => this.connections.delete(socket));
    });
    server.on('request', forget);
    server.on('upgrade', forget);
  }

  /** Closes them all. */
  drop(): void {
    for (const connection of this.connections) connection.destroy();
  }
}
