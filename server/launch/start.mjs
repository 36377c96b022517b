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
    env: { NODE_ENV: 'production', ...serverEnvironment, ...process.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  return exitCodeOf(await ended(server));
});
