import { afterEach } from '@jest/globals';
import { type Link, type Tap, TcpProxy } from './tcp-proxy.ts';

/** Frontend messages of PostgreSQL's protocol that carry the text of a statement. */
const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);
const HEADER = 5; // one byte of type, four of length

/** Where in the conversation the connection breaks. */
export type BreakingPoint =
  /** The statement never arrives. */
  | 'before'
  /** The statement is carried out and its answer is lost. */
  | 'after';

interface Trap {
  readonly statement: RegExp;
  readonly point: BreakingPoint | 'hold';
  /** @param release passes on what was held back; does nothing where the connection broke. */
  readonly sprung: (release: () => void) => void;
}

/** Stands between a server and its database: hears every statement, and breaks the connection where a test wants. */
export class DatabaseProxy {
  /** Texts of the statements so far, without their parameters. */
  readonly statements: string[] = [];
  private trap: Trap | null = null;
  private proxy: TcpProxy | null = null;

  static async open(url: string): Promise<DatabaseProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new DatabaseProxy(url);
    proxy.proxy = await TcpProxy.open({ host: hostname, port: Number(port) }, () => proxy.tap());
    return proxy;
  }

  private constructor(private readonly target: string) {}

  /** Connection string that leads through the proxy. */
  get url(): string {
    return this.wire.through(this.target);
  }

  /** Breaks every connection and lets nobody in until `mend`. */
  sever(): void {
    this.wire.sever();
  }

  mend(): void {
    this.wire.mend();
  }

  /** Breaks the connection of the next statement that matches. @returns resolves when it broke. */
  breakAt(statement: RegExp, point: BreakingPoint): Promise<void> {
    return new Promise((resolve) => {
      this.trap = { statement, point, sprung: () => resolve() };
    });
  }

  /** Holds back the next statement that matches. @returns resolves when it came; what it gives lets it go on. */
  holdAt(statement: RegExp): Promise<() => void> {
    return new Promise((resolve) => {
      this.trap = { statement, point: 'hold', sprung: resolve };
    });
  }

  /** The statements that `work` causes, in the order they are sent. */
  async heardDuring(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.statements.length;
    await work();
    return this.statements.slice(before);
  }

  async close(): Promise<void> {
    await this.wire.close();
  }

  private get wire(): TcpProxy {
    if (!this.proxy) throw new Error('The proxy is not open');
    return this.proxy;
  }

  private tap(): Tap {
    let unread = Buffer.alloc(0);
    let isGreeted = false;
    let losing: Trap | null = null;
    let held: Buffer[] | null = null;
    return {
      toServer: (bytes, link) => {
        unread = Buffer.concat([unread, bytes]);
        for (let message = take(); message; message = take()) {
          const trap = this.springs(message);
          if (trap?.point === 'before') return lose(link, trap);
          if (trap?.point === 'after') losing = trap;
          if (trap?.point === 'hold') {
            held = [];
            trap.sprung(() => {
              for (const each of held ?? []) link.server.write(each);
              held = null;
            });
          }
          if (held) held.push(message);
          else link.server.write(message);
        }
      },
      toClient: (bytes, link) => {
        if (losing) lose(link, losing);
        else link.client.write(bytes);
      },
    };

    /** The next whole message; the first one of a connection has no type. */
    function take(): Buffer | null {
      const start = isGreeted ? 1 : 0;
      if (unread.length < HEADER) return null;
      const end = start + unread.readUInt32BE(start);
      if (unread.length < end) return null;
      const message = unread.subarray(0, end);
      unread = unread.subarray(end);
      isGreeted = true;
      return message;
    }

    function lose(link: Link, trap: Trap): void {
      link.destroy();
      trap.sprung(() => undefined);
    }
  }

  private springs(message: Buffer): Trap | null {
    const statement = statementIn(message);
    if (statement === null) return null;
    this.statements.push(statement);
    if (!this.trap?.statement.test(statement)) return null;
    const { trap } = this;
    this.trap = null;
    return trap;
  }
}

/** Hands out proxies to a database and closes them after each test. */
export function useDatabaseProxies(): (url: string) => Promise<DatabaseProxy> {
  const proxies: DatabaseProxy[] = [];
  afterEach(async () => {
    for (const proxy of proxies.splice(0)) await proxy.close();
  });
  return async (url) => {
    const proxy = await DatabaseProxy.open(url);
    proxies.push(proxy);
    return proxy;
  };
}

function statementIn(message: Buffer): string | null {
  const body = message.subarray(HEADER);
  if (message[0] === QUERY) return upToZero(body);
  // Parse names the prepared statement first; unnamed ones have an empty name.
  if (message[0] === PARSE) return upToZero(body.subarray(body.indexOf(0) + 1));
  return null;
}

function upToZero(bytes: Buffer): string {
  return bytes.toString('utf8', 0, bytes.indexOf(0));
}
