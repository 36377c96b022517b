import { randomBytes } from 'node:crypto';
import { link, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../shared/error-code.ts';

/**
 * Creates a file so that after a power cut it is there whole or not at all, and so that of two processes that try at
 * once exactly one succeeds.
 *
 * @param mode permission bits, e.g. `0o600`.
 * @returns false when a file of that name is there already; it stays as it is.
 */
export async function createDurably(path: string, content: string | Buffer, mode: number): Promise<boolean> {
  const half = `${path}.new-${randomBytes(4).toString('hex')}`;
  try {
    const file = await open(half, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(half, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(half, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Makes the names in a folder last; a file's own sync does not cover its name. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Whether something of that name is there; throws what keeps it from being told. */
export async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
