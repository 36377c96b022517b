import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GOOD_TOKEN } from './testing/test-door.ts';
import { useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-60fd';
const JSON_BODY = { 'content-type': 'application/json' };

describe('what the program prints', () => {
  const open = useWireLabs();
  const printed: unknown[] = [];

  beforeEach(() => {
    printed.length = 0;
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    }
    for (const level of ['debug', 'error', 'info', 'log', 'warn', 'trace'] as const) {
      jest
        .spyOn(console, level)
        .mockImplementation((...words) => void printed.push(words.map(String).join(' ')));
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is nothing, whatever cannot be read or goes wrong on HTTP', async () => {
    const lab = await open();

    await lab.post(`{"query":"${CANARY}`, JSON_BODY);
    await lab.post(`[{"query":"${CANARY}"}]`, JSON_BODY);
    await lab.post(CANARY.repeat(20_000), JSON_BODY);
    await lab.post(CANARY, { 'content-type': `text/${CANARY}` });
    await lab.send('GET', `/%zz${CANARY}`);
    await lab.exchange(`${CANARY}\r\n\r\n`);
    await lab.graphql(`{ ${CANARY} }`);
    await lab.graphql('query ($t: String) { boom(text: $t) number(text: $t) }', { t: CANARY });
    await lab.graphql('mutation ($i: ReportInput!) { submit(input: $i) }', { i: { text: [CANARY] } });
    lab.door.identifyFault = new Error(CANARY);
    await lab.graphql('{ hello }', {}, { authorization: `Bearer ${GOOD_TOKEN}` });

    expect(printed).toEqual([]);
    expect(lab.log).not.toContain(CANARY);
  });

  it('is nothing, whatever cannot be read or goes wrong on a socket', async () => {
    const lab = await open();
    const [garbler, subscriber, stranger] = [await lab.ready(), await lab.ready(), await lab.socket()];

    garbler.say(CANARY);
    await garbler.closed();
    subscriber.subscribe('1', `subscription { ${CANARY} }`);
    await subscriber.next();
    subscriber.subscribe('2', 'subscription ($t: String) { breaks(text: $t) }', { t: CANARY });
    await subscriber.hear('next');
    await subscriber.hear('error');
    subscriber.raw.send(Buffer.alloc(100_000, CANARY));
    await subscriber.closed();
    lab.door.identifyFault = new Error(CANARY);
    stranger.say({ type: 'connection_init', payload: { authorization: `Bearer ${GOOD_TOKEN}` } });
    await stranger.closed();

    expect(printed).toEqual([]);
    expect(lab.log).not.toContain(CANARY);
  });
});
