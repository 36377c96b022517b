import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { useDataDir } from '../testing/temporary-folder.ts';
import { runningEngineUrl, startEngine } from './embedded-engine.ts';

jest.setTimeout(90_000); // 90 seconds: every test creates a database

describe('the passwords of the embedded PostgreSQL', () => {
  const dataDir = useDataDir();

  async function openAndClose(): Promise<string> {
    const engine = await startEngine({ dataDir: dataDir.path });
    await engine.stop();
    return join(engine.folder, 'credentials');
  }

  it.each<[string, (file: string) => Promise<void>]>([
    ['missing', async (file) => rename(file, `${file}.away`)],
    ['empty', async (file) => writeFile(file, '')],
    ['of another kind', async (file) => writeFile(file, '{"owner": 1}')],
    ['of another database', async (file) => writeFile(file, '{"owner": "canary", "program": "canary"}')],
  ])(
    'are asked for by the name of their file where they are %s, and nothing is left running',
    async (_, spoil) => {
      const file = await openAndClose();
      const kept = await readFile(file);
      await spoil(file);

      const starting = startEngine({ dataDir: dataDir.path });

      await expect(starting).rejects.toMatchObject({
        message: `The file ${file} does not hold the passwords of the database beside it.`,
        advice: 'Bring it back from the backup that this database is from.',
      });
      await expect(stat(join(file, '..', 'cluster', 'postmaster.pid'))).rejects.toMatchObject({
        code: 'ENOENT',
      });
      await writeFile(file, kept);
      await openAndClose();
      expect(await runningEngineUrl(dataDir.path)).toBeNull();
    },
  );
});
