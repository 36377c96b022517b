import { setImmediate } from 'node:timers/promises';
import type { WebSocket as ProtocolSocket, ServerOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import { isDatabaseUnavailable } from '../database/database-unavailable.ts';
import type { Viewer } from '../viewer.ts';
import { ANYONE } from '../viewer.ts';
import type { SocketLimits } from './socket-limits.ts';

/** One reason for each code that a socket is closed with; the protocol library's own repeat what the client sent. */
const REASONS: Readonly<Record<number, string>> = {
  1001: 'Going away',
  1008: 'Too many messages',
  1013: 'Try again later',
  4400: 'Bad request',
  4401: 'Unauthorized',
  4403: 'Forbidden',
  4406: 'Subprotocol not acceptable',
  4408: 'Connection initialisation timeout',
  4409: 'Subscriber already exists',
  4429: 'Too many initialisation requests',
  4500: 'Internal server error',
};

/** The server side of one client's socket. Holds as little as it can: there may be ten thousand. */
export class OpenSocket extends WebSocket {
  viewer: Viewer = ANYONE;
  caller = '';
  /** From the cookie at the upgrade; dropped as soon as it was used. */
  token: string | null = null;
  /** Stops watching the session. */
  unwatch: (() => void) | null = null;
  /** An answer came since the last ping. */
  isAlive = true;
  private leave: ((code: number, reason: string) => Promise<void>) | null = null;
  private failed: (error: unknown) => void = ignore;
  private messagesLeft = 0;
  private refilledAt = 0;

  /** Joins the socket to the protocol. @param failed told what the protocol threw while it handled a message. */
  join(protocol: ProtocolServer, limits: SocketLimits, failed: (error: unknown) => void): void {
    this.failed = failed;
    this.messagesLeft = limits.messages.burst;
    this.refilledAt = performance.now();
    this.on('error', ignore);
    this.on('pong', this.markAlive);
    this.on('close', this.dispose);
    this.leave = protocol.opened(this.adapter(limits), this);
  }

  /** Ends every operation at once and closes; `ws` cuts the connection when the client does not answer in time. */
  end(code: number): void {
    this.close(code, REASONS[code] ?? '');
    this.dispose(code);
  }

  /** Ends every operation and the connection at once. */
  cut(): void {
    this.dispose(1006);
    this.terminate();
  }

  private adapter(limits: SocketLimits): ProtocolSocket {
    return {
      protocol: this.protocol,
      send: (text) => this.sendWithin(limits, text),
      close: (code = 4500) => this.end(code),
      onMessage: (handle) => {
        this.on('message', (data: Buffer, isBinary: boolean) => {
          this.isAlive = true;
          if (isBinary) return this.end(4400);
          if (!this.takeMessage(limits)) return this.end(1008);
          const text = data.toString('utf8');
          if (!isClientMessage(text)) return this.end(4400);
          handle(text).catch((error: unknown) => {
            this.failed(error);
            this.end(isDatabaseUnavailable(error) ? 1013 : 4500);
          });
        });
      },
      // The library would send back what the client put in.
      onPing: async () => this.sendWithin(limits, '{"type":"pong"}'),
    };
  }

  private async sendWithin(limits: SocketLimits, text: string): Promise<void> {
    // A source that is always ready would otherwise never let the event loop find out that the client is gone.
    if (this.readyState !== WebSocket.OPEN) return void (await setImmediate());
    if (this.bufferedAmount > limits.unsentBytes) return this.cut();
    if (text.length * 3 <= limits.frameBytes) return this.sendFrame(text, true);
    const bytes = Buffer.from(text);
    if (bytes.length > limits.messageBytes)
      throw new RangeError('The answer is longer than a message may be.');
    const frames: Promise<void>[] = [];
    for (let from = 0; from < bytes.length; from += limits.frameBytes) {
      const until = from + limits.frameBytes;
      frames.push(this.sendFrame(bytes.subarray(from, until), until >= bytes.length));
    }
    await Promise.all(frames);
  }

  /** Settles when the bytes have left this process, so that a feed waits for a client that reads slowly. */
  private sendFrame(data: string | Buffer, fin: boolean): Promise<void> {
    // A failed send is a socket that is gone; its close event says so.
    return new Promise((resolve) => this.send(data, { binary: false, fin }, () => resolve()));
  }

  private takeMessage({ messages }: SocketLimits): boolean {
    const now = performance.now();
    const refill = ((now - this.refilledAt) / 1_000) * messages.perSecond;
    this.messagesLeft = Math.min(messages.burst, this.messagesLeft + refill) - 1;
    this.refilledAt = now;
    return this.messagesLeft >= 0;
  }

  private markAlive(): void {
    this.isAlive = true;
  }

  private dispose(code: number): void {
    this.unwatch?.();
    this.unwatch = null;
    this.viewer = ANYONE;
    this.token = null;
    const { leave } = this;
    this.leave = null;
    leave?.(code, '').catch(this.failed);
  }
}

/** graphql-ws, with sockets of ours beside each connection. */
export interface ProtocolServer {
  opened(socket: ProtocolSocket, extra: OpenSocket): (code?: number, reason?: string) => Promise<void>;
}

/** Options of graphql-ws for these sockets. */
export type ProtocolOptions = ServerOptions<Record<string, unknown>, OpenSocket>;

const CLIENT_MESSAGES = new Set<unknown>(['connection_init', 'subscribe', 'complete', 'ping', 'pong']);

/** The library takes what only servers send for a fault of its own. */
function isClientMessage(text: string): boolean {
  try {
    const message: unknown = JSON.parse(text);
    return (
      typeof message === 'object' && message !== null && CLIENT_MESSAGES.has(Reflect.get(message, 'type'))
    );
  } catch {
    return false;
  }
}

function ignore(): void {}
