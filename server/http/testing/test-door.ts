import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { buildSchema, GraphQLError, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { CaseKeys } from '../../crypto/case-keys.ts';
import { ANYONE, type RequestContext, type Viewer } from '../../viewer.ts';
import type { Door } from '../door.ts';
import { PUBLIC_LIMITS, STAFF_LIMITS } from '../operation-limits.ts';

/** Tokens that the test doors know; every other one is unknown. */
export const GOOD_TOKEN = 'good-token';

type Args = Record<string, unknown>;
type Resolver = (args: Args, context: RequestContext) => unknown;

const SDL = /* GraphQL */ `
  enum Colour { AMBER GREEN }
  input ReportInput { text: String!, colour: Colour, tags: [String!] }
  type Node { name: String!, inner: Node! }
  type Query {
    hello(name: String): String!
    viewer: String!
    caller: String!
    node: Node!
    boom(text: String): String
    number(text: String): Int
    refused(code: String!): String
    booms(text: String, times: Int!): [String]
    strict(word: String! = "none"): String
  }
  type Mutation { submit(input: ReportInput!): String!, signIn: Boolean!, signOut: Boolean! }
  type Subscription {
    ticks(until: Int!): Int!
    mine: String!
    forever: Int!
    large(bytes: Int!): String!
    flood: String!
    breaks(text: String): Int!
  }
`;

/** A door over a schema of its own that misbehaves on request, and counts what reached its resolvers. */
export class TestDoor implements Door {
  readonly schema: GraphQLSchema = buildSchema(SDL);
  readonly limits;
  /** Names of root fields that were resolved. */
  readonly resolved: string[] = [];
  /** Subscriptions that run just now. */
  running = 0;
  /** Thrown by the next look-up of a token. */
  identifyFault: Error | null = null;
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(readonly name: 'public' | 'staff' = 'public') {
    this.limits = name === 'public' ? PUBLIC_LIMITS : STAFF_LIMITS;
    this.resolve('Query', QUERIES);
    this.resolve('Mutation', MUTATIONS);
    this.subscribe();
  }

  async identify(token: string | null): Promise<Viewer> {
    if (this.identifyFault) throw this.identifyFault;
    if (token !== GOOD_TOKEN) return ANYONE;
    return {
      kind: 'reporter',
      sessionHash: createHash('sha256').update(token).digest(),
      endsAt: new Date(8.64e15),
      conversationId: '',
      caseId: '',
      caseKeys: CaseKeys.draw(),
    };
  }

  onSessionEnd(sessionHash: Buffer, ended: () => void): () => void {
    const key = sessionHash.toString('hex');
    const set = this.watchers.get(key) ?? new Set();
    this.watchers.set(key, set.add(ended));
    return () => set.delete(ended);
  }

  /** How many watch for the end of a session. */
  get watching(): number {
    return [...this.watchers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  endSessions(): void {
    for (const set of this.watchers.values()) for (const ended of set) ended();
  }

  private resolve(type: string, resolvers: Record<string, Resolver>): void {
    for (const [name, resolver] of Object.entries(resolvers)) {
      this.field(type, name).resolve = (_: unknown, args: Args, context: RequestContext) => {
        this.resolved.push(name);
        return resolver(args, context);
      };
    }
  }

  private subscribe(): void {
    for (const [name, source] of Object.entries(SOURCES)) {
      const field = this.field('Subscription', name);
      field.resolve = (event: unknown) => event;
      field.subscribe = (_: unknown, args: Args, context: RequestContext) => {
        this.resolved.push(name);
        if (name === 'mine') refuseAnyone(context);
        this.running += 1;
        return new Source(source(args), () => {
          this.running -= 1;
        });
      };
    }
  }

  private field(type: string, name: string) {
    const field = (this.schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (!field) throw new TypeError(`no field ${name}`);
    return field;
  }
}

const NODE = {
  name: 'node',
  get inner() {
    return NODE;
  },
};

const QUERIES: Record<string, Resolver> = {
  hello: ({ name }) => `Hello ${String(name ?? '')}`,
  viewer: (_, { viewer }) => viewer.kind,
  caller: (_, { caller }) => caller,
  node: () => NODE,
  boom: ({ text }) => {
    throw Object.assign(new Error(`row (${String(text)})`), { parameters: [text], detail: text });
  },
  number: ({ text }) => text,
  refused: ({ code }) => {
    throw codedError(String(code));
  },
  booms: ({ text, times }) => Array.from({ length: Number(times) }, () => new Error(String(text))),
  strict: ({ word }) => word,
};

const MUTATIONS: Record<string, Resolver> = {
  submit: () => 'stored',
  signIn: (_, { staffCookie }) => {
    staffCookie.set(GOOD_TOKEN, new Date('2031-05-06T07:00:00Z'));
    return true;
  },
  signOut: (_, { staffCookie }) => {
    staffCookie.clear();
    return true;
  },
};

/** What each subscription yields: a function of how many came before; `WAIT` waits until the subscription is ended. */
const SOURCES: Record<string, (args: Args) => (turn: number) => unknown> = {
  ticks:
    ({ until }) =>
    (turn) =>
      turn < Number(until) ? turn + 1 : END,
  mine: () => (turn) => (turn === 0 ? 'yours' : WAIT),
  forever: () => () => WAIT,
  large:
    ({ bytes }) =>
    (turn) =>
      turn === 0 ? '"'.repeat(Number(bytes)) : END,
  flood: () => () => 'x'.repeat(60_000),
  breaks:
    ({ text }) =>
    (turn) => {
      if (turn === 0) return 1;
      throw new Error(`row (${String(text)})`);
    },
};

const WAIT = Symbol('wait');
const END = Symbol('end');

/** An iterator that can be ended while it waits, which a generator function cannot. */
class Source implements AsyncIterableIterator<unknown> {
  private turn = 0;
  private waiting: ((result: IteratorResult<unknown>) => void) | null = null;
  private isOver = false;

  constructor(
    private readonly produce: (turn: number) => unknown,
    private readonly over: () => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<unknown>> {
    const value = this.isOver ? END : this.produce(this.turn);
    this.turn += 1;
    if (value === END) return this.return();
    if (value !== WAIT) return { done: false, value };
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  async return(): Promise<IteratorResult<unknown>> {
    if (!this.isOver) this.over();
    this.isOver = true;
    this.waiting?.({ done: true, value: undefined });
    return { done: true, value: undefined };
  }
}

function refuseAnyone({ viewer }: RequestContext): void {
  if (viewer.kind === 'anyone') throw codedError('UNAUTHENTICATED');
}

function codedError(code: string): GraphQLError {
  return new GraphQLError(`The words of ${code}`, { extensions: { code, hint: 'canary' } });
}
