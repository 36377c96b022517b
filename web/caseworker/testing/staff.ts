// biome-ignore lint/suspicious/noExplicitAny: an answer is what it is; the tests read it like any outside client
type Anything = any;

/** Somebody who works on cases. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const MORGAN: Person = {
  name: 'Morgan Ellis',
  email: 'morgan@example.ac.uk',
  password: 'otter violin monday lamp',
};
export const NOOR: Person = {
  name: 'Noor Haddad',
  email: 'noor@example.ac.uk',
  password: 'harbour pencil comet wool',
};

/** A session, as a browser keeps it. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** A caseworker with nothing but HTTP. */
export class Staff {
  constructor(
    private readonly staffUrl: string,
    private readonly cookie: Cookie,
  ) {}

  /** Joins by a link. @throws {Error} it was not taken. */
  static async accept(staffUrl: string, link: string, person: Person): Promise<void> {
    const input = { token: link.split('#')[1], ...person };
    const query =
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }';
    const { acceptInvitation } = (await ask(staffUrl, query, { input })).data;
    if (acceptInvitation.__typename !== 'Welcome') throw new Error(acceptInvitation.__typename);
  }

  /** @throws {Error} it was refused. */
  static async signIn(staffUrl: string, { email, password }: Person): Promise<Cookie> {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const { data, headers } = await ask(staffUrl, query, { input: { email, password } });
    const [, name, value] = /^([^=]+)=([^;]+)/.exec(headers.get('set-cookie') ?? '') ?? [];
    if (!name || !value) throw new Error(data.signIn.__typename);
    return { name, value };
  }

  /** Lets everybody sign in with a password alone: what is not about a second factor need not set one up. */
  async needNoSecondFactor(): Promise<void> {
    await this.send('mutation { needSecondFactor(isNeeded: false) { isNeeded } }');
  }

  /** Ends this session. */
  async signOut(): Promise<void> {
    await this.send('mutation { signOut }');
  }
  async send(query: string, variables: object = {}): Promise<Anything> {
    return (await ask(this.staffUrl, query, variables, `${this.cookie.name}=${this.cookie.value}`)).data;
  }
}
async function ask(
  url: string,
  query: string,
  variables: object,
  cookie = '',
): Promise<{ data: Anything; headers: Headers }> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Anything; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return { data, headers: response.headers };
}
