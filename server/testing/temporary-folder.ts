import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { stopProcess } from '../database/engine-process.ts';
import { killChildren } from './child.ts';
import { engineFolderOf, removeEngine } from './test-engine.ts';

/** Gives every test a folder of its own for `DATA_DIR`, and afterwards ends whatever runs on it and removes it. */
export function useDataDir(): { readonly path: string } {
  const dataDir = { path: '' };
  beforeEach(async () => {
    // A space, because paths have them.
    const folder = await mkdtemp(join(tmpdir(), 'restante data '));
    await chmod(folder, 0o755);
    dataDir.path = join(folder, 'data');
  });
  afterEach(async () => {
    await killChildren();
    await stopProcess({ dataDir: dataDir.path, folder: await engineFolderOf(dataDir.path), user: null });
    await removeEngine(dataDir.path);
    await rm(join(dataDir.path, '..'), { recursive: true, force: true });
  });
  return dataDir;
}
