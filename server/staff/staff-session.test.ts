import { describe, expect, it } from '@jest/globals';
import { INBOX_CHANGED, ME } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const MINUTE = 60_000; // milliseconds

describe('a session of staff', () => {
  const lab = useTestServer();

  const me = async (client: Awaited<ReturnType<typeof lab.seed.firstAdministrator>>) =>
    (await client.data<{ me: { name: string } | null }>(ME)).me;

  it('lasts while it is used, and ends half an hour and up to a quarter after it was', async () => {
    const client = await lab.seed.firstAdministrator();

    for (let turn = 0; turn < 4; turn += 1) {
      lab.clock.advance(29 * MINUTE);
      expect(await me(client)).not.toBeNull();
    }
    lab.clock.advance(46 * MINUTE);

    expect(await me(client)).toBeNull();
  });

  it('ends after ten hours and up to a quarter of one, however much it is used', async () => {
    const client = await lab.seed.firstAdministrator();
    let minutes = 0;
    for (; minutes < 600; minutes += 25) {
      expect(await me(client)).not.toBeNull();
      lab.clock.advance(25 * MINUTE);
    }
    lab.clock.advance(15 * MINUTE);

    expect(await me(client)).toBeNull();
  });

  it('stands in the table with deadlines on a quarter of an hour', async () => {
    await lab.seed.firstAdministrator();

    const rows = await lab.dataSource.query<{ idle: number; total: number }[]>(
      `SELECT extract(epoch FROM idle_until)::int % 900 AS idle, extract(epoch FROM ends_at)::int % 900 AS total
       FROM staff_session`,
    );

    expect(rows).toEqual([{ idle: 0, total: 0 }]);
  });

  it('closes its sockets with 4401 when it expires', async () => {
    const client = await lab.seed.firstAdministrator();
    const socket = await client.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    lab.clock.advance(46 * MINUTE);
    lab.wakeUp.notify();

    expect((await socket.closed()).code).toBe(4401);
  });
});
