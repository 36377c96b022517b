import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '../testing/test-database.ts';
import { openMasterSecret } from './master-secret.ts';

describe('openMasterSecret', () => {
  const lab = useTestDatabase();
  let folder = '';
  let file = '';
  const fingerprintOf = (master: Buffer) => createHash('sha256').update(master).digest();
  const open = (path = file) => openMasterSecret({ file: path, dataSource: lab.dataSource, fingerprintOf });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restante secret '));
    file = join(folder, 'secret');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('draws 32 bytes that only their owner can read at the first start', async () => {
    const master = await open();

    expect(master).toHaveLength(32);
    expect(await readFile(file)).toEqual(master);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('reads the same bytes at every later start', async () => {
    const first = await open();

    const second = await open();

    expect(second).toEqual(first);
  });

  it('keeps nothing in the database but the fingerprint', async () => {
    const master = await open();

    const rows = await lab.dataSource.query('SELECT * FROM deployment');

    expect(rows).toEqual([{ id: true, secret_fingerprint: fingerprintOf(master) }]);
  });

  it('refuses a database whose secret is missing, and makes no new one', async () => {
    await open();
    await rm(file);

    const opening = open();

    await expect(opening).rejects.toThrow(/secret is missing/);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a secret that is not the one of the database', async () => {
    await open();
    await writeFile(file, randomBytes(32));

    const opening = open();

    await expect(opening).rejects.toThrow(/not the one that this database was made with/);
  });

  it.each([0, 31, 33, 64])('refuses a file of %d bytes', async (length) => {
    await writeFile(file, randomBytes(length), { mode: 0o600 });

    const opening = open();

    await expect(opening).rejects.toThrow(/exactly 32 bytes/);
  });

  it.each([0o644, 0o604, 0o620, 0o666])(
    'refuses a secret that others can read or change (mode %o)',
    async (mode) => {
      await open();
      await chmod(file, mode);

      const opening = open();

      await expect(opening).rejects.toThrow(/by other users/);
    },
  );

  it.each([0o400, 0o440, 0o640])(
    'accepts a secret that a service manager hands over with mode %o',
    async (mode) => {
      const first = await open();
      await chmod(file, mode);

      const second = await open();

      expect(second).toEqual(first);
    },
  );

  it('gives two processes that start at once with one folder the same secret', async () => {
    const both = await Promise.all([open(), open()]);

    expect(both[0]).toEqual(both[1]);
    expect(await readFile(file)).toEqual(both[0]);
  });

  it('lets one of two processes with folders of their own in, and leaves the other without a useless secret', async () => {
    const files = [join(folder, 'a'), join(folder, 'b')];

    const both = await Promise.allSettled(files.map(open));

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await Promise.allSettled(files.map((each) => stat(each)));
    expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each<[string, () => Promise<string>]>([
    ['a folder', async () => folder],
    [
      'a path through a file',
      async () => {
        await writeFile(file, '');
        return join(file, 'secret');
      },
    ],
    [
      'a pipe that nobody writes into',
      async () => {
        execFileSync('mkfifo', ['-m', '600', file]);
        return file;
      },
    ],
  ])('refuses %s, and does not ask for other rights to it', async (_, make) => {
    const path = await make();

    const opening = open(path);

    await expect(opening).rejects.toMatchObject({
      message: `The master secret cannot be ${path}: that is no file, or something on the way to it is no folder.`,
      advice: 'Let SECRET_FILE name a file.',
    });
  });

  it('names the folder that cannot be written, and the variable that leads elsewhere', async () => {
    const opening = open('/sys/restante/secret'); // Not even root makes a folder there.

    await expect(opening).rejects.toMatchObject({
      message: expect.stringContaining('/sys/restante'),
      advice: expect.stringContaining('SECRET_FILE'),
    });
  });
});
