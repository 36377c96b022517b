import { describe, expect, it } from '@jest/globals';
import { SOCKET_LIMITS } from './socket-limits.ts';
import { GOOD_TOKEN, TestDoor } from './testing/test-door.ts';
import { useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-5d20';
const BAD_INPUT = {
  message: 'The request does not fit this service.',
  extensions: { code: 'BAD_USER_INPUT' },
};
const AUTHORIZED = { authorization: `Bearer ${GOOD_TOKEN}` };

describe('the protocol on a socket', () => {
  const open = useWireLabs();

  it('delivers what a subscription yields, in order, and says when it is over', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.subscribe('1', 'subscription ($n: Int!) { ticks(until: $n) }', { n: 2 });

    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: { data: { ticks: 1 } } });
    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: { data: { ticks: 2 } } });
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
  });

  it.each<[string, string, unknown]>([
    ['a query', '{ hello }', {}],
    ['a mutation', `mutation { submit(input: { text: "${CANARY}" }) }`, {}],
    ['introspection', 'subscription { __schema { types { name } } }', {}],
    ['introspection by a query', '{ __schema { types { name } } }', {}],
    ['a document that cannot be parsed', `subscription { ticks(until: "${CANARY}`, {}],
    ['a field that almost exists', 'subscription { tick(until: 1) }', {}],
    ['a variable of the wrong type', 'subscription ($n: Int!) { ticks(until: $n) }', { n: CANARY }],
    ['two root fields', 'subscription { ticks(until: 1) forever }', {}],
    [
      '101 aliases',
      `subscription { ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      {},
    ],
    ['more tokens than allowed', `subscription { ${'forever '.repeat(401)} }`, {}],
    ['variables with more values than allowed', 'subscription { forever }', { v: Array(5_000).fill(0) }],
    ['an operation that is not named', 'subscription A { forever } subscription B { forever }', {}],
  ])('refuses %s with one fixed text, without input and without suggestion', async (_, query, variables) => {
    const lab = await open();
    const client = await lab.ready();

    client.subscribe('1', query, variables);
    const said = await client.next();

    const errors = said.type === 'error' ? said.payload : (said.payload as { errors: unknown }).errors;
    expect(errors).toMatchObject([BAD_INPUT, ...(errors as unknown[]).slice(1)]);
    expect(client.heard.join() + lab.log).not.toMatch(/canary|did you mean|ticks/i);
    expect(lab.door.resolved).toEqual([]);
  });

  it('masks what a subscription throws half way, and logs it under the incident it names', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.subscribe('1', 'subscription ($t: String) { breaks(text: $t) }', { t: CANARY });
    await client.hear('next');
    const [error] = (await client.hear('error')).payload as [{ extensions: { incident: string } }];

    expect(error).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(lab.log).toContain(error.extensions.incident);
    expect(client.heard.join() + lab.log).not.toContain(CANARY);
  });

  it('answers UNAUTHENTICATED where a subscription needs a session and there is none', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.subscribe('1', 'subscription { mine }');

    expect(await client.next()).toMatchObject({
      payload: {
        errors: [
          { message: 'This needs a session. It may have ended.', extensions: { code: 'UNAUTHENTICATED' } },
        ],
      },
    });
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['connection_init', AUTHORIZED, {}],
    ['the cookie at the upgrade', undefined, { cookie: `__Host-reporter=${GOOD_TOKEN}` }],
  ])('knows a session by the token in %s', async (_, init, headers) => {
    const lab = await open();
    const client = await lab.ready(init, { headers });

    client.subscribe('1', 'subscription { mine }');

    expect(await client.next()).toMatchObject({ payload: { data: { mine: 'yours' } } });
  });

  it('does not take a cookie that comes with a page of an allowed origin', async () => {
    const origin = 'https://friend.example';
    const lab = await open({ allowedOrigins: [origin] });
    const client = await lab.ready(undefined, {
      headers: { origin, cookie: `__Host-reporter=${GOOD_TOKEN}` },
    });

    client.subscribe('1', 'subscription { mine }');

    expect(await client.next()).toMatchObject({
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('closes with 4401 within a second of the end of the session, and sends nothing after it', async () => {
    const lab = await open();
    const client = await lab.ready(AUTHORIZED);
    client.subscribe('1', 'subscription { mine }');
    await client.hear('next');

    const asked = performance.now();
    lab.door.endSessions();
    const ending = await client.closed();

    expect(ending).toEqual({ code: 4401, reason: 'Unauthorized' });
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(lab.door).toMatchObject({ running: 0, watching: 0 });
  });

  it('cuts a client that does not answer the end of its session, within about a second', async () => {
    const lab = await open();
    const client = await lab.ready(AUTHORIZED);
    client.raw.pause();

    const asked = performance.now();
    lab.door.endSessions();
    await lab.close();

    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  it.each<
    [number, string, (lab: Awaited<ReturnType<typeof open>>) => Promise<{ closed(): Promise<unknown> }>]
  >([
    [4400, 'what is no JSON', async (lab) => saying(await lab.ready(), CANARY)],
    [4400, 'a message without type', async (lab) => saying(await lab.ready(), { id: CANARY })],
    [
      4400,
      'a message of a type that does not exist',
      async (lab) => saying(await lab.ready(), { type: CANARY }),
    ],
    [
      4400,
      'a message that only servers send',
      async (lab) => saying(await lab.ready(), { type: 'connection_ack' }),
    ],
    [
      4400,
      'a subscription without a query',
      async (lab) => saying(await lab.ready(), { type: 'subscribe', id: '1', payload: {} }),
    ],
    [
      4400,
      'an id that would be sent back at length',
      async (lab) => saying(await lab.ready(), subscribe('x'.repeat(200))),
    ],
    [
      4401,
      'a subscription before connection_init',
      async (lab) => saying(await lab.socket(), subscribe('1')),
    ],
    [
      4401,
      'a subscription that does not wait for the answer to connection_init',
      async (lab) => {
        const client = await lab.socket();
        client.say({ type: 'connection_init', payload: AUTHORIZED });
        return saying(client, subscribe('1'));
      },
    ],
    [
      4403,
      'an unknown token',
      async (lab) => init(await lab.socket(), { authorization: `Bearer ${CANARY}` }),
    ],
    [
      4403,
      'an authorization that is no token',
      async (lab) => init(await lab.socket(), { authorization: { a: CANARY } }),
    ],
    [4406, 'no protocol at all', async (lab) => lab.socket({ protocols: [] })],
    [4408, 'silence', async (lab) => lab.socket()],
    [
      4409,
      'an id that is in use',
      async (lab) => {
        const client = await lab.ready();
        client.say(subscribe(CANARY));
        return saying(client, subscribe(CANARY));
      },
    ],
    [4429, 'a second connection_init', async (lab) => init(await lab.ready(), {})],
    [1009, 'a message above 64 KiB', async (lab) => init(await lab.socket(), { text: CANARY.repeat(8_000) })],
  ])('closes with %i for %s', async (code, _, misbehave) => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, initMs: 300 } });

    const client = await misbehave(lab);

    const ending = await client.closed();
    expect(ending).toMatchObject({ code });
    expect(JSON.stringify(ending) + lab.log).not.toContain(CANARY);
  });

  it('closes with 4400 for a binary message', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.raw.send(Buffer.from('{"type":"ping"}'), { binary: true });

    expect(await client.closed()).toEqual({ code: 4400, reason: 'Bad request' });
  });

  it('closes with 4500 and logs an incident when nobody can be looked up', async () => {
    const lab = await open();
    lab.door.identifyFault = new Error(CANARY);
    const client = await lab.socket();

    client.say({ type: 'connection_init', payload: AUTHORIZED });

    expect(await client.closed()).toEqual({ code: 4500, reason: 'Internal server error' });
    expect(lab.log).toContain('incident');
    expect(lab.log).not.toContain(CANARY);
  });

  it('lets the schema of the staff door be used with the staff cookie only', async () => {
    const lab = await open({ door: new TestDoor('staff') });
    const client = await lab.ready(undefined, { headers: { cookie: `__Host-staff=${GOOD_TOKEN}` } });

    client.subscribe('1', 'subscription { mine }');

    expect(await client.next()).toMatchObject({ payload: { data: { mine: 'yours' } } });
  });
});

interface Speaker {
  say(message: unknown): void;
}

function saying<Client extends Speaker>(client: Client, message: unknown): Client {
  client.say(message);
  return client;
}

function init<Client extends Speaker>(client: Client, payload: unknown): Client {
  return saying(client, { type: 'connection_init', payload });
}

function subscribe(id: string) {
  return { type: 'subscribe', id, payload: { query: 'subscription { forever }' } };
}
