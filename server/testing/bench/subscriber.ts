import { once } from 'node:events';
import { WebSocket } from 'ws';
import { REPLIED } from '../operations.ts';

/** A reporter's open socket with one subscription. Holds little: there are ten thousand in this process. */
export class Subscriber {
  /** Called when a reply was pushed. */
  onReply: () => void = ignore;

  private constructor(private readonly socket: WebSocket) {}

  /**
   * Connects, proves the session and subscribes.
   *
   * @param from source address.
   * @throws {Error} the socket was refused or closed.
   */
  static async open(port: number, token: string, from: string): Promise<Subscriber> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
      localAddress: from,
    });
    const subscriber = new Subscriber(socket);
    const closed = once(socket, 'close').then(([code]) => {
      throw new Error(`The socket was closed: ${code}`);
    });
    closed.catch(ignore);
    await Promise.race([once(socket, 'open'), closed]);
    const settled = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => subscriber.take(data, resolve));
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await Promise.race([settled, closed]);
    return subscriber;
  }

  close(): void {
    this.socket.terminate();
  }

  private take(data: Buffer, settled: () => void): void {
    const text = data.toString('utf8');
    if (text.includes('"type":"next"')) this.onReply();
    else if (text.includes('"connection_ack"')) {
      this.socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: REPLIED } }));
      this.socket.send('{"type":"ping"}');
    } else if (text.includes('"pong"')) settled();
    else throw new Error(`Not expected here: ${text}`);
  }
}

const AT_ONCE = 50;

/** Opens one subscription for each token. */
export async function openSubscribers(
  port: number,
  tokens: readonly string[],
  from: (index: number) => string,
): Promise<Subscriber[]> {
  const open: Subscriber[] = [];
  let next = 0;
  const opener = async () => {
    while (next < tokens.length) {
      const index = next;
      next += 1;
      open[index] = await Subscriber.open(port, tokens[index] ?? '', from(index));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opener));
  return open;
}

function ignore(): void {}
