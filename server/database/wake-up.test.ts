import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Log } from '../shared/log.ts';
import { eventually } from '../testing/eventually.ts';
import { asOwner, useTestDatabase } from '../testing/test-database.ts';
import { WakeUp } from './wake-up.ts';

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('WakeUp', () => {
  const lab = useTestDatabase();
  const open: { stop(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const each of open.splice(0)) await each.stop();
  });

  async function started(directUrl = lab.url): Promise<{ wakeUp: WakeUp; wakes: () => number }> {
    const wakeUp = new WakeUp({ directUrl, log: quiet });
    open.push(wakeUp);
    let wakes = 0;
    wakeUp.onWake(() => {
      wakes += 1;
    });
    await wakeUp.start();
    await eventually(() => wakes === 1);
    return { wakeUp, wakes: () => wakes };
  }

  it('wakes once it has connected, because what came before went unheard', async () => {
    const { wakes } = await started();

    expect(wakes()).toBe(1);
  });

  it('wakes the other process and its own', async () => {
    const here = await started();
    const there = await started();

    here.wakeUp.notify();

    await eventually(() => here.wakes() === 2 && there.wakes() === 2, 2_000);
  });

  it('makes many calls into few wakes', async () => {
    const here = await started();
    const there = await started();

    for (let call = 0; call < 1_000; call += 1) here.wakeUp.notify();

    await eventually(() => there.wakes() >= 2);
    expect(there.wakes()).toBeLessThanOrEqual(4);
  });

  it('carries nothing in channel or payload', async () => {
    const { wakeUp } = await started();
    const heard: unknown[] = [];

    await asOwner(lab.ownerUrl, async (client) => {
      client.on('notification', ({ channel, payload }) => heard.push({ channel, payload }));
      await client.query('LISTEN restante');
      wakeUp.notify();
      await eventually(() => heard.length > 0);
    });

    expect(heard[0]).toEqual({ channel: 'restante', payload: '' });
  });

  it('wakes again within 6 seconds when its connection is terminated', async () => {
    const { wakes } = await started();

    await asOwner(lab.ownerUrl, terminateWakeUps);

    await eventually(() => wakes() >= 2, 6_000);
  });

  it('sends what was said while the connection was down once it is back', async () => {
    const proxy = await openProxy(lab.url);
    const here = await started(proxy.url);
    const there = await started();
    proxy.cut();
    await eventually(() => proxy.connections() === 0);

    here.wakeUp.notify();
    proxy.mend();

    await eventually(() => there.wakes() >= 2, 6_000);
  });

  it('notices a connection that stays open and says nothing', async () => {
    const proxy = await openProxy(lab.url);
    const { wakes } = await started(proxy.url);

    proxy.freeze();
    const before = wakes();

    await eventually(() => proxy.accepted() >= 2 && wakes() > before, 20_000);
  });

  it('keeps waking every 5 seconds while the database is gone', async () => {
    const proxy = await openProxy(lab.url);
    const { wakes } = await started(proxy.url);
    proxy.cut();

    await eventually(() => wakes() >= 2, 6_000);
  });

  it('calls nobody after it was stopped, and ends its connection', async () => {
    const { wakeUp, wakes } = await started();

    await wakeUp.stop();
    wakeUp.notify();

    const left = await asOwner(lab.ownerUrl, async (client) => {
      const sql = `SELECT FROM pg_stat_activity WHERE application_name = 'restante wake-up' AND datname = current_database()`;
      return (await client.query(sql)).rowCount;
    });
    expect(left).toBe(0);
    expect(wakes()).toBe(1);
  });

  it('wakes the others although one listener throws', async () => {
    const { wakeUp } = await started();
    let reached = false;
    wakeUp.onWake(() => {
      throw new Error('a listener failed');
    });
    wakeUp.onWake(() => {
      reached = true;
    });

    wakeUp.notify();

    await eventually(() => reached);
  });

  it('no longer wakes a listener that was taken off', async () => {
    const { wakeUp, wakes } = await started();
    let called = 0;
    const off = wakeUp.onWake(() => {
      called += 1;
    });

    off();
    wakeUp.notify();

    await eventually(() => wakes() === 2);
    expect(called).toBe(0);
  });

  async function openProxy(url: string) {
    const proxy = await TcpProxy.open(url);
    open.push(proxy);
    return proxy;
  }
});

async function terminateWakeUps(client: { query(sql: string): Promise<unknown> }): Promise<void> {
  await client.query(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'restante wake-up' AND datname = current_database()
  `);
}

/** A wire to the database that can be cut, or left open with nothing coming through. */
class TcpProxy {
  readonly #sockets = new Set<Socket>();
  #refusing = false;
  #accepted = 0;

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async open(to: string): Promise<TcpProxy> {
    const target = new URL(to);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const through = new URL(to);
    through.port = String(typeof address === 'object' && address ? address.port : 0);
    const proxy = new TcpProxy(through.href, server);
    server.on('connection', (socket) => proxy.#join(socket, Number(target.port)));
    return proxy;
  }

  #join(near: Socket, port: number): void {
    if (this.#refusing) {
      near.destroy();
      return;
    }
    this.#accepted += 1;
    const far = connectSocket(port, '127.0.0.1');
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      this.#sockets.add(socket);
      socket.once('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }

  accepted = () => this.#accepted;
  connections = () => this.#sockets.size;

  cut(): void {
    this.#refusing = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#refusing = false;
  }

  freeze(): void {
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
