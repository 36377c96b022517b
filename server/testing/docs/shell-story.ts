import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fence, fencesOf, ROOT } from './markdown.ts';

/** A command of a document, what it said, and what the document says that it says. */
export interface ToldCommand {
  readonly command: Fence;
  readonly said: string;
  /** The `json` or `text` block that follows; null: the document shows no answer. */
  readonly shown: Fence | null;
}

const MARK = '--- command';
const FILE_NAME = /^\/\/ (\w+\.mjs)/;
const WITHIN = 60_000; // 1 minute for all commands together

/**
 * Runs every `bash` block of a document, in order, in one shell, as a reader would who copies them. `js` blocks become files
 * of the name in their first line, in the folder where the shell runs.
 *
 * @param env variables over those that a shell needs.
 * @throws {Error} a command failed; the text holds its line and what it said.
 */
export async function runDocument(
  document: string,
  env: Readonly<Record<string, string>>,
): Promise<ToldCommand[]> {
  await requireTools(['bash', 'curl']);
  // Below the root, so that packages of the project are found from there.
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, '.cache', 'document-'));
  try {
    const fences = fencesOf(document);
    for (const { language, text } of fences) {
      const name = language === 'js' ? FILE_NAME.exec(text)?.[1] : undefined;
      if (name) await writeFile(join(folder, name), text);
    }
    const commands = fences.filter(({ language }) => language === 'bash');
    const said = await runShell(scriptOf(commands), folder, env);
    const [, ...parts] = said.split(`${MARK}\n`);
    return commands.map((command, index) => ({
      command,
      said: parts[index] ?? '',
      shown: answerAfter(command, fences),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function scriptOf(commands: readonly Fence[]): string {
  // What runs beside the commands ends with them, also where one fails.
  const head = ['set -euo pipefail', `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT`];
  return [
    ...head,
    ...commands.map(({ text, line }) => `echo '${MARK}'\ntrap 'echo "line ${line} failed" >&2' ERR\n${text}`),
  ].join('\n');
}

function answerAfter(command: Fence, fences: readonly Fence[]): Fence | null {
  const next = fences[fences.indexOf(command) + 1];
  return next && ['json', 'text'].includes(next.language) ? next : null;
}

async function runShell(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = '' } = process.env;
  const shell = spawn('bash', ['-c', script], { cwd, env: { PATH, HOME: cwd, NO_PROXY: '*', ...env } });
  const deadline = setTimeout(() => shell.kill('SIGKILL'), WITHIN);
  let out = '';
  let err = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    shell.once('error', reject).once('close', resolve);
  });
  clearTimeout(deadline);
  if (code !== 0) throw new Error(`The commands ended with ${code}.\n${err}\n${out}`);
  return out;
}

async function requireTools(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const isThere = await new Promise<boolean>((resolve) => {
      spawn(name, ['--version'], { stdio: 'ignore' })
        .once('error', () => resolve(false))
        .once('exit', (code) => resolve(code === 0));
    });
    if (!isThere)
      throw new Error(`The test of the documents needs ${name}, and it was not found. Install it.`);
  }
}
