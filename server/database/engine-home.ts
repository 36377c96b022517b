import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createDurably } from './durable-file.ts';
import { OPEN_FOLDER } from './engine-binaries.ts';
import { EngineFault, fileFault } from './engine-faults.ts';
import { canEnter, databaseUser, isRoot, type RunAs } from './engine-user.ts';
import { makeFolder } from './make-folder.ts';

/** Where the embedded PostgreSQL keeps its things, and who it runs as. */
export interface EngineHome {
  /** The folder that the operator knows and that messages name. */
  readonly dataDir: string;
  /** Holds `cluster/`, `credentials`, `port` and `postgresql.log`; belongs to `user`. */
  readonly folder: string;
  /** null: whoever runs this program. */
  readonly user: RunAs | null;
}

/** In `DATA_DIR`, says where the database lies when it could not lie there. */
const POINTER = 'database-is-in';

/**
 * Decides where the database lies, and creates the folder.
 *
 * Normally that is `DATA_DIR/database`. As root it belongs to another system user; where that user cannot enter
 * `DATA_DIR`, the database gets a folder under `/var/lib/restante`, and a file in `DATA_DIR` names it, so that moving
 * or renaming `DATA_DIR` does not lose it.
 *
 * @throws {EngineFault} a folder cannot be created, entered or found again.
 */
export async function engineHome(dataDir: string, report: (line: string) => void): Promise<EngineHome> {
  try {
    await makeFolder(dataDir, isRoot() ? 0o711 : 0o700);
    const home = await findHome(dataDir, report);
    await makeFolder(home.folder, 0o700);
    await handOver(home, home.folder);
    return home;
  } catch (error) {
    throw fileFault(error, dataDir);
  }
}

/** Gives a file that this program made as root to the user of the database, who may come back as an ordinary user. */
export async function handOver(home: EngineHome, path: string): Promise<void> {
  if (home.user) await chown(path, home.user.uid, home.user.gid);
}

async function findHome(dataDir: string, report: (line: string) => void): Promise<EngineHome> {
  const inside = join(dataDir, 'database');
  const elsewhere = (await readFile(join(dataDir, POINTER), 'utf8').catch(absent))?.trim();
  const folder = elsewhere || inside;
  if (elsewhere && !(await ownerOf(elsewhere))) throw gone(elsewhere, join(dataDir, POINTER));
  if (!isRoot()) return { dataDir, folder, user: null };

  const owner = await ownerOf(join(folder, 'cluster'));
  const user = owner && owner.uid !== 0 ? owner : await databaseUser();
  if (await canEnter(user, dirname(folder))) return { dataDir, folder, user };
  if (owner) {
    throw new EngineFault(
      `The database in ${folder} belongs to a user who can no longer enter that folder.`,
      `Let that user enter it, for example with: chmod o+x ${JSON.stringify(dirname(folder))}`,
    );
  }
  return { dataDir, folder: await placeOutside(dataDir, report), user };
}

async function placeOutside(dataDir: string, report: (line: string) => void): Promise<string> {
  const parent = basename(dataDir).startsWith('.') ? basename(dirname(dataDir)) : basename(dataDir);
  const name = `${parent.replace(/[^\w-]+/g, '-') || 'data'}-${randomBytes(4).toString('hex')}`;
  const folder = join(OPEN_FOLDER, name);
  await makeFolder(folder, 0o755);
  await chmod(OPEN_FOLDER, 0o755);
  await chmod(folder, 0o700);
  await createDurably(join(dataDir, POINTER), `${folder}\n`, 0o644);
  report(`Running as root: the database is kept in ${folder}, because its user cannot enter ${dataDir}.`);
  return folder;
}

async function ownerOf(path: string): Promise<RunAs | null> {
  const found = await stat(path).catch(absent);
  return found ? { uid: found.uid, gid: found.gid } : null;
}

function gone(folder: string, pointer: string): EngineFault {
  return new EngineFault(
    `The database of this installation was kept in ${folder}, and it is not there.`,
    `Bring that folder back. To begin again with an empty database, delete ${pointer}.`,
  );
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
