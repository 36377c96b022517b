import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDurably, isThere } from './durable-file.ts';
import { EngineFault, fileFault } from './engine-faults.ts';
import { type EngineHome, handOver } from './engine-home.ts';

/** Passwords of the two roles of the embedded PostgreSQL. */
export interface EngineCredentials {
  /** Of `postgres`, who may do everything; used for setting up and for the lock only. */
  readonly owner: string;
  /** Of `restante`, who owns the one database and nothing else. */
  readonly program: string;
}

/** The file of the passwords is missing beside a database, damaged, or belongs to another database. */
export class CredentialsFault extends EngineFault {
  override readonly name = 'CredentialsFault';

  constructor(home: EngineHome) {
    super(
      `The file ${fileIn(home)} does not hold the passwords of the database beside it.`,
      'Bring it back from the backup that this database is from.',
    );
  }
}

/**
 * Reads the passwords, or draws them where there is no database yet. The file is readable by its owner alone.
 *
 * @throws {CredentialsFault} it is missing beside a database, or damaged.
 */
export async function engineCredentials(home: EngineHome): Promise<EngineCredentials> {
  const file = fileIn(home);
  try {
    // Looked at first: whoever starts at the same time draws the passwords before making the database.
    if (!(await isThere(join(home.folder, 'cluster')))) await drawFor(home, file);
    const read = (await isThere(file)) ? credentialsIn(await readFile(file, 'utf8')) : null;
    if (!read) throw new CredentialsFault(home);
    return read;
  } catch (error) {
    throw fileFault(error, home.dataDir);
  }
}

async function drawFor(home: EngineHome, file: string): Promise<void> {
  const drawn = { owner: randomBytes(24).toString('hex'), program: randomBytes(24).toString('hex') };
  if (await createDurably(file, JSON.stringify(drawn), 0o600)) await handOver(home, file);
}

function credentialsIn(text: string): EngineCredentials | null {
  try {
    const { owner, program } = JSON.parse(text) as Partial<EngineCredentials>;
    return owner && program ? { owner, program } : null;
  } catch {
    return null;
  }
}

function fileIn(home: EngineHome): string {
  return join(home.folder, 'credentials');
}
