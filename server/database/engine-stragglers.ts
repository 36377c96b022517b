import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { codeOf } from '../shared/error-code.ts';

const run = promisify(execFile);
const LOOK_EVERY = 25; // 25 milliseconds
const GONE_WITHIN = 10_000; // 10 seconds: the processes of a killed server leave as soon as they notice

/** Tells whether a process is there; one that belongs to somebody else counts, and one that ended uncollected as well. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Tells whether a process of PostgreSQL works in the folder. Every one of them has it as its working directory, also
 * after the folder was renamed; a number that went to another program, or that nobody collected, does not.
 *
 * @param cluster data directory.
 */
export async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return (await commandOf(pid)).includes(cluster);
  const [folder, own] = await Promise.all([readlink(`/proc/${pid}/cwd`), realpath(cluster)]).catch(() => []);
  return folder !== undefined && folder === own && (await commandOf(pid)).includes('postgres');
}

/**
 * Waits until the processes of a server that was killed are gone: a new one beside them would destroy the data.
 *
 * Where none is left, but the number in `postmaster.pid` belongs to another program by now, or to a dead process that
 * nobody collected, the file goes, because PostgreSQL would refuse to start over it.
 */
export async function awaitStragglers(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const deadline = Date.now() + GONE_WITHIN;
  while (await anyWorksIn(cluster)) {
    // PostgreSQL itself refuses then, and says why.
    if (Date.now() > deadline) return;
    await delay(LOOK_EVERY);
  }
  if (process.platform === 'linux' && isAlive(pid)) await rm(file, { force: true });
}

async function anyWorksIn(cluster: string): Promise<boolean> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => worksIn(Number(name), cluster)),
  );
  return found.includes(true);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  }
  return await run('ps', ['-ww', '-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
