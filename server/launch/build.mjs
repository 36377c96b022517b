import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep, StepFailed } from './steps.mjs';

/**
 * What is built, from what, and into what. `sources` are files and folders below the root of the project; `between` is
 * what the building leaves on its way.
 */
const PARTS = [
  {
    name: 'server',
    sources: ['server', 'migrations', 'tsconfig.json', 'package-lock.json'],
    between: ['.cache/compiled'],
    output: ['dist/server'],
    args: ['server/build.mjs'],
  },
  {
    name: 'reporter portal',
    sources: ['web/reporter', 'web/shared', 'web/tsconfig.json', 'schema.graphql', 'package-lock.json'],
    output: ['dist/web/reporter'],
    args: ['node_modules/@react-router/dev/bin.js', 'build', 'web/reporter'],
  },
  {
    name: 'caseworker dashboard',
    sources: ['web/caseworker', 'web/shared', 'web/tsconfig.json', 'schema.graphql', 'package-lock.json'],
    output: ['dist/web/caseworker'],
    args: ['node_modules/vite/bin/vite.js', 'build', 'web/caseworker'],
  },
];

/** Not part of what is built: a change there needs no new build. */
const IGNORED = /(^|\/)(node_modules|\.react-router|testing|launch\/[^/]+\.mjs$)|\.test\.tsx?$/;

/**
 * Builds every part whose sources changed since it was built.
 *
 * @param {readonly string[]} [wanted] names of the parts to look at; all, where it is left out
 * @returns {Promise<string[]>} names of the parts that were built
 */
export async function build(wanted = PARTS.map(({ name }) => name)) {
  const parts = PARTS.filter(({ name }) => wanted.includes(name));
  const stale = parts.map((part) => ({ ...part, hash: hashOf(part) })).filter((part) => !isBuilt(part));
  for (const [index, part] of stale.entries()) {
    for (const place of [...(part.between ?? []), ...part.output, stampOf(part)]) {
      rmSync(join(root, place), { recursive: true, force: true });
    }
    const title = `Building ${index + 1} of ${stale.length}: ${part.name}`;
    await runStep(title, part.args, { NODE_ENV: 'production' }).catch((error) => {
      process.stderr.write(error.message);
      throw new StepFailed(
        `The ${part.name} could not be built; what the compiler said stands above.`,
        'On an unchanged copy of the project this is a fault of ours: report it, with those lines.',
      );
    });
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, stampOf(part)), part.hash);
  }
  return stale.map(({ name }) => name);
}

function stampOf({ name }) {
  return `dist/.built-${name.replaceAll(' ', '-')}`;
}

function isBuilt(part) {
  const stamp = join(root, stampOf(part));
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === part.hash &&
    part.output.every((place) => existsSync(join(root, place)))
  );
}

function hashOf({ sources, args }) {
  const hash = createHash('sha256').update(args.join(' '));
  for (const file of sources.flatMap((source) => filesIn(source))) {
    const content = readFileSync(join(root, file));
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!existsSync(join(root, place))) return [];
  const entries = readdirSync(join(root, place, '..'), { withFileTypes: true });
  const own = entries.find((entry) => entry.name === place.split('/').at(-1));
  if (own?.isFile()) return [place];
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !IGNORED.test(file))
    .sort();
}
