import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { LOG_OUT, MY_REPORT, REPLIED, REPLY } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import type { SocketClient } from '../testing/socket-client.ts';
import { useTestServer } from '../testing/test-server.ts';

interface Reply {
  readonly seq: number;
  readonly author: string;
  readonly text: string;
  readonly sentOn: string;
}

async function nextReply(socket: SocketClient): Promise<Reply> {
  return (await socket.event<{ caseworkerReplied: Reply }>()).caseworkerReplied;
}

describe('caseworkerReplied', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  async function conversation() {
    const caseworker = await lab.seed.firstAdministrator();
    const { client, token } = await lab.seed.reporter((await lab.seed.report('words')).code);
    return { caseworker, client, token };
  }

  it('first delivers the replies already there, in order, then each new one', async () => {
    const { caseworker, client } = await conversation();
    for (const text of ['one', 'two', 'three']) await lab.seed.reply(caseworker, text);

    const socket = await client.follow(REPLIED);
    const backlog = [await nextReply(socket), await nextReply(socket), await nextReply(socket)];
    await lab.seed.reply(caseworker, 'four');
    const fresh = await nextReply(socket);

    expect(backlog.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(fresh).toEqual({
      seq: 4,
      author: 'CASEWORKER',
      text: 'four',
      sentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('delivers a backlog of more than one page, whole', async () => {
    const { caseworker, client } = await conversation();
    for (let turn = 1; turn <= 53; turn += 1) await lab.seed.reply(caseworker, `reply ${turn}`);

    const socket = await client.follow(REPLIED, { afterSeq: 1 });
    const seqs: number[] = [];
    while (seqs.length < 52) seqs.push((await nextReply(socket)).seq);

    expect(seqs).toEqual(Array.from({ length: 52 }, (_, place) => place + 2));
  });

  it('leaves out what comes before afterSeq and what the reporter wrote', async () => {
    const { caseworker, client } = await conversation();
    await lab.seed.reply(caseworker, 'one');
    await lab.seed.message(client, 'mine');
    await lab.seed.reply(caseworker, 'three');

    const socket = await client.follow(REPLIED, { afterSeq: 1 });
    const first = await nextReply(socket);
    await lab.seed.message(client, 'mine again');
    await lab.seed.reply(caseworker, 'five');
    const second = await nextReply(socket);

    expect([first.seq, second.seq]).toEqual([3, 5]);
  });

  it('brings what was replied while nobody listened, when asked with the last seq', async () => {
    const { caseworker, client } = await conversation();
    const socket = await client.follow(REPLIED);
    await lab.seed.reply(caseworker, 'one');
    const { seq } = await nextReply(socket);
    socket.cut();
    await lab.seed.reply(caseworker, 'while away');

    const back = await client.follow(REPLIED, { afterSeq: seq });

    expect(await nextReply(back)).toMatchObject({ seq: 2, text: 'while away' });
  });

  it('pushes within 2 seconds, also when another process took the reply', async () => {
    const { caseworker, token } = await conversation();
    const second = await openSecond();
    const socket = await second.anyone().withToken(token).follow(REPLIED);
    await socket.heardSoFar();

    await lab.seed.reply(caseworker, 'there');
    const repliedAt = performance.now();
    await nextReply(socket);

    expect(performance.now() - repliedAt).toBeLessThan(2_000);
  });

  it('is heard on every socket of the session, and by no other reporter', async () => {
    const { caseworker, client } = await conversation();
    const [caseId] = await lab.seed.caseIds(caseworker);
    const stranger = await lab.seed.reporter((await lab.seed.report('other')).code);
    const theirs = await stranger.client.follow(REPLIED);
    const sockets = [await client.follow(REPLIED), await client.follow(REPLIED)];

    const input = { caseId, idempotencyKey: randomUUID(), text: 'for one' };
    await caseworker.outcome(REPLY, { input });
    const heard = await Promise.all(sockets.map(nextReply));

    expect(heard.map(({ text }) => text)).toEqual(['for one', 'for one']);
    expect(await theirs.heardSoFar()).toEqual([]);
  });

  it('answers UNAUTHENTICATED without a session', async () => {
    const socket = await lab.anyone().follow(REPLIED);

    expect(await socket.next()).toMatchObject({
      type: 'next',
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it.each<[string, unknown]>([
    ['text', 'one'],
    ['half a number', 1.5],
    ['more than 32 bits', 2 ** 31],
    ['null', null],
  ])('refuses an afterSeq that is %s', async (_, afterSeq) => {
    const { client } = await conversation();

    const socket = await client.follow(REPLIED, { afterSeq });

    expect(await socket.next()).toMatchObject({
      type: 'next',
      payload: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('takes a negative afterSeq for the beginning and one beyond the end for the end', async () => {
    const { caseworker, client } = await conversation();
    await lab.seed.reply(caseworker, 'one');

    const beginning = await client.follow(REPLIED, { afterSeq: -7 });
    const end = await client.follow(REPLIED, { afterSeq: 2 ** 31 - 1 });

    expect(await nextReply(beginning)).toMatchObject({ seq: 1 });
    expect(await end.heardSoFar()).toEqual([]);
  });

  it('closes with 4401 within a second of logging out, and the token is dead', async () => {
    const { client, token } = await conversation();
    const socket = await client.follow(REPLIED);
    await socket.heardSoFar();

    await client.data(LOG_OUT);
    const loggedOutAt = performance.now();
    const { code } = await socket.closed();

    expect(code).toBe(4401);
    expect(performance.now() - loggedOutAt).toBeLessThan(1_000);
    expect(await lab.anyone().withToken(token).data(MY_REPORT)).toEqual({ myReport: null });
  });

  it('closes with 4401 within a second when the session ends in another process', async () => {
    const { client, token } = await conversation();
    const socket = await client.follow(REPLIED);
    await socket.heardSoFar();
    const second = await openSecond();

    await second.anyone().withToken(token).data(LOG_OUT);
    const loggedOutAt = performance.now();

    expect((await socket.closed()).code).toBe(4401);
    expect(performance.now() - loggedOutAt).toBeLessThan(1_000);
  });

  it('closes with 4401 when the report is deleted', async () => {
    const { client } = await conversation();
    const socket = await client.follow(REPLIED);
    await socket.heardSoFar();

    await lab.dataSource.query('DELETE FROM case_file');
    lab.wakeUp.notify();

    expect((await socket.closed()).code).toBe(4401);
  });
});
