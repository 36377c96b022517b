import { readdir, readFile } from 'node:fs/promises';

const TICK_MS = 10; // Linux counts CPU in hundredths of a second for programs, on every machine

/**
 * CPU that PostgreSQL has taken since it was started, all its processes together, in milliseconds.
 *
 * @param postmaster its first process. Processes that ended meanwhile are counted with it.
 */
export async function databaseCpuMs(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => ticksOf(pid, postmaster)));
  return all.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** 0 where the process belongs to somebody else, or is gone by now. */
async function ticksOf(pid: string, postmaster: number): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold anything; after it: state, parent, …, user, system, and both of ended children.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  if (Number(pid) === postmaster) return user + system + endedUser + endedSystem;
  return Number(fields[1]) === postmaster ? user + system : 0;
}
