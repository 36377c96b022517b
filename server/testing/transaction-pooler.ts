import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';

const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
const HEADER = 5; // one byte of type, four of length

/** A piece of a client's conversation that has to reach the server in one go. */
interface Turn {
  client: Socket;
  bytes: Buffer;
}

/**
 * Behaves like a pooler in transaction mode with one connection to the server: clients take turns, and whatever the
 * server says goes to whose turn it is or was last. That is how notifications reach the wrong client and how one client's
 * lock is another's.
 *
 * It lets everybody in without a password, and opens its own connection with that of `url`.
 */
export class TransactionPooler {
  readonly #turns: Turn[] = [];
  readonly #clients = new Set<Socket>();
  #current: Socket | null = null;
  #isBusy = false;
  #said = Buffer.alloc(0);

  private constructor(
    private readonly server: Server,
    private readonly stream: Socket,
    /** Leads through the pooler. */
    readonly url: string,
  ) {}

  static async open(to: string): Promise<TransactionPooler> {
    const far = new pg.Client({ connectionString: to });
    far.on('error', () => undefined);
    await far.connect();
    const stream = far.connection.stream as Socket;
    // From here on the bytes are ours to pass on; the client only knew how to log in.
    stream.removeAllListeners('data');
    stream.removeAllListeners('error');
    stream.on('error', () => undefined);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = new URL(to);
    url.port = String(typeof address === 'object' && address ? address.port : 0);
    const pooler = new TransactionPooler(server, stream, url.href);
    server.on('connection', (socket) => pooler.#admit(socket));
    stream.on('data', (bytes: Buffer) => pooler.#onServer(bytes));
    return pooler;
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    this.stream.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #admit(client: Socket): void {
    this.#clients.add(client);
    client.on('error', () => undefined);
    client.once('close', () => this.#clients.delete(client));
    let isIn = false;
    client.on('data', (bytes) => {
      if (isIn) {
        this.#take(client, bytes);
        return;
      }
      isIn = true;
      client.write(Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', [IDLE])]));
    });
  }

  #take(client: Socket, bytes: Buffer): void {
    if (bytes[0] === TERMINATE) {
      client.end();
      return;
    }
    this.#turns.push({ client, bytes });
    this.#next();
  }

  #next(): void {
    const turn = this.#isBusy ? undefined : this.#turns.shift();
    if (!turn) return;
    this.#isBusy = true;
    this.#current = turn.client;
    this.stream.write(turn.bytes);
  }

  #onServer(bytes: Buffer): void {
    this.#current?.write(bytes);
    this.#said = Buffer.concat([this.#said, bytes]);
    while (this.#said.length >= HEADER) {
      const end = 1 + this.#said.readUInt32BE(1);
      if (this.#said.length < end) return;
      if (this.#said[0] === READY_FOR_QUERY && this.#said[HEADER] === IDLE) this.#isBusy = false;
      this.#said = this.#said.subarray(end);
    }
    this.#next();
  }
}

function message(type: string, body: number[]): Buffer {
  const head = Buffer.alloc(HEADER);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}
