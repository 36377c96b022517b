import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.ts';

/** A database that was killed is mended at its next start, and a busy machine takes its time: 90 seconds. */
const SAYS_WITHIN = 90_000;

/** A process of a test: what it said, and how it ended. */
export interface Child {
  readonly pid: number;
  /** Everything that it has written to stdout so far. */
  readonly out: () => string;
  /** Everything that it has written to stderr so far. */
  readonly err: () => string;
  /** Resolves when it has ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Waits until it said something that matches. @throws when it ends first or takes longer than `SAYS_WITHIN`. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Closes the channel that a launcher would hold. */
  disconnect(): void;
}

const running = new Set<ChildProcess>();

/**
 * Starts Node.js on a file in a process of its own, with a channel like the launcher's.
 *
 * @param stderr a file descriptor that it gets in the place of a pipe; `err` stays empty then.
 */
export function startChild(
  args: string[],
  options: SpawnOptions = {},
  stderr: 'pipe' | number = 'pipe',
): Child {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', stderr, 'ipc'] });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  let hasEnded = false;
  const ended = end(child).then((how) => {
    hasEnded = true;
    running.delete(child);
    return how;
  });
  return {
    pid: child.pid ?? 0,
    out: () => said.out,
    err: () => said.err,
    ended,
    says: async (pattern) => {
      await eventually(() => hasEnded || pattern.test(said.out + said.err), SAYS_WITHIN);
      const found = pattern.exec(said.out + said.err);
      if (!found) throw new Error(`It ended without saying ${pattern}:\n${said.out}${said.err}`);
      return found;
    },
    kill: (signal) => void child.kill(signal),
    disconnect: () => child.disconnect(),
  };
}

/** Ends every child that a test left, at once. */
export async function killChildren(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map(end));
}

/** Not the event `close`: it never comes where this side gave up the channel. */
async function end(child: ChildProcess): Promise<number | NodeJS.Signals> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  for (const stream of [child.stdout, child.stderr])
    if (stream && !stream.closed) await once(stream, 'close');
  return child.exitCode ?? child.signalCode ?? 0;
}
