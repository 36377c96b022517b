import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

/** Root of the project. */
export const root = join(import.meta.dirname, '..', '..');

const STILL_AT_IT = 10_000; // 10 seconds between two signs of life
const SIGNALS = ['SIGINT', 'SIGTERM'];

/** A step of the set-up failed; `message` is one sentence, `advice` what to do. */
export class StepFailed extends Error {
  /**
   * @param {string} message
   * @param {string} advice
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step of the set-up and says what it does, that it is still at it, and how long it took.
 *
 * @param {string} title e.g. `Installing packages`
 * @param {string[]} args arguments of Node.js
 * @param {NodeJS.ProcessEnv} [env] over the environment of this process
 * @returns {Promise<void>} rejects when the step fails; the message is what the step said
 */
export async function runStep(title, args, env = {}) {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000);
  say(`${title} …`);
  const alive = setInterval(() => say(`${title} … ${seconds()} s`), STILL_AT_IT);
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const end = await ended(child);
  clearInterval(alive);
  if (end.code === 0) {
    say(`${title}: done in ${seconds()} s`);
    return;
  }
  if (end.signal) process.exit(exitCodeOf(end));
  throw new Error(Buffer.concat(said).toString('utf8'));
}

/**
 * Waits for a child process, and passes every signal on to it meanwhile.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
export async function ended(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      // Where its words are read, all of them have to be in first.
      child.once(child.stdout ? 'close' : 'exit', (code, signal) => resolve({ code, signal }));
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/**
 * @param {{ code: number | null, signal: NodeJS.Signals | null }} end
 * @returns {number} what a shell would give as the exit code
 */
export function exitCodeOf({ code, signal }) {
  return signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1);
}

/**
 * Runs a whole script; a failed step ends it with its sentence, and no stack trace.
 *
 * @param {() => Promise<number>} script resolves to the exit code
 */
export async function runScript(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    const { message, advice } = stepFailed(error);
    process.stderr.write(`\n${message}\n${advice}\n`);
    process.exitCode = 1;
  }
}

/** What is built and installed lies in the folder of the program, which may belong to somebody else than who starts it. */
function stepFailed(error) {
  if (error instanceof StepFailed) return error;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StepFailed(
        `Something has to be installed or built, and this user may not write in ${root}.`,
        'Run "npm run admin -- config" as the user who owns that folder, which does it, then start again.',
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new StepFailed(`The disk that holds ${root} is full.`, 'Free some space and start again.');
    default:
      throw error;
  }
}
