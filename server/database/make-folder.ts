import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../shared/error-code.ts';

/**
 * Makes a folder, and those on the way to it, where they are missing.
 *
 * Not with `recursive` of `mkdir`: where a folder that is there answers ENOENT to whoever makes something in it, as `/proc`
 * does, that tries again without end.
 *
 * @param path absolute.
 * @param mode permission bits of what is made, e.g. `0o700`.
 * @throws {Error} with `code` ENOENT, EACCES, EROFS, EEXIST (something else has that name), ENOTDIR …
 */
export async function makeFolder(path: string, mode: number): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || !(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
