import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep, StepFailed } from './steps.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.restante-installed');

/**
 * Installs the packages where they are missing or the lock file changed since. Works without the network when nothing
 * has to be installed.
 */
export async function install() {
  const wanted = wantedStamp();
  if (readText(stampFile) === wanted) return;
  if (!isInstalledByHand()) {
    const options = ['--include=dev', '--no-audit', '--no-fund'];
    await runStep('Installing packages', npm(['ci', ...options]))
      .catch((error) => {
        // A registry that lacks packages of other platforms makes npm write lock files that `npm ci` finds incomplete.
        if (!error.message.includes('EUSAGE')) throw error;
        return runStep('Installing packages another way', npm(['install', '--no-save', ...options]));
      })
      .catch((error) => {
        process.stderr.write(error.message);
        throw new StepFailed(
          'The packages could not be installed; what npm said stands above.',
          'Check the connection to the network and that the folder can be written, then start again.',
        );
      });
  }
  writeFileSync(stampFile, wanted);
}

/** Packages with native parts fit one major version of Node.js on one kind of machine. */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
}

/** npm writes down what it installed; where that is what the lock file asks for, nothing is left to do. */
function isInstalledByHand() {
  if (existsSync(stampFile)) return false;
  const done = readText(join(root, 'node_modules', '.package-lock.json'));
  if (!done) return false;
  const installed = JSON.parse(done).packages;
  return Object.entries(JSON.parse(readText(lockFile)).packages).every(
    ([place, { version, optional }]) =>
      place === '' || optional || (place in installed && installed[place].version === version),
  );
}

/** `npm start` says which npm it is; otherwise the one beside Node.js is taken. */
function npm(args) {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return [running, ...args];
  const beside = [
    join(process.execPath, '..', '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => existsSync(path));
  if (beside) return [beside, ...args];
  throw new StepFailed('npm was not found.', 'Install it together with Node.js, or run "npm start".');
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
