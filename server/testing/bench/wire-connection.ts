import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as it came. */
export interface WireAnswer {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

/**
 * One connection that is kept open, with one request under way at a time.
 *
 * Nearly as little as HTTP can cost, because the client runs on the same cores as the server that is measured.
 */
export class WireConnection {
  private received: Buffer[] = [];
  private waiting: { resolve: (answer: WireAnswer) => void; reject: (reason: Error) => void } | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly headers: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  /**
   * @param from source address; each address of 127.0.0.0/8 is a caller of its own to the server.
   * @param headers further header lines.
   */
  static async open(
    port: number,
    from = '127.0.0.1',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WireConnection> {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    await once(socket, 'connect');
    const lines = [`host: 127.0.0.1:${port}`, 'content-type: application/json'];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    return new WireConnection(socket, lines.join('\r\n'));
  }

  /** Posts JSON. @param path @default `/graphql` @throws {Error} the status is not 200, or the connection broke. */
  async post(json: string, path = '/graphql'): Promise<WireAnswer> {
    const length = `content-length: ${Buffer.byteLength(json)}`;
    const answer = await this.send(`POST ${path} HTTP/1.1\r\n${this.headers}\r\n${length}${HEAD_END}${json}`);
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}: ${answer.body}`);
    return answer;
  }

  close(): void {
    this.socket.destroy();
  }

  private send(request: string): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  private take(bytes: Buffer): void {
    this.received.push(bytes);
    const all = this.received.length === 1 ? bytes : Buffer.concat(this.received);
    const headEnd = all.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const head = all.toString('latin1', 0, headEnd);
    const start = headEnd + HEAD_END.length;
    const end = start + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (all.length < end) return;
    this.received = [];
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), head, body: all.toString('utf8', start, end) });
  }

  private fail(reason: Error): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(reason);
  }
}
