import { requireNode } from './node-version.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { ended, exitCodeOf, root, runScript } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');

/** `npm start`: installs and builds what is missing, and runs the server. */
await runScript(async () => {
  await install();
  await build();
  // A session of its own, so that Ctrl+C reaches it once, through this process. Should this process die without
  // a word, the closed channel tells the server to stop.
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    // Last, so that no variable of a developer's shell opens the schema here.
    env: { ...serverEnvironment, ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  stopWithNpm(server);
  return exitCodeOf(await ended(server));
});

/**
 * npm that is killed passes nothing on; then this process has another parent. Every other signal comes through it:
 * package.json says "exec", so that no shell stands in between, which would die of the signal and let npm end before
 * the server.
 */
function stopWithNpm(server) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    server.kill('SIGTERM');
  }, 250);
  look.unref();
}
