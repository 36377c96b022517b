import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile } from './statistics.ts';
import { WireConnection } from './wire-connection.ts';

/** What the probe answers. */
interface Usage {
  readonly cpu: NodeJS.CpuUsage;
  readonly memory: NodeJS.MemoryUsage;
}

/** What is started, and where it keeps its data. */
export interface ServerPlace {
  /** Root of the project; the program has to be built. */
  readonly root: string;
  readonly dataDir: string;
}

/** The built program in a process of its own, as `npm start` runs it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly publicPort: number,
    readonly staffPort: number,
    /** Token of the first administrator's link, where one was shown. */
    readonly firstLink: string | null,
    /** From the start of the process to its first answer, database included, in milliseconds. */
    readonly startedInMs: number,
  ) {}

  /** Starts the program and waits for its first answer. @throws {Error} it ended instead; the text is what it said. */
  static async start({ root, dataDir }: ServerPlace): Promise<ServerProcess> {
    const probe = pathToFileURL(join(root, 'server', 'testing', 'bench', 'probe.mjs')).href;
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', probe, 'dist/server/main.js'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        HOST: '127.0.0.1',
        PORT: '0',
        STAFF_PORT: '0',
        LISTENERS: 'both',
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // A session of its own, so that Ctrl+C reaches it through this process alone, and only once.
      detached: true,
    });
    const said = await whatItSays(child);
    const publicPort = portIn(said, 'Reporters');
    const first = await WireConnection.open(publicPort);
    await first.post('{"query":"{ organisation { name } }"}');
    const startedInMs = performance.now() - startedAt;
    first.close();
    const firstLink = /\/welcome#([\w-]+)/.exec(said)?.[1] ?? null;
    return new ServerProcess(child, publicPort, portIn(said, 'Caseworkers'), firstLink, startedInMs);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** CPU that the process has taken so far, its compiler and garbage collector included, in milliseconds. */
  async cpuMs(): Promise<number> {
    const { cpu } = await this.ask('usage');
    return (cpu.user + cpu.system) / 1_000;
  }

  /** Memory of the process once its garbage was collected. */
  async memoryWithoutGarbage(): Promise<NodeJS.MemoryUsage> {
    return (await this.ask('collect garbage')).memory;
  }

  /** Median of the resident memory over a second, in bytes. */
  async residentBytes(): Promise<number> {
    const looks: number[] = [];
    for (let look = 0; look < 10; look += 1) {
      looks.push((await this.ask('usage')).memory.rss);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return percentile(looks, 50);
  }

  /** Stops the program in order, and its database with it. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGTERM');
    await ended;
  }

  private async ask(question: string): Promise<Usage> {
    const answered = once(this.child, 'message');
    this.child.send(question);
    const [usage] = (await answered) as [Usage];
    return usage;
  }
}

async function whatItSays(child: ChildProcess): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The server ended instead of opening:\n${said}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Restante is open.') && said.endsWith('\n')) resolve(said);
    });
  });
}

function portIn(said: string, label: string): number {
  const port = Number(new RegExp(`${label}\\s+http://localhost:(\\d+)`).exec(said)?.[1]);
  if (!port) throw new Error(`The server did not say where ${label} go:\n${said}`);
  return port;
}
