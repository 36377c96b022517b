import { spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineFault, engineFault } from './engine-faults.ts';
import { type EngineHome, handOver } from './engine-home.ts';
import { ENGINE_ENVIRONMENT } from './engine-settings.ts';
import { awaitStragglers, worksIn } from './engine-stragglers.ts';

/** A PostgreSQL server that runs on our folder, whoever started it. */
export interface EngineProcess {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

const LOOK_EVERY = 15; // 15 milliseconds between two looks at postmaster.pid
const READY_WITHIN = 300_000; // 5 minutes: after a power cut the log is replayed first
const STOPPED_WITHIN = 60_000; // 1 minute until it is told to leave at once
const LOG_LIMIT = 1_048_576; // 1 MiB; at the start after that the log is set aside once

/** Finds the server that runs on the folder now; null when none does, or its number belongs to something else. */
export async function findProcess(home: EngineHome): Promise<EngineProcess | null> {
  const cluster = join(home.folder, 'cluster');
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !(await worksIn(pid, cluster))) return null;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]),
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  };
}

/** Waits until a server that was found is ready or gone. */
export async function settle(home: EngineHome): Promise<EngineProcess | null> {
  const deadline = Date.now() + READY_WITHIN;
  for (;;) {
    const found = await findProcess(home);
    if (!found || found.status === 'ready') return found;
    if (Date.now() > deadline) throw notReady(home);
    await delay(LOOK_EVERY);
  }
}

/**
 * Starts the server in a session of its own, so that Ctrl+C in a terminal reaches this program alone, which then stops it in order.
 *
 * @throws {EngineFault} it gave up; the sentence is made of what it said.
 */
export async function startProcess(
  home: EngineHome,
  program: string,
  args: string[],
): Promise<EngineProcess> {
  await awaitStragglers(join(home.folder, 'cluster'));
  const logFile = join(home.folder, 'postgresql.log');
  await setAside(logFile);
  const log = await open(logFile, 'a', 0o600);
  const before = (await log.stat()).size;
  await handOver(home, logFile);
  const options = { ...home.user, cwd: home.folder, env: ENGINE_ENVIRONMENT, detached: true };
  const child = spawn(program, args, { ...options, stdio: ['ignore', log.fd, log.fd] });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve()).once('exit', () => resolve());
  });
  child.unref();
  await log.close();

  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + READY_WITHIN;
  while (!hasEnded) {
    const found = await findProcess(home);
    if (found?.pid === child.pid && found?.status === 'ready') return found;
    if (Date.now() > deadline) throw notReady(home);
    await Promise.race([ended, delay(LOOK_EVERY)]);
  }
  const said = (await readFile(logFile)).subarray(before).toString('utf8');
  throw engineFault(said, home.dataDir, logFile);
}

/** Stops the server in order, whoever started it: open transactions are undone, everything else is on disk. */
export async function stopProcess(home: EngineHome): Promise<void> {
  const found = await findProcess(home);
  if (!found) return;
  signal(found.pid, 'SIGINT');
  const deadline = Date.now() + STOPPED_WITHIN;
  let hurried = false;
  while (await worksIn(found.pid, join(home.folder, 'cluster'))) {
    if (!hurried && Date.now() > deadline) {
      signal(found.pid, 'SIGQUIT');
      hurried = true;
    }
    if (Date.now() > deadline + STOPPED_WITHIN) return;
    await delay(LOOK_EVERY);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It left by itself in the meantime.
  }
}

async function setAside(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(logFile, `${logFile}.old`);
}

function notReady(home: EngineHome): EngineFault {
  return new EngineFault(
    `PostgreSQL did not become ready in ${home.folder} within 5 minutes.`,
    `Its own words are at the end of ${join(home.folder, 'postgresql.log')}.`,
  );
}
