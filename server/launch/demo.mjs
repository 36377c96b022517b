import { requireNode } from './node-version.mjs';

requireNode();
const { existsSync, mkdirSync, readdirSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { spawn } = await import('node:child_process');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { ended, exitCodeOf, root, runScript, StepFailed } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');

/** A folder of its own, whatever the shell says: a real installation is never touched. */
const folder = join(root, '.restante-demo');
const marker = join(folder, 'not-for-real-reports');

/** `npm run demo`: an invented organisation with caseworkers, reports and conversations, and the server on it. */
await runScript(async () => {
  claimFolder();
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'SECRET_FILE']) delete process.env[name];
  process.env.DATA_DIR = folder;
  await install();
  await build();
  const making = spawn(process.execPath, ['dist/server/demo/main.js', folder], {
    cwd: root,
    env: { ...serverEnvironment, ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return exitCodeOf(await ended(making));
});
if (!process.exitCode) await import('./start.mjs');

/** Takes an empty folder, or one that an earlier demonstration took; nothing else. */
function claimFolder() {
  if (existsSync(marker)) return;
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new StepFailed(
      `The folder ${folder} holds something that no demonstration put there.`,
      'Move it away, then start the demonstration again.',
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(marker, 'Everything in this folder is invented. Delete it to begin anew.\n');
}
