import { spawn } from 'node:child_process';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createDurably, isThere, syncFolder } from './durable-file.ts';
import type { EngineBinaries } from './engine-binaries.ts';
import type { EngineCredentials } from './engine-credentials.ts';
import { engineFault, fileFault } from './engine-faults.ts';
import { type EngineHome, handOver } from './engine-home.ts';
import { ENGINE_ENVIRONMENT } from './engine-settings.ts';
import { isAlive } from './engine-stragglers.ts';

const HALF_DONE = /^cluster\.new-(\d+)$/;

/**
 * Creates the files of the database where there are none yet.
 *
 * They are made beside their place and renamed into it when they are whole and synced: a start that was killed in
 * the middle leaves a half-made folder, which the next one throws away.
 *
 * @throws {EngineFault} e.g. the disk is full.
 */
export async function ensureCluster(
  home: EngineHome,
  binaries: EngineBinaries,
  credentials: EngineCredentials,
  report: (line: string) => void,
): Promise<void> {
  const cluster = join(home.folder, 'cluster');
  await removeHalfDone(home.folder);
  if (await isThere(join(cluster, 'PG_VERSION'))) return;

  report('Creating the database.');
  const half = `${cluster}.new-${process.pid}`;
  const passwordFile = `${half}.password`;
  try {
    await createDurably(passwordFile, `${credentials.owner}\n`, 0o600);
    await handOver(home, passwordFile);
    await initdb(home, binaries, half, passwordFile);
    await chmod(half, 0o700);
    await rename(half, cluster).catch(async (error) => {
      // Somebody else was faster; theirs was made with the same passwords.
      if (!(await isThere(join(cluster, 'PG_VERSION')))) throw error;
    });
    await syncFolder(home.folder);
  } catch (error) {
    throw fileFault(error, home.dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(half, { recursive: true, force: true });
  }
}

async function initdb(
  home: EngineHome,
  binaries: EngineBinaries,
  to: string,
  passwordFile: string,
): Promise<void> {
  const args = ['-D', to, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  // The built-in provider sorts the same on every system, so a moved folder keeps valid indexes.
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push('--data-checksums', '--no-instructions', '--no-clean');
  const child = spawn(binaries.initdb, args, {
    ...home.user,
    cwd: home.folder,
    env: ENGINE_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw engineFault(said, home.dataDir, join(home.folder, 'postgresql.log'));
}

async function removeHalfDone(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(HALF_DONE.exec(name.replace(/\.password$/, ''))?.[1]);
    const isLeftOver = pid > 0 && (pid === process.pid || !isAlive(pid));
    // The orphan of a killed start may still be writing into it; then the next start has another go.
    if (isLeftOver) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
