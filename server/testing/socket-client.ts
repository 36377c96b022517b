import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

/** How a test opens a socket. */
export interface SocketClientOptions {
  readonly protocols?: string[];
  readonly headers?: Record<string, string>;
}

/** A message of the protocol. */
export interface Said {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

interface Waiter {
  readonly take: (said: Said) => void;
  readonly fail: (reason: Error) => void;
}

/** How long `next` waits, in milliseconds. */
const HEARD_WITHIN = 10_000;

/** A bare client of graphql-transport-ws that queues what it hears, so that no event is missed. */
export class SocketClient {
  /** Every message as it came, also those that nobody asked for yet. */
  readonly heard: string[] = [];
  private readonly queue: Said[] = [];
  private readonly waiting = new Set<Waiter>();
  private ending: { code: number; reason: string } | null = null;

  private constructor(readonly raw: WebSocket) {
    raw.on('error', () => undefined);
    raw.on('close', (code, reason) => {
      this.ending = { code, reason: reason.toString() };
      for (const waiter of this.waiting) waiter.fail(new Error(`The socket was closed: ${code}`));
    });
    raw.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      this.heard.push(text);
      const said: Said = JSON.parse(text);
      const [waiter] = this.waiting;
      if (waiter) waiter.take(said);
      else this.queue.push(said);
    });
  }

  /** @throws {Error} the upgrade was refused; the text holds its status. */
  static async open(
    url: string,
    { protocols = ['graphql-transport-ws'], headers = {} }: SocketClientOptions,
  ): Promise<SocketClient> {
    const options: ClientOptions = { headers, perMessageDeflate: false };
    const client = new SocketClient(new WebSocket(url, protocols, options));
    await once(client.raw, 'open');
    return client;
  }

  /**
   * Opens a socket on a door and waits until it is acknowledged.
   *
   * @param doorUrl `http://…`, without a path.
   * @param init payload of connection_init.
   */
  static async ready(
    doorUrl: string,
    init?: unknown,
    options: SocketClientOptions = {},
  ): Promise<SocketClient> {
    const client = await SocketClient.open(`${doorUrl.replace(/^http/, 'ws')}/graphql`, options);
    client.say({ type: 'connection_init', payload: init });
    await client.hear('connection_ack');
    return client;
  }

  say(message: unknown): void {
    this.raw.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: unknown): void {
    this.say({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** The next message; fails where the socket closes or 10 seconds pass first. */
  next(): Promise<Said> {
    const said = this.queue.shift();
    if (said) return Promise.resolve(said);
    if (this.ending) return Promise.reject(new Error(`The socket was closed: ${this.ending.code}`));
    return new Promise((resolve, reject) => {
      const over = () => {
        clearTimeout(deadline);
        this.waiting.delete(waiter);
      };
      const waiter: Waiter = {
        take: (heard) => {
          over();
          resolve(heard);
        },
        fail: (reason) => {
          over();
          reject(reason);
        },
      };
      const deadline = setTimeout(() => waiter.fail(new Error('Nothing was heard in time.')), HEARD_WITHIN);
      this.waiting.add(waiter);
    });
  }

  /** The next message, which has to be of this type. */
  async hear(type: string): Promise<Said> {
    const said = await this.next();
    if (said.type !== type) throw new Error(`Heard ${JSON.stringify(said)} instead of ${type}.`);
    return said;
  }

  /** The data of the next event, which has to be one. */
  async event<Data>(): Promise<Data> {
    const { payload } = await this.hear('next');
    const { data, errors } = payload as { data?: Data; errors?: unknown };
    if (errors || !data) throw new Error(`No data: ${JSON.stringify(payload)}`);
    return data;
  }

  /**
   * Asks the server for an answer on this socket and gives what came before it: whatever the server had sent by then
   * is heard, so that its silence means something.
   */
  async heardSoFar(): Promise<Said[]> {
    this.say({ type: 'ping' });
    const before: Said[] = [];
    for (let said = await this.next(); said.type !== 'pong'; said = await this.next()) before.push(said);
    return before;
  }

  /** How the server closed the socket. */
  async closed(): Promise<{ code: number; reason: string }> {
    if (!this.ending) await once(this.raw, 'close', { signal: AbortSignal.timeout(15_000) });
    return this.ending ?? { code: 0, reason: '' };
  }

  cut(): void {
    this.raw.terminate();
  }
}
