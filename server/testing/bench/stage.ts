import { mkdir, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { stopProcess } from '../../database/engine-process.ts';
import { isAlive } from '../../database/engine-stragglers.ts';
import { ACCEPT, QUESTIONNAIRE } from '../operations.ts';
import { PASSWORD } from '../seed.ts';
import { engineFolderOf, removeEngine } from '../test-engine.ts';
import { ServerProcess } from './server-process.ts';
import { WireConnection } from './wire-connection.ts';

/** As many connections as the program takes when nothing is configured. */
export const POOL_SIZE = 10;

/** What a report needs that is the same for all of them. */
export interface Setting {
  readonly questionnaireVersion: string;
  readonly caseworkerId: string;
  readonly caseworkerPublicKey: Buffer;
  /** Header line by which the one caseworker is signed in. */
  readonly staffCookie: string;
}

/** What a process was for, and its resident memory at the end of that and half a minute later. */
export interface ResidentAfterWork {
  readonly work: string;
  readonly bytes: number;
  readonly restedBytes: number;
}

/** How long a process is left alone before its memory is looked at again: it collects garbage when it has rested. */
const REST = 30_000; // 30 seconds

/** Whoever has less is not looked at again. */
const WORTH_A_REST = 250_000_000; // 250 MB

/** One installation in a temporary folder, with one caseworker, and the process that serves it at the moment. */
export class Stage {
  /** How long each start on the existing data took until the first answer, in milliseconds. */
  readonly warmStartsMs: number[] = [];
  /** Resident memory of each server process at the end of its work, in bytes. */
  readonly residentAfterWork: ResidentAfterWork[] = [];
  private work = 'setting up';
  /** Resident memory of a server process that nobody has asked for anything yet, in bytes. */
  readonly residentIdle: number[] = [];

  private constructor(
    private readonly root: string,
    private readonly dataDir: string,
    private current: ServerProcess,
    readonly setting: Setting,
  ) {}

  /** Makes an installation and signs in its first administrator. */
  static async open(root: string): Promise<Stage> {
    const parent = join(tmpdir(), 'restante-bench');
    const dataDir = join(parent, String(process.pid));
    // As root the database runs as another user, who has to be able to enter.
    await mkdir(parent, { recursive: true, mode: 0o755 });
    await sweep(parent);
    let server: ServerProcess | null = null;
    try {
      server = await ServerProcess.start({ root, dataDir });
      return new Stage(root, dataDir, server, await settle(server, dataDir));
    } catch (error) {
      await server?.stop();
      await removeStage(dataDir);
      throw error;
    }
  }

  /** The process that serves at the moment. */
  get server(): ServerProcess {
    return this.current;
  }

  /**
   * Ends the process and starts another one, whose budgets are full and whose memory is fresh.
   *
   * @param work what the new one is for, in a few words.
   */
  async restart(work: string): Promise<ServerProcess> {
    await this.noteMemory();
    this.work = work;
    await this.current.stop();
    this.current = await ServerProcess.start({ root: this.root, dataDir: this.dataDir });
    this.warmStartsMs.push(this.current.startedInMs);
    this.residentIdle.push(await this.current.residentBytes());
    return this.current;
  }

  /** Keeps what the process that serves at the moment has taken by now. Done by `restart`; for the last one by hand. */
  async noteMemory(): Promise<void> {
    const bytes = await this.current.residentBytes();
    if (bytes > WORTH_A_REST) await new Promise((resolve) => setTimeout(resolve, REST));
    const restedBytes = bytes > WORTH_A_REST ? await this.current.residentBytes() : bytes;
    this.residentAfterWork.push({ work: this.work, bytes, restedBytes });
  }

  /** Connections to the same database, as many as the program has. End them before the next restart. */
  async openPool(): Promise<pg.Pool> {
    const pool = new pg.Pool({ connectionString: await urlOf(this.dataDir), max: POOL_SIZE });
    // Idle connections break when the run is ended in the middle.
    pool.on('error', () => undefined);
    return pool;
  }

  /** First process of PostgreSQL. */
  async postmaster(): Promise<number> {
    const file = join(await engineFolderOf(this.dataDir), 'cluster', 'postmaster.pid');
    return Number.parseInt(await readFile(file, 'utf8'), 10);
  }

  /** For example `18.4`. */
  async postgresqlVersion(): Promise<string> {
    const pool = await this.openPool();
    const { rows } = await pool.query<{ server_version: string }>('SHOW server_version');
    await pool.end();
    return rows[0]?.server_version ?? 'unknown';
  }

  /** Ends everything and removes the folder. */
  async close(): Promise<void> {
    await this.current.stop();
    await removeStage(this.dataDir);
  }
}

/** A run that was killed leaves its folder behind; its server has stopped by itself. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (/^\d+$/.test(name) && !isAlive(Number(name))) await removeStage(join(parent, name));
  }
}

async function removeStage(dataDir: string): Promise<void> {
  await stopProcess({ dataDir, folder: await engineFolderOf(dataDir), user: null });
  await removeEngine(dataDir);
}

async function settle(server: ServerProcess, dataDir: string): Promise<Setting> {
  const staff = await WireConnection.open(server.staffPort);
  const input = {
    token: server.firstLink,
    name: 'Morgan Ellis',
    email: 'morgan@example.ac.uk',
    password: PASSWORD,
  };
  const welcome = await staff.post(JSON.stringify({ query: ACCEPT, variables: { input } }));
  staff.close();
  const staffCookie = /^set-cookie: ([^;]+)/im.exec(welcome.head)?.[1];
  if (!staffCookie) throw new Error(`The first administrator could not join: ${welcome.body}`);

  const anyone = await WireConnection.open(server.publicPort);
  const asked = await anyone.post(JSON.stringify({ query: QUESTIONNAIRE }));
  anyone.close();
  const questionnaireVersion: string = JSON.parse(asked.body).data.questionnaire.version;

  const client = new pg.Client({ connectionString: await urlOf(dataDir) });
  await client.connect();
  const { rows } = await client.query<{ id: string; public_key: Buffer }>(
    'SELECT id, public_key FROM caseworker',
  );
  await client.end();
  const [caseworker] = rows;
  if (!caseworker) throw new Error('There is no caseworker');
  return {
    questionnaireVersion,
    caseworkerId: caseworker.id,
    caseworkerPublicKey: caseworker.public_key,
    staffCookie,
  };
}

async function urlOf(dataDir: string): Promise<string> {
  const folder = await engineFolderOf(dataDir);
  const { program } = JSON.parse(await readFile(join(folder, 'credentials'), 'utf8')) as { program: string };
  const port = (await readFile(join(folder, 'port'), 'utf8')).trim();
  return `postgresql://restante:${program}@127.0.0.1:${port}/restante?sslmode=disable`;
}
