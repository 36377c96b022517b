import { requireNode } from './node-version.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { ended, exitCodeOf, root, runScript } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');

/** `npm run admin -- …`: one act of whoever runs the machine, beside the server or without it. */
await runScript(async () => {
  await install();
  await build();
  const command = spawn(process.execPath, ['dist/server/cli/main.js', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...serverEnvironment, ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  return exitCodeOf(await ended(command));
});
