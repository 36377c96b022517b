import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/**
 * Makes one file of JavaScript that plain Node can run from a TypeScript file without decorators, for what happens
 * outside Jest's own transform: before the workers start, and in child processes.
 *
 * @param {string} entry path below the root of the project, e.g. `server/testing/test-engine.ts`
 * @returns {Promise<string>} path of the file
 */
export async function bundle(entry) {
  const folder = join(root, '.cache', 'testing');
  const outfile = join(folder, `${entry.replaceAll(/[^\w]+/g, '-')}-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
