import { chmod, cp, lchown, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { useDataDir } from '../testing/temporary-folder.ts';
import { asOwner } from '../testing/test-database.ts';
import { startEngine } from './embedded-engine.ts';
import { isRoot } from './engine-user.ts';

jest.setTimeout(90_000); // 90 seconds: every test creates a database

describe('a database that was copied', () => {
  const dataDir = useDataDir();

  /** Copies the folder away and back, as somebody does who restores a backup. */
  async function restored(change: (folder: string) => Promise<void>): Promise<unknown> {
    const first = await startEngine({ dataDir: dataDir.path });
    const { url, folder } = first;
    await asOwner(url, async (client) => await client.query('CREATE TABLE kept AS SELECT 42 AS answer'));
    await first.stop();
    const copy = `${folder} copy`;
    await cp(folder, copy, { recursive: true, preserveTimestamps: true });
    await rename(folder, `${folder} old`);
    await rename(copy, folder);
    await change(folder);

    const again = await startEngine({ dataDir: dataDir.path });
    const kept = await asOwner(
      again.url,
      async (client) => (await client.query('SELECT answer FROM kept')).rows[0]?.answer,
    );
    await again.stop();
    return kept;
  }

  it('is started although root owns all of it, or whoever copied it', async () => {
    const kept = await restored(async (folder) => {
      if (!isRoot()) return;
      for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), 0, 0);
    });

    expect(kept).toBe(42);
  });

  it('is started although the copy stands open to everybody, and is closed then', async () => {
    let cluster = '';
    const kept = await restored(async (folder) => {
      cluster = join(folder, 'cluster');
      await chmod(cluster, 0o755);
    });

    expect(kept).toBe(42);
    expect((await stat(cluster)).mode & 0o777).toBe(0o700);
  });
});
