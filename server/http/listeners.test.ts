import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { ANSWER_WITHIN } from '../database/data-source.ts';
import { SERVER_LIMITS } from './http-server.ts';
import { readAll, useWireLabs, type WireLab } from './testing/wire-lab.ts';

const CANARY = 'canary-91bc';

/** Written out by hand, so that a slip in the program does not repeat itself here. */
const expectedHeaders = (host?: string): Record<string, string> => ({
  'content-security-policy':
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
    `connect-src 'self'${host ? ` ws://${host} wss://${host}` : ''}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-store',
  'permissions-policy':
    'accelerometer=(), attribution-reporting=(), autoplay=(), browsing-topics=(), camera=(), ' +
    'captured-surface-control=(), clipboard-read=(), compute-pressure=(), deferred-fetch=(), display-capture=(), ' +
    'encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), ' +
    'idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), ' +
    'payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), ' +
    'screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), window-management=(), ' +
    'xr-spatial-tracking=(), clipboard-write=(self)',
});

const NEVER_SENT = ['server', 'x-powered-by', 'etag', 'last-modified', 'strict-transport-security'];

interface Written {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Reads an answer off the wire, so that no client library stands between. */
function parse(text: string): Written {
  const [head = '', body = ''] = text.split(/\r\n\r\n([\s\S]*)/);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1]), headers, body };
}

const close = 'Connection: close\r\n';
const json = 'Content-Type: application/json\r\n';
const withBody = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;

describe('a listener', () => {
  const open = useWireLabs();

  it.each<[number, string, string]>([
    [
      200,
      'an answer',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}${json}${withBody('{"query":"{ hello }"}')}`,
    ],
    [
      204,
      'a preflight',
      `OPTIONS /graphql HTTP/1.1\r\nHost: h\r\n${close}Origin: https://friend.example\r\n\r\n`,
    ],
    [
      400,
      'a refused query',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}${json}${withBody('{"query":"{ no }"}')}`,
    ],
    [
      400,
      'broken JSON',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}${json}${withBody(`{"query":"${CANARY}`)}`,
    ],
    [400, 'two names of the host', `GET /${CANARY} HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n`],
    [400, 'a path that cannot be decoded', `GET /%zz${CANARY} HTTP/1.1\r\nHost: h\r\n${close}\r\n`],
    [
      403,
      'another site',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}Origin: https://${CANARY}\r\n${json}${withBody('{}')}`,
    ],
    [404, 'a path that is not there', `GET /${CANARY}?${CANARY} HTTP/1.1\r\nHost: h\r\n${close}\r\n`],
    [404, 'a method that nobody uses', `PROPFIND /${CANARY} HTTP/1.1\r\nHost: h\r\n${close}\r\n`],
    [405, 'a GET of GraphQL', `GET /graphql?query=${CANARY} HTTP/1.1\r\nHost: h\r\n${close}\r\n`],
    [
      413,
      'too long a body',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${json}Content-Length: 200000\r\n\r\n${CANARY}`,
    ],
    [
      415,
      'a body of another type',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}Content-Type: ${CANARY}/x\r\n${withBody('x')}`,
    ],
    [
      417,
      'an expectation that nobody has',
      `POST /graphql HTTP/1.1\r\nHost: h\r\nExpect: ${CANARY}\r\n${json}${withBody('{}')}`,
    ],
    [
      500,
      'a fault',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${close}Authorization: Bearer x\r\n${json}${withBody('{"query":"{ hello }"}')}`,
    ],
  ])('puts the exact headers on %i, %s', async (status, _, request) => {
    const lab = await open({ allowedOrigins: ['https://friend.example'] });
    lab.door.identifyFault = new Error(CANARY);

    const answer = parse(await lab.exchange(request));

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(expectedHeaders('h'));
    for (const name of NEVER_SENT) expect(answer.headers).not.toHaveProperty(name);
    expect(JSON.stringify(answer) + lab.log).not.toContain(CANARY);
  });

  it.each<[number, string, string]>([
    [400, 'what is no HTTP', `${CANARY}\r\n\r\n`],
    [400, 'a request without Host', `GET /${CANARY} HTTP/1.1\r\n\r\n`],
    [
      400,
      'two lengths',
      `POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n${CANARY}`,
    ],
    [
      400,
      'a length and chunks at once',
      `POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [431, 'headers without end', `GET / HTTP/1.1\r\nHost: h\r\nX-A: ${CANARY.repeat(3_000)}\r\n\r\n`],
  ])('puts the exact headers on %i for %s', async (status, _, request) => {
    const lab = await open();

    const answer = parse(await lab.exchange(request));

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(expectedHeaders());
    expect(JSON.parse(answer.body)).toEqual({
      errors: [{ message: 'The request does not fit this service.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it('serves no page of the GraphQL library, which would load scripts of other hosts', async () => {
    const lab = await open();

    const answers = await Promise.all(
      ['/', '/graphql'].map((path) =>
        lab.send('GET', path, { accept: 'text/html', 'user-agent': 'Mozilla/5.0' }),
      ),
    );

    expect(answers.map((answer) => answer.status)).toEqual([404, 405]);
    for (const answer of answers) expect(answer.body).not.toMatch(/apollo|http/i);
  });

  it('says why it cannot open a port that is taken', async () => {
    const lab = await open();

    await expect(open({ port: lab.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('does not repeat a Host that could carry a policy of its own', async () => {
    const lab = await open();

    const answer = parse(await lab.exchange(`GET / HTTP/1.1\r\nHost: x; script-src *\r\n${close}\r\n`));

    expect(answer.headers['content-security-policy']).toBe(expectedHeaders()['content-security-policy']);
  });

  it('waits longer than for a database that hangs, so that whoever asked is told', () => {
    expect(SERVER_LIMITS.idleMs - ANSWER_WITHIN).toBeGreaterThan(15_000);
  });

  it('asks browsers to insist on TLS exactly where people reach it by https', async () => {
    const lab = await open({ url: 'https://report.example.org' });

    const answer = await lab.send('GET', '/');

    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it.each<[string, string]>([
    ['its headers', 'POST /graphql HTTP/1.1\r\nHost: h\r\n'],
    ['its body', `POST /graphql HTTP/1.1\r\nHost: h\r\n${json}Content-Length: 100\r\n\r\n{"query`],
  ])('gives up on a client that does not finish %s', async (_, beginning) => {
    const lab = await open({ serverLimits: { ...SERVER_LIMITS, headersMs: 100, requestMs: 200 } });

    const answer = parse(await lab.exchange(beginning));

    expect(answer.status).toBe(408);
    expect(answer.headers).toMatchObject(expectedHeaders());
  });

  it.each<[string, string, string]>([
    ['an error', json, 'The request does not fit this service.'],
    [
      'a page where it is a form',
      'Content-Type: application/x-www-form-urlencoded\r\n',
      '<h1>Your form did not arrive in time</h1>',
    ],
  ])('gives up on a client that goes on writing one body for too long, with %s', async (_, type, said) => {
    const lab = await open({
      serverLimits: { ...SERVER_LIMITS, headersMs: 100, requestMs: 400, idleMs: 300 },
      pages: async (app) => {
        app.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null);
        app.post('/form', async () => null);
      },
    });
    const began = performance.now();
    const dripping = await lab.connect();
    const answer = readAll(dripping);
    const path = type === json ? '/graphql' : '/form';
    dripping.write(`POST ${path} HTTP/1.1\r\nHost: h\r\n${type}Content-Length: 100000\r\n\r\n{"query":"`);
    const drops = setInterval(() => dripping.writable && dripping.write(' '), 10).unref();

    const other = await lab.graphql('{ hello }');
    const text = await answer;
    clearInterval(drops);

    expect(other.status).toBe(200);
    expect(parse(text)).toMatchObject({
      status: 408,
      headers: expectedHeaders(),
      body: expect.stringContaining(said),
    });
    // Never earlier; how much later depends on the machine.
    expect(performance.now() - began).toBeGreaterThan(400);
  });

  it('closes a connection on which nothing more is asked', async () => {
    const lab = await open({ serverLimits: { ...SERVER_LIMITS, keepAliveMs: 100 } });

    const text = await lab.exchange(
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${json}${withBody('{"query":"{ hello }"}')}`,
    );

    expect(parse(text).status).toBe(200);
  });

  it('closes a connection on which nothing is ever said', async () => {
    const lab = await open({
      serverLimits: { ...SERVER_LIMITS, headersMs: 100, requestMs: 200, idleMs: 300 },
    });
    const silent = await lab.connect();

    const text = await readAll(silent);

    expect(text).toMatch(/^$|408/);
  });

  it('lets no more connections in than it has room for', async () => {
    const lab = await open({ serverLimits: { ...SERVER_LIMITS, connections: 2 } });
    const held = [await lab.connect(), await lab.connect()];

    const third = await readAll(await lab.connect());

    expect(third).toBe('');
    for (const socket of held) socket.destroy();
  });

  it('finishes the request under way when it closes, and takes no other', async () => {
    const lab = await open();
    const [before, idle] = [await lab.connect(), await lab.connect()];
    const body = '{"query":"{ hello }"}';
    before.write(`POST /graphql HTTP/1.1\r\nHost: h\r\n${json}Content-Length: ${body.length}\r\n\r\n`);
    await roundTrip(lab);

    const closing = lab.close();
    before.write(body);

    expect(parse(await readAll(before)).status).toBe(200);
    if (!idle.closed) await once(idle, 'close');
    await closing;
  });
});

/** By the time this is answered the server has read what was written before. */
async function roundTrip(lab: WireLab): Promise<void> {
  await lab.graphql('{ hello }');
}
