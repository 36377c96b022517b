import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { LOG_OUT, MY_REPORT, REPLIED } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { SocketClient } from '../testing/socket-client.ts';
import { useTestServer } from '../testing/test-server.ts';

const MINUTE = 60_000; // milliseconds

describe('a session of a reporter', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  async function session() {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client, token } = await lab.seed.reporter(code);
    const isAlive = async () => (await client.data<{ myReport: unknown }>(MY_REPORT)).myReport !== null;
    return { code, client, token, isAlive };
  }

  it('keeps its promise of 20 idle minutes, and ends a quarter of an hour after them at the latest', async () => {
    const { isAlive } = await session();

    for (let turn = 0; turn < 3; turn += 1) {
      lab.clock.advance(19.9 * MINUTE);
      expect(await isAlive()).toBe(true);
    }
    lab.clock.advance(35 * MINUTE + 1_000);

    expect(await isAlive()).toBe(false);
  });

  it('ends two hours and up to a quarter after logging in, however much it is used', async () => {
    const { isAlive } = await session();
    for (let minutes = 0; minutes < 120; minutes += 15) {
      expect(await isAlive()).toBe(true);
      lab.clock.advance(15 * MINUTE);
    }

    lab.clock.advance(15 * MINUTE);

    expect(await isAlive()).toBe(false);
  });

  it('stands in the table with deadlines on a quarter of an hour, and a hash for a token', async () => {
    const { token } = await session();

    const rows = await lab.dataSource.query<{ row: string; idle: number; total: number }[]>(
      `SELECT s::text AS row, extract(epoch FROM idle_until)::int % 900 AS idle,
              extract(epoch FROM ends_at)::int % 900 AS total FROM reporter_session s`,
    );

    expect(rows).toEqual([{ row: expect.any(String), idle: 0, total: 0 }]);
    expect(rows[0]?.row).not.toContain(token);
    expect(rows[0]?.row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it('does not write when it is used twice within a quarter of an hour', async () => {
    const { isAlive } = await session();
    await isAlive();
    const version = () => lab.dataSource.query('SELECT xmin::text, idle_until FROM reporter_session');
    const before = await version();

    await isAlive();

    expect(await version()).toEqual(before);
  });

  it('ends in every process at once, and its row is gone', async () => {
    const { client, token } = await session();
    const second = await openSecond();
    const elsewhere = second.anyone().withToken(token);
    const before = await elsewhere.data<{ myReport: unknown }>(MY_REPORT);

    const answer = await client.data(LOG_OUT);

    expect(before.myReport).not.toBeNull();
    expect(answer).toEqual({ logOut: true });
    expect(await elsewhere.data(MY_REPORT)).toEqual({ myReport: null });
    expect(await lab.dataSource.query('SELECT FROM reporter_session')).toEqual([]);
  });

  it('is one of several: logging out ends the one that asks', async () => {
    const { client, code } = await session();
    const other = await lab.seed.reporter(code);

    await client.data(LOG_OUT);

    expect(await client.data(MY_REPORT)).toEqual({ myReport: null });
    expect((await other.client.data<{ myReport: unknown }>(MY_REPORT)).myReport).not.toBeNull();
  });

  it('is logged out of twice, and by whoever never had one, with the same answer', async () => {
    const { client } = await session();

    expect([
      await client.data(LOG_OUT),
      await client.data(LOG_OUT),
      await lab.anyone().data(LOG_OUT),
    ]).toEqual([{ logOut: true }, { logOut: true }, { logOut: true }]);
  });

  it('is not said to have ended while the database is away', async () => {
    const { token } = await session();
    const database = await openProxy(lab.databaseUrl);
    const second = await openSecond({ url: database.url });
    const client = second.anyone().withToken(token);

    database.sever();
    const codes = await client.errorCodes(LOG_OUT);
    const socket = await SocketClient.open(`${second.publicUrl.replace('http', 'ws')}/graphql`, {});
    socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    const closing = await socket.closed();
    database.mend();

    expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(closing).toEqual({ code: 1013, reason: 'Try again later' });
    expect((await client.data<{ myReport: unknown }>(MY_REPORT)).myReport).not.toBeNull();
  });

  it('closes its sockets with 4401 when it expires', async () => {
    const { client } = await session();
    const socket = await client.follow(REPLIED);
    await socket.heardSoFar();

    lab.clock.advance(36 * MINUTE);
    lab.wakeUp.notify();

    expect((await socket.closed()).code).toBe(4401);
  });

  it('opens no socket once it has ended', async () => {
    const { client } = await session();
    await client.data(LOG_OUT);

    await expect(client.socket()).rejects.toThrow(/4403/);
  });

  it('is of no use at the staff door, nor is a staff session at the public one', async () => {
    const { token } = await session();
    const [cookie = ''] = (await lab.seed.colleague()).cookies.values();
    const staffHeaders = lab.anyone();
    staffHeaders.cookies.set('__Host-staff', cookie);
    staffHeaders.cookies.set('__Host-reporter', cookie);

    expect(await lab.stranger().withToken(token).data('{ me { name } }')).toEqual({ me: null });
    expect(await staffHeaders.data(MY_REPORT)).toEqual({ myReport: null });
    expect(await lab.anyone().withToken(cookie).data(MY_REPORT)).toEqual({ myReport: null });
  });
});
