import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One connection through the proxy. */
export interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Breaks both halves at once, without a farewell. */
  destroy(): void;
}

/** What is done with the bytes of one connection; without it they are passed on as they are. */
export interface Tap {
  toServer?(bytes: Buffer, link: Link): void;
  toClient?(bytes: Buffer, link: Link): void;
}

/** A wire on loopback that a test can cut. */
export class TcpProxy {
  /** Connections that were let in so far. */
  admitted = 0;
  private readonly links = new Set<Link>();
  private isOpen = true;

  private constructor(
    private readonly listener: Server,
    private readonly port: number,
  ) {}

  /** @param tap makes what looks at one connection, for each new one. */
  static async open(target: { host: string; port: number }, tap: () => Tap = () => ({})): Promise<TcpProxy> {
    const listener = createServer({ noDelay: true });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const proxy = new TcpProxy(listener, (listener.address() as AddressInfo).port);
    listener.on('connection', (client) => proxy.admit(client, target, tap()));
    return proxy;
  }

  /** The same address as `url`, but through this proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String(this.port);
    return url.endsWith('/') ? changed.href : changed.href.replace(/\/$/, '');
  }

  /** Breaks every connection that is open now; new ones are let in. */
  cut(): void {
    for (const link of this.links) link.destroy();
  }

  /** Every connection that is open now stays open and passes nothing on any more; new ones are as ever. */
  hang(): void {
    for (const link of this.links) {
      link.client.pause();
      link.server.pause();
    }
  }

  /** Breaks every connection and lets nobody in until `mend`. */
  sever(): void {
    this.isOpen = false;
    this.cut();
  }

  mend(): void {
    this.isOpen = true;
  }

  async close(): Promise<void> {
    this.sever();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private admit(client: Socket, target: { host: string; port: number }, tap: Tap): void {
    client.on('error', () => undefined);
    if (!this.isOpen) {
      client.destroy();
      return;
    }
    this.admitted += 1;
    const server = connect({ ...target, noDelay: true });
    const link: Link = {
      client,
      server,
      destroy: () => {
        this.links.delete(link);
        client.destroy();
        server.destroy();
      },
    };
    this.links.add(link);
    server.on('error', () => link.destroy());
    server.once('close', () => link.destroy());
    client.once('close', () => link.destroy());
    client.on('data', (bytes) => (tap.toServer ? tap.toServer(bytes, link) : server.write(bytes)));
    server.on('data', (bytes) => (tap.toClient ? tap.toClient(bytes, link) : client.write(bytes)));
  }
}
