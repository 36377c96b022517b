import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type DatabaseProxy, useDatabaseProxies } from '../testing/database-proxy.ts';
import { eventually } from '../testing/eventually.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { CASES, INBOX_CHANGED, MARK_READ, REPLY, SIGN_OUT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import type { SocketClient } from '../testing/socket-client.ts';
import { useTestServer } from '../testing/test-server.ts';

/** What a look at what changed asks. */
const LOOK = /^SELECT id, version FROM case_file/;

async function nextChange(socket: SocketClient): Promise<string> {
  return (await socket.event<{ inboxChanged: { caseId: string } }>()).inboxChanged.caseId;
}

describe('inboxChanged', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  /**
   * An inbox at a server whose way to the database a test can break.
   *
   * @param firstLook what becomes of its first look; waited for.
   */
  async function farInbox(firstLook: (database: DatabaseProxy) => Promise<void>) {
    const caseworker = await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const inbox = (await openSecond({ url: database.url, directUrl: lab.databaseUrl })).stranger();
    for (const [name, value] of caseworker.cookies) inbox.cookies.set(name, value);
    const looked = firstLook(database);
    const socket = await inbox.follow(INBOX_CHANGED);
    await looked;
    await socket.heardSoFar();
    return { database, socket };
  }

  it('names a new case, within 2 seconds, by its id alone', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const socket = await caseworker.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await lab.seed.reportWithoutMessaging('words');
    const sentAt = performance.now();
    const change = await socket.event();

    expect(performance.now() - sentAt).toBeLessThan(2_000);
    expect(change).toEqual({ inboxChanged: { caseId: (await lab.seed.caseIds(caseworker))[0] } });
  });

  it('names a case when its reporter writes and when a colleague replies, in whichever process', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const [caseId] = await lab.seed.caseIds(caseworker);
    const second = await openSecond();
    const inbox = second.stranger();
    for (const [name, value] of caseworker.cookies) inbox.cookies.set(name, value);
    const socket = await inbox.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await lab.seed.message(client, 'more');
    const afterMessage = await nextChange(socket);
    await caseworker.outcome(REPLY, { input: { caseId, idempotencyKey: randomUUID(), text: 'reply' } });
    const afterReply = await nextChange(socket);

    expect([afterMessage, afterReply]).toEqual([caseId, caseId]);
  });

  it('is heard by those who hold a key and by nobody else', async () => {
    const holder = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const stranger = await lab.seed.colleague();
    const hears = await holder.follow(INBOX_CHANGED);
    const hearsNot = await stranger.follow(INBOX_CHANGED);
    await Promise.all([hears.heardSoFar(), hearsNot.heardSoFar()]);

    await lab.seed.message(client, 'more');
    await nextChange(hears);
    const nothing = await hearsNot.heardSoFar();
    await lab.seed.reportWithoutMessaging('for both');
    const forBoth = await nextChange(hearsNot);

    expect(nothing).toEqual([]);
    expect(await lab.seed.caseIds(stranger)).toEqual([forBoth]);
  });

  it('names every case of a storm at least once', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const socket = await caseworker.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await Promise.all(Array.from({ length: 60 }, () => lab.seed.reportWithoutMessaging('words')));
    const ids = new Set(await lab.seed.caseIds(caseworker));
    const named = new Set<string>();
    while (named.size < ids.size) named.add(await nextChange(socket));

    expect(named).toEqual(ids);
  });

  it('names each of 3,000 cases that change at once, to every inbox, the slow one included', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const ids = await storeManyCases(lab.dataSource, 3_000, () => ({
      words: 'words',
      messages: [],
      notes: [],
    }));
    const slow = await caseworker.follow(INBOX_CHANGED);
    const reading = await caseworker.follow(INBOX_CHANGED);
    await Promise.all([slow.heardSoFar(), reading.heardSoFar()]);
    slow.raw.pause();

    await lab.dataSource.query('UPDATE case_file SET version = version + 1, changed_on = current_date');
    const heard = { slow: new Set<string>(), reading: new Set<string>() };
    while (heard.reading.size < ids.length) heard.reading.add(await nextChange(reading));
    slow.raw.resume();
    while (heard.slow.size < ids.length) heard.slow.add(await nextChange(slow));

    expect(heard).toEqual({ slow: new Set(ids), reading: new Set(ids) });
  }, 60_000);

  it('goes on naming changes to others when one inbox is never read', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const stuck = await caseworker.follow(INBOX_CHANGED);
    const reading = await caseworker.follow(INBOX_CHANGED);
    await Promise.all([stuck.heardSoFar(), reading.heardSoFar()]);
    stuck.raw.pause();

    for (let turn = 0; turn < 3; turn += 1) {
      await lab.seed.message(client, 'more');
      await nextChange(reading);
    }
    stuck.raw.resume();

    expect(await nextChange(stuck)).toEqual(expect.any(String));
  });

  it.each<[string, RegExp]>([
    ['between what changed and who is told of it', /^SELECT case_id, caseworker_id FROM case_wrap/],
    ['at a look', /^SELECT id, version FROM case_file/],
  ])('tells a change once the database is back that went away %s', async (_, statement) => {
    const { database, socket } = await farInbox((way) =>
      eventually(() => way.statements.some((each) => LOOK.test(each))),
    );
    const broke = database.breakAt(statement, 'before');

    await lab.seed.reportWithoutMessaging('words');
    await broke;

    expect(await nextChange(socket)).toEqual(expect.any(String));
  });

  it('tells what came since it began where the database went away at its first look', async () => {
    const { socket } = await farInbox((way) => way.breakAt(LOOK, 'before'));

    await lab.seed.reportWithoutMessaging('words');

    expect(await nextChange(socket)).toEqual(expect.any(String));
  });

  it('says nothing when a caseworker reads, lists or marks', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const [caseId] = await lab.seed.caseIds(caseworker);
    const socket = await caseworker.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await caseworker.data(CASES);
    await caseworker.data(MARK_READ, { caseId, upToSeq: 0 });
    await lab.seed.reportWithoutMessaging('a change that is told');

    expect(await nextChange(socket)).not.toBe(caseId);
  });

  it('needs a session, and ends with it within a second', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const nobody = await lab.stranger().follow(INBOX_CHANGED);
    const socket = await caseworker.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await caseworker.data(SIGN_OUT);
    const signedOutAt = performance.now();

    expect((await socket.closed()).code).toBe(4401);
    expect(performance.now() - signedOutAt).toBeLessThan(1_000);
    expect(await nobody.next()).toMatchObject({
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });
});
