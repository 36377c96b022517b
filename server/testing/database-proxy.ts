import { afterEach } from '@jest/globals';
import { type Link, type Tap, TcpProxy } from './tcp-proxy.ts';

/** Frontend messages of PostgreSQL's protocol that carry the text of a statement. */
const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);
/** After this one and after a query the server says that it is ready again, once everything before was carried out. */
const SYNC = 'S'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const HEADER = 5; // one byte of type, four of length

/** Where in the conversation the connection breaks. */
export type BreakingPoint =
  /** The statement never arrives. */
  | 'before'
  /** The statement is carried out, and its answer is lost with all that comes behind. */
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

  /** Every connection that is open now stays open and answers nothing any more; new ones are as ever. */
  hang(): void {
    this.wire.hang();
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

  /** Lets the next statement pass that one waited for, if it has not come. */
  disarm(): void {
    this.trap = null;
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
    const asked = new Messages(1); // the first message of a connection has no type
    const answered = new Messages(0);
    // Statements may be under way together: the answer to one is known by its place among all.
    let questions = 1; // the greeting is one
    let answers = 0;
    let losing: { readonly trap: Trap; readonly answer: number } | null = null;
    let held: Buffer[] | null = null;
    return {
      toServer: (bytes, link) => {
        for (const message of asked.take(bytes)) {
          const trap = this.springs(message);
          if (trap?.point === 'before') return lose(link, trap);
          if (trap?.point === 'after') losing = { trap, answer: questions + 1 };
          // What was sent together with that statement never arrives.
          if (questions === losing?.answer) return;
          if (message[0] === QUERY || message[0] === SYNC) questions += 1;
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
        for (const message of answered.take(bytes)) {
          if (answers + 1 !== losing?.answer) link.client.write(message);
          if (message[0] === READY) answers += 1;
          if (answers === losing?.answer) return lose(link, losing.trap);
        }
      },
    };

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

/** Cuts one direction of a connection into whole messages. */
class Messages {
  private unread = Buffer.alloc(0);

  /** @param untyped how many messages at the start have no byte for their type. */
  constructor(private untyped: number) {}

  /** The messages that are whole by now. */
  *take(bytes: Buffer): Generator<Buffer> {
    this.unread = Buffer.concat([this.unread, bytes]);
    while (this.unread.length >= HEADER) {
      const start = this.untyped > 0 ? 0 : 1;
      const end = start + this.unread.readUInt32BE(start);
      if (this.unread.length < end) return;
      const message = this.unread.subarray(0, end);
      this.unread = this.unread.subarray(end);
      this.untyped -= 1;
      yield message;
    }
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
