import { requireNode } from './node-version.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { loadavg } = await import('node:os');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { ended, exitCodeOf, root, runScript } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');

/** `npm run bench`: installs and builds what is missing, measures the program, and writes docs/benchmarks.md. */
await runScript(async () => {
  // Before the build, which is a load itself.
  const [load] = loadavg();
  await install();
  await build();
  const { bundle } = await import('../testing/bundle.mjs');
  const program = await bundle('server/testing/bench/main.ts');
  const bench = spawn(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...serverEnvironment, RESTANTE_BENCH_LOAD: String(load) },
    stdio: 'inherit',
  });
  return exitCodeOf(await ended(bench));
});
