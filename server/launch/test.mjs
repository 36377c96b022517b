import { requireNode } from './node-version.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { mkdirSync, readFileSync, rmSync } = await import('node:fs');
const { join } = await import('node:path');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { ended, exitCodeOf, root, runScript, say } = await import('./steps.mjs');
const { serverEnvironment } = await import('./server-environment.mjs');

let hasCounted = false;
// Whoever reads the last line has to find it where the set-up failed, too.
process.once('exit', () => {
  if (!hasCounted) process.stdout.write('\n0 passed, 1 failed\n');
});

/** `npm test [-- arguments of Jest]`: installs and builds what is missing, and runs the tests. */
await runScript(async () => {
  await install();
  await build();
  const cache = join(root, '.cache');
  const countFile = join(cache, `test-count-${process.pid}.json`);
  mkdirSync(cache, { recursive: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ];
  const reporters = ['--reporters=default', '--reporters=<rootDir>/server/testing/count-reporter.mjs'];
  const jest = spawn(process.execPath, [...args, ...process.argv.slice(2), ...reporters], {
    cwd: root,
    env: { ...serverEnvironment, ...process.env, RESTANTE_TEST_COUNT: countFile },
    stdio: 'inherit',
  });
  const end = await ended(jest);
  const { passed, failed, skipped } = counted(countFile, end);
  hasCounted = true;
  say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return exitCodeOf(end) || (failed ? 1 : 0);
});

/** Where Jest did not come to its end, that is one failure at least. */
function counted(file, end) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: exitCodeOf(end) ? 1 : 0, skipped: 0 };
  } finally {
    rmSync(file, { force: true });
  }
}
