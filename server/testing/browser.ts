import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

/** Where Chrome and Chromium install themselves. */
const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** Keeps the browser from calling anybody; only names of this machine resolve. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-sandbox',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

interface Program {
  path: string;
  env: Record<string, string>;
}

/**
 * Starts a browser without a window: an installed Chrome or Chromium, else, on 64-bit Linux, the one that the package
 * `@sparticuz/chromium` carries. Close it after the tests.
 *
 * @throws with a sentence that says what to install, where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = (await installed()) ?? (await packaged());
  return await chromium.launch({ executablePath: path, args: FLAGS, env: { ...environment(), ...env } });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

async function installed(): Promise<Program | null> {
  for (const path of INSTALLED[process.platform] ?? []) {
    // Ubuntu's own is a stub that asks for a snap package, so being there is not enough.
    if ((await isThere(path)) && (await canRun({ path, env: {} }))) return { path, env: {} };
  }
  return null;
}

async function packaged(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(nothingFound());
  const folder = await unpacked();
  const path = join(folder, 'chromium');
  const candidates: Record<string, string>[] = [
    {},
    { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  ];
  // The libraries of this machine fit its fonts and certificates better, so the packaged ones come second.
  for (const env of candidates) if (await canRun({ path, env })) return { path, env };
  throw new Error(nothingFound());
}

/**
 * The package unpacks into the temporary folder and takes whatever lies there under its name, finished or not. A folder
 * of our own that is renamed when it is whole has neither fault.
 */
async function unpacked(): Promise<string> {
  const description = await readFile(
    join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'),
    'utf8',
  );
  const { version } = JSON.parse(description) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (await isThere(folder)) return folder;
  await mkdir(join(root, '.cache'), { recursive: true });
  const half = await mkdtemp(`${folder}.new-`);
  try {
    const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
    // Under this name the package also unpacks the libraries that a bare system lacks.
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
    await rename(half, folder).catch(async (error) => {
      if (!(await isThere(folder))) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return folder;
}

async function canRun({ path, env }: Program): Promise<boolean> {
  try {
    const options = { env: { ...process.env, ...env }, timeout: 20_000 };
    const { stdout } = await run(path, ['--no-sandbox', '--version'], options);
    return stdout.includes('Chrom');
  } catch {
    return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function nothingFound(): string {
  return `The browser tests need Google Chrome or Chromium, and none was found that runs. Install one and run the tests again; looked in: ${(INSTALLED[process.platform] ?? []).join(', ')}.`;
}

/** Closes a context with its pages, whatever a test still holds between a page and the service. */
export async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  await context.close();
}
