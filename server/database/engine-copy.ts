import { chmod, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../shared/error-code.ts';
import { fileFault } from './engine-faults.ts';
import type { EngineHome } from './engine-home.ts';
import type { RunAs } from './engine-user.ts';

/** What PostgreSQL refuses to start with: write for the group, anything for the rest. */
const OTHERS_MAY = 0o027;

/**
 * Gives a database that was copied here to the user who runs it. A backup that root brought back, or that lay on a medium
 * without owners and modes, belongs to root or stands open to everybody; PostgreSQL starts with neither.
 *
 * @throws {EngineFault} its owner or its modes cannot be changed.
 */
export async function adoptCopy({ dataDir, folder, user }: EngineHome): Promise<void> {
  try {
    const cluster = join(folder, 'cluster');
    const { uid, mode } = await stat(cluster);
    // PostgreSQL never runs as root, so what is root's was copied.
    if (user && uid === 0) await giveAll(folder, user);
    if ((mode & OTHERS_MAY) !== 0) await chmod(cluster, 0o700);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw fileFault(error, dataDir);
  }
}

/** The folder `cluster` itself goes last: what is broken off in between is done again by the next start. */
async function giveAll(folder: string, { uid, gid }: RunAs): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => each !== 'cluster')) await lchown(join(folder, name), uid, gid);
  await lchown(join(folder, 'cluster'), uid, gid);
}
