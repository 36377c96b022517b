import { describe, expect, it } from '@jest/globals';
import { useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-7f3a';
const BAD_INPUT = { message: 'The request does not fit this service.', code: 'BAD_USER_INPUT' };

describe('the GraphQL endpoint', () => {
  const open = useWireLabs();

  it('answers a query sent as JSON', async () => {
    const lab = await open();

    const answer = await lab.graphql('query ($name: String) { hello(name: $name) }', { name: 'you' });

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json()).toEqual({ data: { hello: 'Hello you' } });
  });

  it('answers a client that asks for application/graphql-response+json in that type', async () => {
    const lab = await open();

    const answer = await lab.graphql('{ hello }', {}, { accept: 'application/graphql-response+json' });

    expect(answer.headers['content-type']).toMatch(/^application\/graphql-response\+json/);
  });

  it.each<[string, string, unknown]>([
    ['a document that cannot be parsed', `{ hello(name: "${CANARY}) }`, {}],
    ['a field that does not exist', `{ ${CANARY.replace('-', '_')} }`, {}],
    ['a field that almost exists', '{ helo }', {}],
    [
      'a variable of the wrong type',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { i: { text: [CANARY] } },
    ],
    [
      'a variable with an unknown field',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { i: { [CANARY]: 1 } },
    ],
    [
      'an enum value that almost exists',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { i: { text: CANARY, colour: 'AMBR' } },
    ],
    [
      'a needed variable that is missing',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { canary: CANARY },
    ],
    [
      'null for an argument that may not be null',
      'query ($w: String = "a") { strict(word: $w) }',
      { w: null },
    ],
    ['a literal of the wrong type', `mutation { submit(input: { text: ${CANARY.replace('-', '_')} }) }`, {}],
    ['an operation that is not named', `query A { hello } query B { hello(name: "${CANARY}") }`, {}],
  ])('refuses %s with one fixed text, without input and without suggestion', async (_, query, variables) => {
    const lab = await open();

    const answer = await lab.graphql(query, variables);

    const [error] = answer.json().errors ?? [];
    expect({ message: error?.message, code: error?.extensions.code }).toEqual(BAD_INPUT);
    expect(answer.body + lab.log).not.toMatch(/canary|did you mean|AMBER|hello\b/i);
    expect(lab.door.resolved).toEqual([]);
  });

  it.each([
    ['introspection of the schema', '{ __schema { types { name } } }'],
    ['introspection of a type', '{ __type(name: "Query") { name } }'],
    ['introspection under a mutation', 'mutation { __schema { types { name } } }'],
    [
      'eleven aliases of __typename',
      `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    ],
    [
      'ten aliased submits',
      `mutation { ${Array.from({ length: 10 }, (_, i) => `a${i}: submit(input: {text: "t"})`).join(' ')} }`,
    ],
    ['two different root fields in one mutation', 'mutation { submit(input: {text: "t"}) signIn }'],
    [
      'two submits through a fragment',
      'mutation { ...F signIn } fragment F on Mutation { submit(input: {text: "t"}) }',
    ],
    ['500 times the same field', `{ ${'hello '.repeat(500)} }`],
    ['the same field more often than clients do', `{ ${'hello '.repeat(8)} }`],
    ['too deep a query', `{ ${'node { inner '.repeat(6)} { name } ${'}'.repeat(6)} }`],
    ['the same directive twice', '{ hello @include(if: true) @include(if: true) }'],
    [
      'more directives than clients use',
      `{ ${Array.from({ length: 9 }, (_, i) => `a${i}: hello @skip(if: false)`).join(' ')} }`,
    ],
    ['a subscription', 'subscription { ticks(until: 1) }'],
  ])('refuses %s before anything is resolved', async (_, query) => {
    const lab = await open();

    const answer = await lab.graphql(query);

    expect(answer.status).toBe(400);
    expect(answer.json().errors?.length).toBeLessThanOrEqual(5);
    expect(answer.json().errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(lab.door.resolved).toEqual([]);
  });

  it('keeps no more than five errors of one answer', async () => {
    const lab = await open();

    const answer = await lab.graphql('{ booms(text: "x", times: 30) }');

    expect(answer.json().errors).toHaveLength(5);
  });

  it.each([
    ['a resolver that throws what it was given', 'query ($t: String) { boom(text: $t) }'],
    ['a scalar that cannot be written', 'query ($t: String) { number(text: $t) }'],
  ])('masks %s, and logs it under the incident the answer names', async (_, query) => {
    const lab = await open();

    const answer = await lab.graphql(query, { t: CANARY });

    const [error] = answer.json().errors ?? [];
    expect(answer.status).toBe(200);
    expect(error).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', incident: expect.stringMatching(/^[\da-f]{16}$/) },
    });
    expect(lab.log).toContain(error?.extensions.incident);
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it.each(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'THROTTLED'])(
    'lets %s through with its fixed text and nothing else',
    async (code) => {
      const lab = await open();

      const answer = await lab.graphql('query ($code: String!) { refused(code: $code) }', { code });

      expect(answer.json().errors?.[0]?.extensions).toEqual({ code });
      expect(answer.body).not.toMatch(/words|canary/);
    },
  );

  it.each([
    ['a batch', '[{"query":"{ hello }"}]', 400],
    ['an empty batch', '[]', 400],
    ['no query', '{}', 400],
    ['a hash instead of a query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}', 400],
    ['a document tree instead of a query', '{"query":{"kind":"Document"}}', 400],
    ['variables that are text', '{"query":"{ hello }","variables":"{}"}', 400],
    ['a name of an operation that is no text', '{"query":"{ hello }","operationName":7}', 400],
    ['JSON that ends too early', `{"query":"${CANARY}`, 400],
    ['a bare string', `"${CANARY}"`, 400],
    ['nothing', '', 400],
  ])('refuses %s with a fixed answer', async (_, body, status) => {
    const lab = await open();

    const answer = await lab.post(body, { 'content-type': 'application/json' });

    expect(answer.status).toBe(status);
    expect(answer.json().errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it('refuses text that is not UTF-8 instead of storing something else', async () => {
    const lab = await open();

    const answer = await lab.post(Buffer.from('7b227175657279223a227b2068656c6c6f207d22ff7d', 'hex'), {
      'content-type': 'application/json',
    });

    expect(answer.status).toBe(400);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', {}],
    ['plain text', 'text/plain', {}],
    ['a form with a file', 'multipart/form-data; boundary=x', {}],
    ['a bare GraphQL document', 'application/graphql', {}],
    ['JSON in another character set', 'application/json; charset=utf-16', {}],
    ['a compressed body', 'application/json', { 'content-encoding': 'gzip' }],
    ['a type that is none', CANARY, {}],
  ])('refuses %s as 415', async (_, type, headers) => {
    const lab = await open();

    const answer = await lab.post('{"query":"{ hello }"}', { 'content-type': type, ...headers });

    expect(answer.status).toBe(415);
    expect(answer.body).not.toContain(CANARY);
    expect(lab.door.resolved).toEqual([]);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'refuses %s as 405, whatever it carries',
    async (method) => {
      const lab = await open();

      const answer = await lab.send(method, '/graphql?query=%7Bhello%7D', { 'content-type': 'text/plain' });

      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('POST');
      expect(lab.door.resolved).toEqual([]);
    },
  );

  it('refuses a body above 128 KiB as 413', async () => {
    const lab = await open();

    const answer = await lab.graphql('{ hello }', { name: CANARY.repeat(20_000) });

    expect(answer.status).toBe(413);
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it('refuses variables with more values than any form has', async () => {
    const lab = await open();

    const answer = await lab.graphql('mutation ($i: ReportInput!) { submit(input: $i) }', {
      i: { text: 't', tags: Array(5_000).fill('') },
    });

    expect(answer.status).toBe(400);
    expect(lab.door.resolved).toEqual([]);
  });

  it('lets the schema be read where a developer asks for it, and only on loopback', async () => {
    const lab = await open({ introspection: true });

    const answer = await lab.graphql('{ __schema { queryType { name } } }');

    expect(answer.json().data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    await expect(open({ introspection: true, host: '0.0.0.0' })).rejects.toThrow('loopback');
  });
});
