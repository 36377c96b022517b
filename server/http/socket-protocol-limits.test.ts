import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { GOOD_TOKEN } from './testing/test-door.ts';
import { useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-4a17';

describe('the limits of a socket', () => {
  const open = useWireLabs();

  it('refuse the seventeenth operation, keep the sixteen, and give room again when one is over', async () => {
    const lab = await open();
    const client = await lab.ready();
    for (let n = 1; n <= 16; n += 1) client.subscribe(String(n), 'subscription { forever }');

    client.subscribe('17', 'subscription { forever }');
    const refused = await client.next();
    client.say({ type: 'complete', id: '16' });
    client.subscribe('18', 'subscription { ticks(until: 1) }');

    expect(refused).toMatchObject({
      id: '17',
      type: 'error',
      payload: [{ extensions: { code: 'THROTTLED' } }],
    });
    expect(await client.next()).toMatchObject({ id: '18', payload: { data: { ticks: 1 } } });
    expect(lab.door.running).toBe(15);
  });

  it('end a socket that floods the server with messages', async () => {
    const lab = await open();
    const client = await lab.ready();

    for (let n = 0; n < 500; n += 1) client.say({ type: 'ping' });

    expect(await client.closed()).toEqual({ code: 1008, reason: 'Too many messages' });
  });

  it('let no ping bring back what it carried', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.say({ type: 'ping', payload: { text: CANARY } });

    expect(await client.next()).toEqual({ type: 'pong' });
  });

  it('hold every frame below 64 KiB, and let a longer answer come whole, in several', async () => {
    const lab = await open();
    const client = await lab.ready();
    const frames: number[] = [];
    recordFrames(client.raw, frames);

    client.subscribe('1', 'subscription { large(bytes: 50000) }');
    const said = await client.hear('next');

    expect(said.payload).toEqual({ data: { large: '"'.repeat(50_000) } });
    expect(Math.max(...frames)).toBeLessThanOrEqual(64 * 1024);
    expect(frames.length).toBeGreaterThan(1);
  });

  it('end a subscription whose answer is longer than any message may be', async () => {
    const lab = await open();
    const client = await lab.ready();

    client.subscribe('1', 'subscription { large(bytes: 200000) }');

    expect(await client.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });

  it('end what a client subscribed to when the client leaves', async () => {
    const lab = await open();
    const client = await lab.ready({ authorization: `Bearer ${GOOD_TOKEN}` });
    client.subscribe('1', 'subscription { forever }');
    client.subscribe('2', 'subscription { mine }');
    await client.hear('next');

    client.cut();

    await eventually(() => lab.door.running === 0 && lab.door.watching === 0);
  });
});

/** Notes the payload length of every frame that comes in, read off the connection below the WebSocket library. */
function recordFrames(socket: unknown, lengths: number[]): void {
  const connection = Reflect.get(socket as object, '_socket') as NodeJS.ReadableStream;
  let unread = Buffer.alloc(0);
  connection.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let frame = frameOf(unread); frame; frame = frameOf(unread)) {
      lengths.push(frame.length);
      unread = unread.subarray(frame.end);
    }
  });
}

function frameOf(bytes: Buffer): { length: number; end: number } | null {
  if (bytes.length < 10) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const [length, head] =
    short < 126
      ? [short, 2]
      : short === 126
        ? [bytes.readUInt16BE(2), 4]
        : [Number(bytes.readBigUInt64BE(2)), 10];
  return bytes.length < head + length ? null : { length, end: head + length };
}
