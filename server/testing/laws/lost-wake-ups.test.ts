import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../database-proxy.ts';
import type { GraphQLClient } from '../graphql-client.ts';
import { REPLIED, REPLY } from '../operations.ts';
import { useSecondServers } from '../second-server.ts';
import type { SocketClient } from '../socket-client.ts';
import { asOwner, useTestDatabase } from '../test-database.ts';
import { useTestServer } from '../test-server.ts';

/** Whoever waits longest for a reply waits this long, in milliseconds. */
const WORST_DELAY = 6_000;

describe('a reply while the server does not hear that there is one', () => {
  const database = useTestDatabase();
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  /** A caseworker at one server, and a reporter's socket at another one that is reached through a proxy. */
  async function apart() {
    const caseworker = await lab.seed.firstAdministrator();
    const { token } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const [caseId = ''] = await lab.seed.caseIds(caseworker);
    const listening = await openProxy(lab.databaseUrl);
    const server = await openSecond({ directUrl: listening.url });
    const socket = await server.anyone().withToken(token).follow(REPLIED);
    await socket.heardSoFar();
    return { caseworker, caseId, socket, listening };
  }

  it('arrives, each of 60 once and in order, though LISTEN is terminated all the time', async () => {
    const { caseworker, caseId, socket } = await apart();
    let terminated = 0;

    const { delays, seqs } = await deliver(60, socket, async (turn) => {
      if (turn % 4 === 0) terminated += await terminateListeners(database.ownerUrl);
      await reply(caseworker, caseId);
    });

    expect(seqs).toEqual(Array.from({ length: 60 }, (_, place) => place + 1));
    expect(terminated).toBeGreaterThan(5);
    expect(Math.max(...delays)).toBeLessThan(WORST_DELAY);
  }, 60_000);

  it('arrives within 6 seconds though LISTEN cannot be had back at all', async () => {
    const { caseworker, caseId, socket, listening } = await apart();
    listening.sever();

    const { delays, seqs } = await deliver(5, socket, () => reply(caseworker, caseId));

    expect(seqs).toEqual([1, 2, 3, 4, 5]);
    expect(Math.max(...delays)).toBeLessThan(WORST_DELAY);
    // It was the clock that found them: nothing else could.
    expect(Math.max(...delays)).toBeGreaterThan(500);
  }, 60_000);

  it('is known to every socket again once LISTEN is back, though nothing was said meanwhile', async () => {
    const { caseworker, caseId, socket, listening } = await apart();
    listening.sever();
    await reply(caseworker, caseId);
    const repliedAt = performance.now();

    listening.mend();
    await socket.event();

    expect(performance.now() - repliedAt).toBeLessThan(WORST_DELAY);
  });
});

async function reply(caseworker: GraphQLClient, caseId: string): Promise<void> {
  const input = { caseId, idempotencyKey: randomUUID(), text: 'words' };
  const { __typename } = await caseworker.outcome(REPLY, { input });
  if (__typename !== 'ReplySent') throw new Error(__typename);
}

/** Writes one reply after the other and measures from each answer to its arrival, in milliseconds. */
async function deliver(count: number, socket: SocketClient, write: (turn: number) => Promise<void>) {
  const writtenAt: number[] = [];
  const seqs: number[] = [];
  const delays: number[] = [];
  const reading = (async () => {
    while (seqs.length < count) {
      const { caseworkerReplied } = await socket.event<{ caseworkerReplied: { seq: number } }>();
      const arrivedAt = performance.now();
      seqs.push(caseworkerReplied.seq);
      // A reply may arrive before its writer has the answer.
      delays.push(arrivedAt - (writtenAt[caseworkerReplied.seq - 1] ?? arrivedAt));
    }
  })();
  for (let turn = 0; turn < count; turn += 1) {
    await write(turn);
    writtenAt.push(performance.now());
  }
  await reading;
  return { delays, seqs };
}

async function terminateListeners(ownerUrl: string): Promise<number> {
  return await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'restante wake-up' AND datname = current_database()`,
    );
    return rowCount ?? 0;
  });
}
