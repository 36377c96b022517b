import { randomInt, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { REPLIED, REPLY } from '../operations.ts';
import { SocketClient } from '../socket-client.ts';
import { type Tap, TcpProxy } from '../tcp-proxy.ts';
import { useTestServer } from '../test-server.ts';

const REPLIES = 1_000;
const CUTS = 100;
/** Bytes of frames until the wire is cut: from the middle of the greeting to a dozen replies. */
const SHORTEST_WIRE = 20;
const LONGEST_WIRE = 1_700;

interface Event {
  readonly payload: { readonly data?: { readonly caseworkerReplied: { seq: number; text: string } } };
}

describe('a reporter whose connection is cut again and again', () => {
  const lab = useTestServer();
  let proxy: TcpProxy | null = null;

  afterEach(async () => {
    await proxy?.close();
  });

  it('gets each of 1,000 replies once and in order, over 100 cuts, once doubles are dropped', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { token } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const [caseId] = await lab.seed.caseIds(caseworker);
    let cuts = 0;
    const wire = await TcpProxy.open({ host: '127.0.0.1', port: Number(new URL(lab.publicUrl).port) }, () =>
      cutSomewhere(() => {
        cuts += 1;
        return cuts <= CUTS;
      }),
    );
    proxy = wire;

    const writing = writeReplies(async (turn) => {
      const input = { caseId, idempotencyKey: randomUUID(), text: `reply ${turn}` };
      expect(await caseworker.outcome(REPLY, { input })).toMatchObject({ __typename: 'ReplySent' });
    });
    const kept: { seq: number; text: string }[] = [];
    let doubles = 0;
    while (kept.length < REPLIES || wire.admitted <= CUTS) {
      const afterSeq = kept.at(-1)?.seq ?? 0;
      const heard = await listen(wire.through(lab.publicUrl), token, afterSeq, REPLIES);
      for (const [place, reply] of heard.entries()) {
        // Within one subscription there is neither a gap nor a double nor another order.
        expect(reply.seq).toBe((heard[0]?.seq ?? 0) + place);
        if (reply.seq <= (kept.at(-1)?.seq ?? 0)) doubles += 1;
        else kept.push(reply);
      }
    }
    await writing;

    expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: REPLIES }, (_, place) => place + 1));
    expect(new Set(kept.map(({ text }) => text)).size).toBe(REPLIES);
    expect(wire.admitted).toBeGreaterThan(CUTS);
    expect(doubles).toBe(0);
  }, 300_000);
});

/** Passes a random number of bytes of frames to the client and then breaks the connection, wherever that falls. */
function cutSomewhere(mayCut: () => boolean): Tap {
  let left = mayCut() ? randomInt(SHORTEST_WIRE, LONGEST_WIRE) : Number.POSITIVE_INFINITY;
  let isUpgraded = false;
  return {
    toClient: (bytes, link) => {
      if (!isUpgraded) {
        isUpgraded = true;
        link.client.write(bytes);
        return;
      }
      link.client.write(bytes.subarray(0, Math.min(left, bytes.length)));
      left -= bytes.length;
      if (left <= 0) link.destroy();
    },
  };
}

/** Subscribes and listens until the wire is cut or the last reply has come. */
async function listen(url: string, token: string, afterSeq: number, last: number) {
  const heard: { seq: number; text: string }[] = [];
  try {
    const socket = await SocketClient.ready(url, { authorization: `Bearer ${token}` });
    socket.subscribe('1', REPLIED, { afterSeq });
    while (heard.at(-1)?.seq !== last) {
      const said = await socket.hear('next');
      const reply = (said as unknown as Event).payload.data?.caseworkerReplied;
      if (!reply) throw new TypeError(`No reply: ${JSON.stringify(said)}`);
      heard.push(reply);
    }
    socket.cut();
  } catch (error) {
    if (!/socket was closed|ECONNRESET|hang up/.test(String(error))) throw error;
  }
  return heard;
}

/** Four caseworkers' hands, so that replies come in bursts. */
async function writeReplies(write: (turn: number) => Promise<void>): Promise<void> {
  let turn = 0;
  const hand = async () => {
    while (turn < REPLIES) {
      turn += 1;
      await write(turn);
    }
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
}
