import { SocketClient } from './socket-client.ts';

/** One member of a result union, as it came over HTTP. */
export interface Outcome {
  readonly __typename: string;
  readonly message?: unknown;
  readonly [field: string]: unknown;
}

/** A GraphQL answer, as it came over HTTP. */
export interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string; incident?: string } }[];
}

/** Talks to a door over real HTTP, as a client that knows nothing of the server's modules. */
export class GraphQLClient {
  /** Cookies that the server set, by name. */
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same door, with a reporter's or an analyst's token. */
  withToken(token: string): GraphQLClient {
    return new GraphQLClient(this.url, { ...this.headers, authorization: `Bearer ${token}` });
  }

  /** Sends one operation, and keeps cookies like a browser of the same origin. */
  async send<Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    const response = await this.post({ query, variables });
    return (await response.json()) as GraphQLAnswer<Data>;
  }

  /** Sends one operation and gives its data. @throws {Error} the answer has errors; they are in the message. */
  async data<Data>(query: string, variables: object = {}): Promise<Data> {
    const answer = await this.send<Data>(query, variables);
    if (answer.errors || !answer.data) throw new Error(`No data: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** Sends one operation and gives the value of its only root field. @throws {Error} the answer has errors. */
  async outcome(query: string, variables: object = {}): Promise<Outcome> {
    const [outcome] = Object.values(await this.data<Record<string, Outcome>>(query, variables));
    if (!outcome) throw new Error('The answer has no root field');
    return outcome;
  }

  /** Sends one operation and gives the codes of its errors; none where there is data alone. */
  async errorCodes(query: string, variables: object = {}): Promise<(string | undefined)[]> {
    const { errors = [] } = await this.send(query, variables);
    return errors.map((error) => error.extensions?.code);
  }

  /** Opens a socket at the same door with the same proof. It is closed with the server. */
  async socket(): Promise<SocketClient> {
    const { authorization } = this.headers;
    const headers: Record<string, string> =
      this.cookies.size > 0 ? { cookie: this.cookieHeader, origin: this.url } : {};
    return SocketClient.ready(this.url, authorization && { authorization }, { headers });
  }

  /** Opens a socket with one subscription on it. */
  async follow(query: string, variables: object = {}): Promise<SocketClient> {
    const socket = await this.socket();
    socket.subscribe('1', query, variables);
    return socket;
  }

  /** Posts any body, for those who want to see the raw answer. */
  async post(body: unknown): Promise<Response> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.cookies.size > 0 && { cookie: this.cookieHeader, origin: this.url }),
        ...this.headers,
      },
      body: JSON.stringify(body),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const split = pair.indexOf('=');
      if (pair.slice(split + 1)) this.cookies.set(pair.slice(0, split), pair.slice(split + 1));
      else this.cookies.delete(pair.slice(0, split));
    }
    return response;
  }

  /** What a browser would send as `Cookie`. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
