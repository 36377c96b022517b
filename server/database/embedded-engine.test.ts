import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { killChildren } from '../testing/child.ts';
import { startEngineChild } from '../testing/engine-child.ts';
import { eventually } from '../testing/eventually.ts';
import { useDataDir } from '../testing/temporary-folder.ts';
import { asOwner } from '../testing/test-database.ts';
import { type Engine, startEngine } from './embedded-engine.ts';
import { isAlive } from './engine-stragglers.ts';
import { isRoot } from './engine-user.ts';

jest.setTimeout(90_000); // 90 seconds: every test creates a database

describe('startEngine', () => {
  const engines: Engine[] = [];

  // Before the hook of the folder, which ends what still runs: an engine would bring it back.
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.stop();
  });
  const dataDir = useDataDir();

  async function start(settings: Record<string, string> = {}): Promise<Engine> {
    const engine = await startEngine({ dataDir: dataDir.path, settings });
    engines.push(engine);
    return engine;
  }

  async function stopAll(): Promise<void> {
    for (const engine of engines.splice(0)) await engine.stop();
  }

  const pidIn = async (folder: string) =>
    Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

  const show = async (url: string, name: string) =>
    await asOwner(url, async (client) => (await client.query(`SHOW ${name}`)).rows[0]?.[name]);

  const remember = async (url: string) =>
    await asOwner(url, async (client) => await client.query('CREATE TABLE kept AS SELECT 42 AS answer'));

  const recall = async (url: string) =>
    await asOwner(url, async (client) => (await client.query('SELECT answer FROM kept')).rows[0]?.answer);

  it('listens on the loopback address alone and asks everybody for a password', async () => {
    const engine = await start();

    const methods = await asOwner(engine.ownerUrl, async (client) => {
      const { rows } = await client.query('SELECT DISTINCT auth_method FROM pg_hba_file_rules');
      return rows;
    });

    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }]);
    expect(await show(engine.ownerUrl, 'listen_addresses')).toBe('127.0.0.1');
    expect(await show(engine.ownerUrl, 'unix_socket_directories')).toBe('');
    const wrong = engine.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(asOwner(wrong, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
  });

  it('gives the program a role that owns its database and may do nothing else', async () => {
    const engine = await start();

    const role = await asOwner(engine.url, async (client) => {
      const sql =
        'SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user';
      return (await client.query(sql)).rows[0];
    });

    expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false });
  });

  it('keeps its passwords in a file that nobody else can read', async () => {
    const engine = await start();

    const { mode } = await stat(join(engine.folder, 'credentials'));

    expect(mode & 0o777).toBe(0o600);
  });

  it('stops in order and starts again with everything that was written', async () => {
    const first = await start();
    await remember(first.url);
    const pid = await pidIn(first.folder);
    await stopAll();
    await eventually(() => !isAlive(pid));

    const second = await start();

    expect(await recall(second.url)).toBe(42);
    expect(second.url).toBe(first.url);
  });

  it('takes over the PostgreSQL that a killed server left running', async () => {
    const killed = await startEngineChild(dataDir.path);
    await remember(killed.url);
    const pid = await pidIn(killed.folder);
    killed.child.kill('SIGKILL');
    await killed.child.ended;
    expect(isAlive(pid)).toBe(true);

    const engine = await start();

    expect(await recall(engine.url)).toBe(42);
    expect(await pidIn(engine.folder)).toBe(pid);
    await stopAll();
    await eventually(() => !isAlive(pid));
  });

  it('restarts one that was left running with other settings', async () => {
    const killed = await startEngineChild(dataDir.path);
    const pid = await pidIn(killed.folder);
    killed.child.kill('SIGKILL');
    await killed.child.ended;

    const engine = await start({ work_mem: '5MB' });

    expect(await show(engine.ownerUrl, 'work_mem')).toBe('5MB');
    expect(await pidIn(engine.folder)).not.toBe(pid);
  });

  it('starts after PostgreSQL itself was killed together with the server', async () => {
    const killed = await startEngineChild(dataDir.path);
    await remember(killed.url);
    killed.child.kill('SIGKILL');
    process.kill(await pidIn(killed.folder), 'SIGKILL');
    await killed.child.ended;

    const engine = await start();

    expect(await recall(engine.url)).toBe(42);
  });

  it('refuses a second server on the same folder, and leaves the first one alone', async () => {
    const first = await startEngineChild(dataDir.path);
    await remember(first.url);

    const second = start();

    await expect(second).rejects.toThrow(
      `Another Restante is already running on the folder ${dataDir.path}.`,
    );
    expect(await recall(first.url)).toBe(42);
  });

  it('lets one of two servers in that start at once on an empty folder', async () => {
    const both = await Promise.all([startEngineChild(dataDir.path), startEngineChild(dataDir.path)]);

    expect(both.filter(({ fault }) => fault === null)).toHaveLength(1);
    expect(both.find(({ fault }) => fault !== null)?.fault).toMatch(/^Another Restante is already running/);
  });

  it('begins anew where the first start was killed while it created the database', async () => {
    const started = startEngineChild(dataDir.path).catch(() => undefined);
    const names = async (folder: string) => await readdir(folder).catch(() => [] as string[]);
    await eventually(async () =>
      (await names(join(dataDir.path, 'database'))).some((name) => name.includes('.new-')),
    );
    await killChildren();
    await started;

    const engine = await start();

    await remember(engine.url);
    expect(await recall(engine.url)).toBe(42);
  });

  it('brings PostgreSQL back on its old address when it is killed', async () => {
    const engine = await start();
    await remember(engine.url);
    const pid = await pidIn(engine.folder);

    process.kill(pid, 'SIGKILL');

    await eventually(async () => (await recall(engine.url).catch(() => null)) === 42, 20_000);
    expect(await pidIn(engine.folder)).not.toBe(pid);
  });

  it('chooses another port when somebody took the one it had', async () => {
    const first = await start();
    await stopAll();
    const port = Number(new URL(first.url).port);
    const taker = createServer();
    await new Promise<void>((resolve) => taker.listen(port, '127.0.0.1', resolve));

    const second = await start();

    expect(Number(new URL(second.url).port)).not.toBe(port);
    await new Promise((resolve) => taker.close(resolve));
  });

  it('starts although the number of its last process belongs to another program now', async () => {
    const first = await start();
    await stopAll();
    await writeFile(join(first.folder, 'cluster', 'postmaster.pid'), `${process.pid}\n`);

    const second = await start();

    expect(await pidIn(second.folder)).not.toBe(process.pid);
  });

  it('says that the disk is full', async () => {
    const first = await start();
    await stopAll();
    const file = join(first.folder, 'cluster', 'postmaster.opts');
    await rm(file);
    await symlink('/dev/full', file);

    const second = start();

    await expect(second).rejects.toThrow(`The disk that holds ${dataDir.path} is full.`);
  });

  it('says that the folder cannot be written', async () => {
    // Modes do not stop root; the kernel's own folder does.
    const folder = isRoot() ? '/sys/kernel' : join(dataDir.path, '..');
    if (!isRoot()) await chmod(folder, 0o500);

    const starting = startEngine({ dataDir: join(folder, 'restante') });

    await expect(starting).rejects.toThrow(/cannot be written by the user that runs Restante/);
    if (!isRoot()) await chmod(folder, 0o700);
  });

  it('says that something else is in the place of the folder', async () => {
    await writeFile(dataDir.path, '');

    const starting = start();

    await expect(starting).rejects.toThrow(/something else of that name/);
    await rm(dataDir.path);
  });

  it('lies where its user can enter, and is found again when DATA_DIR is renamed', async () => {
    const renamed = `${dataDir.path} renamed`;
    await mkdir(dataDir.path, { mode: 0o700 });
    const first = await start();
    await remember(first.url);
    await stopAll();
    await rename(dataDir.path, renamed);

    const second = await startEngine({ dataDir: renamed });
    engines.push(second);

    expect(await recall(second.url)).toBe(42);
    expect(second.folder).toMatch(
      isRoot() ? /^\/var\/lib\/restante\/data-[0-9a-f]{8}$/ : /data renamed\/database$/,
    );
    await stopAll();
    await rename(renamed, dataDir.path);
  });

  it('does not begin with an empty database where the one it had is gone', async () => {
    await mkdir(dataDir.path, { recursive: true });
    await writeFile(join(dataDir.path, 'database-is-in'), '/var/lib/restante/gone-00000000\n');

    const starting = start();

    await expect(starting).rejects.toThrow(
      /was kept in \/var\/lib\/restante\/gone-00000000, and it is not there/,
    );
    await rm(join(dataDir.path, 'database-is-in'));
  });

  it('writes nothing of what a client sent into its log', async () => {
    const engine = await start();
    await asOwner(engine.url, async (client) => {
      await client.query('CREATE TABLE strict (id uuid, word text UNIQUE CHECK (word <> $$canary-check$$))');
      const attempts: [string, unknown[]][] = [
        ['INSERT INTO strict (word) VALUES ($1)', ['canary-check']],
        ['INSERT INTO strict (id) VALUES ($1)', ['canary-uuid']],
        ['SELECT $1::int', ['canary-number']],
        [`SELECT 'canary-literal'::int`, []],
        ['canary syntax', []],
      ];
      for (const [sql, values] of attempts) await expect(client.query(sql, values)).rejects.toThrow();
    });
    await expect(asOwner(engine.url.replace('restante:', 'canary-user:'), async () => {})).rejects.toThrow();
    await stopAll();

    const log = await readFile(join(engine.folder, 'postgresql.log'), 'utf8');

    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/canary-(check|uuid|number|literal)|canary syntax/);
  });
});
