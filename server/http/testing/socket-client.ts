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

/** A bare client of the protocol that queues what it hears, so that no event is missed. */
export class SocketClient {
  /** Every message as it came. */
  readonly heard: string[] = [];
  private readonly queue: Said[] = [];
  private readonly waiting: ((said: Said) => void)[] = [];
  private ending: { code: number; reason: string } | null = null;

  private constructor(readonly raw: WebSocket) {
    raw.on('error', () => undefined);
    raw.on('close', (code, reason) => {
      this.ending = { code, reason: reason.toString() };
    });
    raw.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      this.heard.push(text);
      const said: Said = JSON.parse(text);
      const waiter = this.waiting.shift();
      if (waiter) waiter(said);
      else this.queue.push(said);
    });
  }

  /** @throws {Error} the upgrade was refused; the text holds its status. */
  static async open(
    url: string,
    { protocols = ['graphql-transport-ws'], headers = {} }: SocketClientOptions,
  ) {
    const options: ClientOptions = { headers, perMessageDeflate: false };
    const client = new SocketClient(new WebSocket(url, protocols, options));
    await once(client.raw, 'open');
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
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error('Nothing was heard in time.')), 10_000);
      this.waiting.push((heard) => {
        clearTimeout(deadline);
        resolve(heard);
      });
      this.raw.once('close', (code) => {
        clearTimeout(deadline);
        reject(new Error(`The socket was closed: ${code}`));
      });
    });
  }

  /** The next message, which has to be of this type. */
  async hear(type: string): Promise<Said> {
    const said = await this.next();
    if (said.type !== type) throw new Error(`Heard ${JSON.stringify(said)} instead of ${type}.`);
    return said;
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
