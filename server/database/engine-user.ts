import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EngineFault } from './engine-faults.ts';

/** System user that a child process runs as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);
const NAME = 'postgres';

/** PostgreSQL refuses to run as root, so root hands it to somebody else. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Finds the system user `postgres`, or creates it with whichever tool the system has.
 *
 * @throws {EngineFault} there is none and none can be created.
 */
export async function databaseUser(): Promise<RunAs> {
  const found = await findUser();
  if (found) return found;
  await createUser();
  const created = await findUser();
  if (created) return created;
  throw new EngineFault(
    `PostgreSQL refuses to run as root, and the system user "${NAME}" is missing and could not be created.`,
    'Start Restante as an ordinary user, or create that system user first.',
  );
}

/** Tells whether that user may go into a folder, by trying: modes alone do not tell. */
export async function canEnter(user: RunAs, folder: string): Promise<boolean> {
  return await succeeds('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], user);
}

/** Tells whether that user (null: whoever runs this) can run a program to a good end. */
export async function succeeds(program: string, args: string[], user: RunAs | null): Promise<boolean> {
  try {
    await run(program, args, { ...user, cwd: '/', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function findUser(): Promise<RunAs | null> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = passwd.split('\n').find((each) => each.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  return await askForUser();
}

/** Users of a directory service and of macOS stand in no file. */
async function askForUser(): Promise<RunAs | null> {
  const ids = ['-u', '-g'].map((what) => run('id', [what, NAME]).then(({ stdout }) => Number(stdout)));
  const [uid, gid] = await Promise.all(ids).catch(() => []);
  return uid && gid ? { uid, gid } : null;
}

async function createUser(): Promise<void> {
  await run('groupadd', ['--system', NAME]).catch(() => undefined);
  await run('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME])
    // BusyBox, as on Alpine, has the shorter tools only.
    .catch(async () => {
      await run('addgroup', ['-S', NAME]).catch(() => undefined);
      await run('adduser', ['-S', '-D', '-H', '-G', NAME, NAME]);
    })
    .catch(() => undefined);
}
