import { randomBytes, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';
import { codeOf } from '../shared/error-code.ts';
import { StartFault } from '../shared/start-fault.ts';
import { createDurably } from './durable-file.ts';
import { fileFault } from './engine-faults.ts';
import { makeFolder } from './make-folder.ts';

/** What the master secret is read from and tied to. */
export interface MasterSecretOptions {
  /** See `Config.secretFile`. */
  file: string;
  /** Migrated: the table `deployment` is there. */
  dataSource: DataSource;
  /** Derives what the database may know of the secret; it must not lead back to it. */
  fingerprintOf: (master: Buffer) => Buffer;
}

/** The master secret is missing beside a database that was used before, is another one, or lies open. */
export class MasterSecretFault extends StartFault {
  override readonly name = 'MasterSecretFault';
}

const LENGTH = 32; // bytes
const OTHERS_MAY = 0o027; // write for the group, anything for the rest

/**
 * Reads the master secret, or draws it where neither the file nor a database that depends on one exists.
 *
 * The secret is on the disk before the database learns its fingerprint; a database never goes on with another secret,
 * because every code, session and audit entry would silently stop to work.
 *
 * @returns 32 bytes. Never log them, never put them in the database.
 * @throws {MasterSecretFault} missing beside a used database, wrong for it, of another length, readable by others, or no file.
 */
export async function openMasterSecret({
  file,
  dataSource,
  fingerprintOf,
}: MasterSecretOptions): Promise<Buffer> {
  const existing = await readSecret(file);
  if (existing) {
    await bind(dataSource, fingerprintOf(existing), () => wrongSecret(file));
    return existing;
  }
  if (await knownFingerprint(dataSource)) {
    // A process that shares this folder may have drawn it since: the file is always there before the fingerprint.
    const drawnMeanwhile = await readSecret(file);
    if (!drawnMeanwhile) throw missingSecret(file);
    await bind(dataSource, fingerprintOf(drawnMeanwhile), () => wrongSecret(file));
    return drawnMeanwhile;
  }

  const drawn = randomBytes(LENGTH);
  const isOurs = await writeSecret(file, drawn);
  const master = isOurs ? drawn : ((await readSecret(file)) ?? drawn);
  await bind(dataSource, fingerprintOf(master), () => missingSecret(file)).catch(async (error) => {
    // Another process tied the database to its own secret meanwhile; one that opens nothing must not stay behind.
    if (isOurs && error instanceof MasterSecretFault) await rm(file, { force: true });
    throw error;
  });
  return master;
}

async function readSecret(path: string): Promise<Buffer | null> {
  try {
    // A pipe would otherwise keep the start waiting for somebody who writes into it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      if (!found.isFile()) throw noFile(path);
      const { mode } = found;
      if (process.platform !== 'win32' && (mode & OTHERS_MAY) !== 0) throw openSecret(path);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LENGTH + 1), 0, LENGTH + 1, 0);
      if (bytesRead !== LENGTH) throw brokenSecret(path);
      return buffer.subarray(0, LENGTH);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP') throw noFile(path);
    if (code === 'EACCES' || code === 'EPERM') throw unreadableSecret(path, error);
    throw error;
  }
}

async function writeSecret(path: string, master: Buffer): Promise<boolean> {
  try {
    await makeFolder(dirname(path), 0o700);
    return await createDurably(path, master, 0o600);
  } catch (error) {
    throw fileFault(error, dirname(path), 'SECRET_FILE');
  }
}

async function bind(
  dataSource: DataSource,
  fingerprint: Buffer,
  fault: () => MasterSecretFault,
): Promise<void> {
  const insert = 'INSERT INTO deployment (secret_fingerprint) VALUES ($1) ON CONFLICT (id) DO NOTHING';
  await dataSource.query(insert, [fingerprint]);
  const known = await knownFingerprint(dataSource);
  if (!known || known.length !== fingerprint.length || !timingSafeEqual(known, fingerprint)) throw fault();
}

async function knownFingerprint(dataSource: DataSource): Promise<Buffer | null> {
  const rows = await dataSource.query<{ secret_fingerprint: Buffer }[]>(
    'SELECT secret_fingerprint FROM deployment',
  );
  return rows[0]?.secret_fingerprint ?? null;
}

const BRING_BACK =
  'No code and no password can be checked without it. Bring the file back from where it is kept safe';

function missingSecret(file: string): MasterSecretFault {
  return new MasterSecretFault(
    `The master secret ${file} is missing, and the database was made with one.`,
    `${BRING_BACK}, or say where it is with SECRET_FILE.`,
  );
}

function wrongSecret(file: string): MasterSecretFault {
  return new MasterSecretFault(
    `The master secret ${file} is not the one that this database was made with.`,
    `${BRING_BACK}, or point DATA_DIR or DATABASE_URL at the database that belongs to it.`,
  );
}

function noFile(file: string): MasterSecretFault {
  return new MasterSecretFault(
    `The master secret cannot be ${file}: that is no file, or something on the way to it is no folder.`,
    'Let SECRET_FILE name a file.',
  );
}

function openSecret(file: string): MasterSecretFault {
  return new MasterSecretFault(
    `The master secret ${file} can be read or changed by other users of this machine.`,
    `Take that away from them: chmod 600 ${JSON.stringify(file)}`,
  );
}

function brokenSecret(file: string): MasterSecretFault {
  return new MasterSecretFault(`The master secret ${file} does not hold exactly 32 bytes.`, `${BRING_BACK}.`);
}

function unreadableSecret(file: string, cause: unknown): MasterSecretFault {
  return new MasterSecretFault(
    `The master secret ${file} cannot be read by the user that runs Restante.`,
    'Start as the user who owns it, or give the file to this one.',
    { cause },
  );
}
