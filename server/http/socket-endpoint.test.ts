import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { SOCKET_LIMITS } from './socket-limits.ts';
import { readAll, useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-e3b1';

const HANDSHAKE: Record<string, string> = {
  Host: 'h',
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol': 'graphql-transport-ws',
};

function upgrade(path: string, changed: Record<string, string> = {}): string {
  const lines = Object.entries({ ...HANDSHAKE, ...changed }).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

describe('the socket endpoint', () => {
  const open = useWireLabs();

  it.each<[string, Record<string, string>]>([
    ['a program that is no browser', {}],
    ['a page of this listener', { Origin: 'http://h', 'Sec-Fetch-Site': 'same-origin' }],
    ['a page of an allowed origin', { Origin: 'https://friend.example', 'Sec-Fetch-Site': 'cross-site' }],
  ])('lets %s in, without compression', async (_, headers) => {
    const lab = await open({ allowedOrigins: ['https://friend.example'] });
    const connection = await lab.connect();

    connection.write(upgrade('/graphql', { ...headers, 'Sec-WebSocket-Extensions': 'permessage-deflate' }));
    const [answer] = await once(connection, 'data');

    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
    expect(String(answer)).toMatch(/sec-websocket-protocol: graphql-transport-ws\r\n/i);
    expect(String(answer)).toMatch(/x-content-type-options: nosniff\r\n/);
    expect(String(answer)).not.toMatch(/sec-websocket-extensions/i);
    connection.destroy();
  });

  it.each<[number, string, string]>([
    [400, 'two names of the host', upgrade('/graphql', { host: CANARY })],
    [403, 'a page of another site', upgrade('/graphql', { Origin: `https://${CANARY}` })],
    [403, 'a page that hides its origin', upgrade('/graphql', { Origin: 'null' })],
    [404, 'another path', upgrade(`/${CANARY}`)],
    [400, 'another protocol than WebSocket', upgrade('/graphql', { Upgrade: CANARY })],
    [400, 'a handshake without key', upgrade('/graphql', { 'Sec-WebSocket-Key': CANARY })],
    [400, 'an unknown version', upgrade('/graphql', { 'Sec-WebSocket-Version': '1' })],
    [
      400,
      'a list of protocols that is none',
      upgrade('/graphql', { 'Sec-WebSocket-Protocol': `,;${CANARY}` }),
    ],
  ])('answers %i to %s, with the fixed headers and without the input', async (status, _, request) => {
    const lab = await open();

    const answer = await lab.exchange(request);

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain("content-security-policy: default-src 'none'; script-src 'self'");
    expect(answer).toContain('cache-control: no-store');
    expect(answer + lab.log).not.toContain(CANARY);
  });

  it('closes with 4406 where only another protocol is offered', async () => {
    const lab = await open();
    const connection = await lab.connect();
    const closeFrame = Buffer.from([0x88, 28, 4406 >> 8, 4406 & 0xff]);

    connection.write(upgrade('/graphql', { 'Sec-WebSocket-Protocol': 'graphql-ws' }));
    const chunks: Buffer[] = [];
    connection.on('data', (chunk) => chunks.push(chunk));
    await eventually(() => Buffer.concat(chunks).includes(closeFrame));

    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 101 /);
    connection.destroy();
  });

  it('gives one caller no more than its share, so that others still get in', async () => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, perCaller: 2 }, trustProxy: 1 });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const mine = await lab.socket(from('192.0.2.1'));
    await lab.socket(from('192.0.2.1'));

    await expect(lab.socket(from('192.0.2.1'))).rejects.toThrow('503');
    await lab.socket(from('192.0.2.2'));
    mine.raw.close();
    await mine.closed();

    await lab.socket(from('192.0.2.1'));
  });

  it('does not let a forged X-Forwarded-For open more than one caller may', async () => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, perCaller: 1 } });
    await lab.socket({ headers: { 'x-forwarded-for': '192.0.2.1' } });

    await expect(lab.socket({ headers: { 'x-forwarded-for': '192.0.2.2' } })).rejects.toThrow('503');
  });

  it('lets no more sockets in than it has room for', async () => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, all: 1 } });
    await lab.socket();

    await expect(lab.socket()).rejects.toThrow('503');
  });

  it('cuts a client that leaves a ping unanswered, and keeps one that answers', async () => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, heartbeatMs: 1_280 } });
    const [alive, dead] = [await lab.ready(), await lab.ready()];
    dead.subscribe('1', 'subscription { forever }');
    await eventually(() => lab.door.running === 1);

    dead.raw.pause();

    await eventually(() => lab.door.running === 0);
    alive.subscribe('1', 'subscription { ticks(until: 1) }');
    expect(await alive.next()).toMatchObject({ payload: { data: { ticks: 1 } } });
  });

  it('stops asking a feed for more while its client does not read, and cuts the client', async () => {
    const lab = await open({ socketLimits: { ...SOCKET_LIMITS, heartbeatMs: 640 } });
    const client = await lab.ready();
    client.subscribe('1', 'subscription { flood }');
    await client.hear('next');

    client.raw.pause();
    const before = process.memoryUsage().rss;

    await eventually(() => lab.door.running === 0);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('cuts a client that asks for answers and never reads them', async () => {
    const limits = { ...SOCKET_LIMITS, messages: { burst: 1e9, perSecond: 1 }, unsentBytes: 64 * 1024 };
    const lab = await open({ socketLimits: limits });
    const connection = await lab.connect();
    connection.write(upgrade('/graphql'));
    await once(connection, 'data');
    connection.pause();

    const ping = maskedFrame('{"type":"ping"}');
    const flood = Buffer.concat(Array(10_000).fill(ping));
    const isCut = once(connection, 'error').then(
      () => true,
      () => true,
    );
    while (!connection.destroyed && connection.writable) {
      const isRoom = connection.write(flood);
      if (!isRoom) await Promise.race([once(connection, 'drain').catch(() => undefined), isCut]);
    }

    expect(await readAll(connection)).toEqual(expect.any(String));
  });

  it('says goodbye to every socket when it closes', async () => {
    const lab = await open();
    const clients = [await lab.ready(), await lab.socket()];

    const endings = clients.map((client) => client.closed());
    await lab.close();

    expect(await Promise.all(endings)).toEqual(Array(2).fill({ code: 1001, reason: 'Going away' }));
  });
});

/** A text frame as a client sends it, with a mask of zeros. */
function maskedFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
