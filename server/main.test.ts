import { chmod, mkdir, open as openFile, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { runningEngineUrl } from './database/embedded-engine.ts';
import { isAlive } from './database/engine-stragglers.ts';
import { eventually } from './testing/eventually.ts';
import { launchServer, openServer } from './testing/server-child.ts';
import { useDataDir } from './testing/temporary-folder.ts';
import { asOwner, createEmptyDatabase } from './testing/test-database.ts';

jest.setTimeout(90_000); // 90 seconds: every test creates a database

/** The same as in database/migrate.ts, which lets nobody else have it. */
const MIGRATION_LOCK = 7_276_937;

describe('the server process', () => {
  const dataDir = useDataDir();
  const open = async (env: Record<string, string> = {}) =>
    await openServer({ DATA_DIR: dataDir.path, ...env });
  const launch = (env: Record<string, string> = {}) => launchServer({ DATA_DIR: dataDir.path, ...env });

  const enginePid = async () =>
    Number(
      (await readFile(join(dataDir.path, 'database', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0],
    );

  const greet = async (url: string) => {
    const answer = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query { organisation { name } }' }),
    });
    return await answer.json();
  };

  /** Every line of an error is a sentence for a person: no frames, no class names. */
  const expectPlain = (text: string) => {
    expect(text).not.toMatch(/^\s+at /m);
    expect(text).not.toMatch(/Error:|node:internal/);
  };

  it('opens on an empty folder, answers, and prints the first administrator’s link', async () => {
    const { child, publicUrl } = await open({ ORGANISATION_NAME: 'Example University' });

    expect(await greet(publicUrl)).toEqual({ data: { organisation: { name: 'Example University' } } });
    expect(child.out()).toMatch(/^Preparing the database: 1 of \d+\.$/m);
    expect(child.out()).toMatch(
      /^ {2}First administrator {4}http:\/\/localhost:\d+\/welcome#\S+ {3}works once, for 24 hours$/m,
    );
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops PostgreSQL and itself on %s, and ends well',
    async (signal) => {
      const { child } = await open();
      const pid = await enginePid();

      child.kill(signal);

      expect(await child.ended).toBe(0);
      await eventually(() => !isAlive(pid));
      expect(child.err()).toBe('');
    },
  );

  it('stops when its launcher is gone', async () => {
    const { child } = await open();
    const pid = await enginePid();

    child.disconnect();

    expect(await child.ended).toBe(0);
    await eventually(() => !isAlive(pid));
  });

  it('stops when it is asked to while it is still starting', async () => {
    const child = launch();
    await child.says(/^Preparing the database/m);

    child.kill('SIGTERM');

    expect(await child.ended).toBe(0);
    await expect(enginePid()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stops PostgreSQL and itself at one signal while another process prepares the database', async () => {
    const killed = await open();
    const pid = await enginePid();
    killed.child.kill('SIGKILL');
    await killed.child.ended;
    const url = (await runningEngineUrl(dataDir.path)) ?? '';

    await asOwner(url, async (other) => {
      other.on('error', () => undefined);
      await other.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const child = launch();
      await child.says(/^Another process is preparing the database/m);
      child.kill('SIGTERM');

      expect(await child.ended).toBe(0);
      expect(child.err()).toBe('');
    });
    await eventually(() => !isAlive(pid));
  });

  it('finds everything again after it was killed', async () => {
    const killed = await open({ ORGANISATION_NAME: 'Before' });
    const pid = await enginePid();
    killed.child.kill('SIGKILL');
    await killed.child.ended;

    const { child, publicUrl } = await open({ ORGANISATION_NAME: 'After' });

    expect(await greet(publicUrl)).toEqual({ data: { organisation: { name: 'Before' } } });
    expect(await enginePid()).toBe(pid);
    expect(child.out()).not.toMatch(/Creating|Preparing|welcome#/);
  });

  it('keeps its master secret readable by nobody else', async () => {
    await open();

    const secret = await readFile(join(dataDir.path, 'secret'));

    expect(secret).toHaveLength(32);
  });

  it('refuses a second server on the same folder', async () => {
    const { publicUrl } = await open();

    const second = launch();

    expect(await second.ended).toBe(1);
    expect(second.err()).toContain(`Another Restante is already running on the folder ${dataDir.path}.`);
    expectPlain(second.err());
    expect(await greet(publicUrl)).toHaveProperty('data');
  });

  it.each<[string, (file: string) => Promise<void>, RegExp]>([
    [
      'missing',
      async (file) => await rm(file),
      /The master secret .* is missing, and the database was made with one/,
    ],
    [
      'another',
      async (file) => await writeFile(file, Buffer.alloc(32, 7)),
      /is not the one that this database was made with/,
    ],
    ['open to all', async (file) => await chmod(file, 0o644), /can be read or changed by other users/],
  ])('refuses to open when the master secret is %s, and stops PostgreSQL', async (_, spoil, sentence) => {
    const first = await open();
    first.child.kill('SIGTERM');
    await first.child.ended;
    await spoil(join(dataDir.path, 'secret'));

    const second = launch();

    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(sentence);
    expectPlain(second.err());
    await expect(enginePid()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('names everything that is wrong with its configuration, and repeats no value', async () => {
    const child = launch({ PORT: 'canary', DATABASE_URL: 'canary://secret', LISTENERS: 'canary' });

    expect(await child.ended).toBe(1);
    expect(child.err()).toMatch(/PORT: .*\n/);
    expect(child.err()).toMatch(/DATABASE_URL: .*\n/);
    expect(child.err()).toMatch(/LISTENERS: .*\n/);
    expect(child.err()).not.toContain('canary');
    expectPlain(child.err());
  });

  it('names the port that another program has', async () => {
    const taker = createServer();
    await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve));
    const address = taker.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);

    const child = launch({ STAFF_PORT: port });

    expect(await child.ended).toBe(1);
    expect(child.err()).toContain(`Port ${port} is used by another program.`);
    expect(child.err()).toContain('STAFF_PORT');
    expectPlain(child.err());
    await new Promise((resolve) => taker.close(resolve));
  });

  it('says what is in the way of its folder', async () => {
    await mkdir(join(dataDir.path, '..'), { recursive: true });
    await writeFile(dataDir.path, '');

    const child = launch();

    expect(await child.ended).toBe(1);
    expect(child.err()).toContain(dataDir.path);
    expectPlain(child.err());
    await rm(dataDir.path);
  });

  (process.platform === 'linux' ? it : it.skip)(
    'says that its folder cannot be made, where the system answers that oddly',
    async () => {
      const child = launch({ DATA_DIR: '/proc/restante/data' });

      expect(await child.ended).toBe(1);
      expect(child.err()).toContain('The folder /proc/restante/data cannot be written');
      expectPlain(child.err());
    },
  );

  it('says that a given server does not answer, without its address', async () => {
    const child = launch({ DATABASE_URL: 'postgresql://canary:canary@127.0.0.1:1/canary' });

    expect(await child.ended).toBe(1);
    expect(child.err()).toContain('The given PostgreSQL server does not answer.');
    expect(child.err()).not.toContain('canary');
    expectPlain(child.err());
  });

  it('goes on when PostgreSQL is killed under it', async () => {
    const { publicUrl } = await open();

    process.kill(await enginePid(), 'SIGKILL');

    await eventually(async () => 'data' in ((await greet(publicUrl).catch(() => ({}))) as object), 20_000);
  });

  // Every write to this device fails, as on a full disk; other systems have none.
  (process.platform === 'linux' ? it : it.skip)(
    'goes on, and ends well, where its log cannot be written',
    async () => {
      const { url, ownerUrl } = await createEmptyDatabase('full_log');
      const full = await openFile('/dev/full', 'w');
      const { child, publicUrl } = await openServer({ DATA_DIR: dataDir.path, DATABASE_URL: url }, full.fd);
      const listeners = async (act: string) =>
        await asOwner(ownerUrl, async (owner) => {
          const { rows } = await owner.query<{ pid: number }>(
            `SELECT ${act} pid FROM pg_stat_activity
           WHERE application_name = 'restante wake-up' AND datname = current_database()`,
          );
          return rows.map(({ pid }) => pid);
        });

      const [before] = await listeners('pg_terminate_backend(pid),');
      await eventually(async () => (await listeners('')).some((pid) => pid !== before));

      expect(await greet(publicUrl)).toHaveProperty('data');
      child.kill('SIGTERM');
      expect(await child.ended).toBe(0);
      await full.close();
    },
  );
});
