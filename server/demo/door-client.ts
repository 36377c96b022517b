/** The value of a root field of an answer. */
type Answered = { readonly __typename?: string } & Record<string, unknown>;

/** A door answered something else than the story needs. The text holds names of types and errors alone. */
export class DoorRefused extends Error {
  override readonly name = 'DoorRefused';
}

/** Talks to a door over HTTP, as browsers and other clients do. */
export class DoorClient {
  private cookie = '';

  /**
   * @param url origin of the door.
   * @param token of a reporter's session; null: none.
   */
  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
  ) {}

  /**
   * Asks for one thing.
   *
   * @param wanted the member of the result union that the story goes on with; null where it is no union.
   * @throws {DoorRefused} the door answered with an error or another member.
   */
  async ask(query: string, variables: object, wanted: string | null): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(this.cookie && { cookie: this.cookie, origin: this.url }),
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0] ?? '';
    const { data, errors } = (await response.json()) as {
      data?: Record<string, unknown> | null;
      errors?: readonly { extensions?: { code?: string } }[];
    };
    if (errors || !data) throw new DoorRefused(`The door answered ${errors?.[0]?.extensions?.code}.`);
    if (wanted === null) return data;
    const answered = Object.values(data)[0] as Answered;
    if (answered.__typename !== wanted) {
      throw new DoorRefused(`The door answered ${answered.__typename} instead of ${wanted}.`);
    }
    return answered;
  }
}
