import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { SERVER_LIMITS } from './http-server.ts';
import { readAll, useWireLabs, type WireLab } from './testing/wire-lab.ts';

const KIB = 1024;
const LIMITS = { serverLimits: { ...SERVER_LIMITS, bodyBytes: 100 * KIB }, trustProxy: 1 };
const begun: Socket[] = [];

describe('bodies that come in slowly', () => {
  // Before listeners close: they wait for what is under way.
  afterEach(() => {
    for (const socket of begun.splice(0)) socket.destroy();
  });
  const open = useWireLabs();

  it('are taken as long as there is room', async () => {
    const lab = await open(LIMITS);
    const slow = [await begin(lab, 'A', 40), await begin(lab, 'A', 40)];

    const answer = await lab.graphql('{ hello }', {}, from('A'));

    expect(answer.status).toBe(200);
    expect(slow.map(({ closed }) => closed)).toEqual([false, false]);
  });

  it('give room by the oldest of whoever fills the most of it, with a sentence', async () => {
    const lab = await open(LIMITS);
    const few = await begin(lab, 'A', 30);
    const oldest = await begin(lab, 'B', 30);
    const newer = await begin(lab, 'B', 30);
    const ended = readAll(oldest);

    const last = await begin(lab, 'C', 30);

    expect(await ended).toMatch(/^HTTP\/1\.1 503 .*connection: close.*"code":"THROTTLED"/is);
    expect([few, newer, last].map(({ closed }) => closed)).toEqual([false, false, false]);
  });

  it('let the next one of a caller through who filled all of it', async () => {
    const lab = await open(LIMITS);
    const slow = await Promise.all(Array.from({ length: 10 }, () => begin(lab, 'A', 10)));

    const answer = await lab.graphql('{ hello }', {}, from('A'));

    expect(answer.status).toBe(200);
    await eventually(() => slow.filter(({ closed }) => closed).length === 1);
  });

  it('count as the longest of all where they do not say their length', async () => {
    const lab = await open(LIMITS);
    const untold = await lab.connect();
    const ended = readAll(untold);

    untold.write(`POST /graphql HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n`);

    expect(await ended).toContain('503');
  });

  it('take no room any more once they have come, or their connection is gone', async () => {
    const lab = await open(LIMITS);
    for (let turn = 0; turn < 20; turn += 1) {
      const gone = await begin(lab, 'A', 60);
      gone.destroy();
      await lab.graphql('{ hello }', { filling: 'x'.repeat(50 * KIB) }, from('A'));
    }

    const slow = [await begin(lab, 'A', 60), await begin(lab, 'B', 39)];

    expect((await lab.graphql('{ hello }', {}, from('C'))).status).toBe(200);
    expect(slow.map(({ closed }) => closed)).toEqual([false, false]);
    expect(lab.log).toBe('');
  });
});

function from(caller: string): Record<string, string> {
  return { 'x-forwarded-for': `192.0.2.${caller.charCodeAt(0)}` };
}

/** A request of which nothing but the headers has come, which the listener has read. */
async function begin(lab: WireLab, caller: string, kib: number): Promise<Socket> {
  const socket = await lab.connect();
  begun.push(socket);
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: ${from(caller)['x-forwarded-for']}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${kib * KIB}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await once(socket, 'data'); // "go on": the listener has it
  return socket;
}
