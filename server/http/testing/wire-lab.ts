import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach } from '@jest/globals';
import { openLog } from '../../shared/log.ts';
import { SocketClient, type SocketClientOptions } from '../../testing/socket-client.ts';
import { type Listener, type ListenerOptions, openListener } from '../listeners.ts';
import { TestDoor } from './test-door.ts';

/** A whole answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  json(): { data?: Record<string, unknown> | null; errors?: WireError[] };
}

/** An error as clients see it. */
export interface WireError {
  message: string;
  path?: unknown;
  extensions: { code: string; incident?: string };
}

type Options = Partial<Omit<ListenerOptions, 'door' | 'log'>> & { door?: TestDoor };

/** A listener on a port of its own, with everything it logs and every way to talk to it. */
export class WireLab implements AsyncDisposable {
  private readonly clients: SocketClient[] = [];

  private constructor(
    readonly door: TestDoor,
    private readonly listener: Listener,
    private readonly lines: string[],
  ) {}

  static async open({ door = new TestDoor(), ...options }: Options = {}): Promise<WireLab> {
    const lines: string[] = [];
    const listener = await openListener({
      door,
      host: '127.0.0.1',
      port: 0,
      url: null,
      allowedOrigins: [],
      trustProxy: false,
      pages: null,
      log: openLog('debug', { write: (line) => void lines.push(line) }),
      ...options,
    });
    return new WireLab(door, listener, lines);
  }

  get port(): number {
    return this.listener.port;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Everything that was logged. */
  get log(): string {
    return this.lines.join('');
  }

  /** Sends one operation as JSON. */
  graphql(query: string, variables?: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.post(JSON.stringify({ query, variables }), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  post(body: string | Buffer, headers: OutgoingHttpHeaders = {}, path = '/graphql'): Promise<Answer> {
    return this.send('POST', path, headers, body);
  }

  async send(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders = {},
    body: string | Buffer = '',
  ): Promise<Answer> {
    const sent = httpRequest({ host: '127.0.0.1', port: this.port, method, path, headers, agent: false });
    sent.end(body);
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    return {
      status: response.statusCode,
      headers: response.headers,
      body: text,
      json: () => JSON.parse(text),
    };
  }

  /** A bare connection, for what no HTTP client would send. */
  async connect(): Promise<Socket> {
    const socket = connect(this.port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  }

  /** Writes to a bare connection and reads until the server closes it. */
  async exchange(text: string): Promise<string> {
    const socket = await this.connect();
    socket.write(text);
    return readAll(socket);
  }

  /** Opens a socket without saying anything on it. */
  async socket(options: SocketClientOptions = {}): Promise<SocketClient> {
    const client = await SocketClient.open(`ws://${this.host}/graphql`, options);
    this.clients.push(client);
    return client;
  }

  /** Opens a socket that was acknowledged. @param init payload of connection_init */
  async ready(init?: unknown, options: SocketClientOptions = {}): Promise<SocketClient> {
    const client = await this.socket(options);
    client.say({ type: 'connection_init', payload: init });
    await client.hear('connection_ack');
    return client;
  }

  async close(): Promise<void> {
    await this.listener.close();
    for (const client of this.clients) client.cut();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Hands out labs and closes them after each test. */
export function useWireLabs(): (options?: Options) => Promise<WireLab> {
  const labs: WireLab[] = [];
  afterEach(async () => {
    await Promise.all(labs.splice(0).map((lab) => lab.close()));
  });
  return async (options) => {
    const lab = await WireLab.open(options);
    labs.push(lab);
    return lab;
  };
}

/** All that comes on a connection until it is closed. */
export async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}
