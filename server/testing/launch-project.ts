import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Child, startChild } from './child.ts';

/** Stands in the place of every compiler: notes that it ran, and writes what it would have built. */
const COMPILER = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
const part = process.argv[1].endsWith('server/build.mjs') ? 'server' : process.argv.at(-1);
appendFileSync('calls', part + '\\n');
if (existsSync('broken')) {
  process.stderr.write('a mistake in ' + part + '\\n');
  process.exit(2);
}
for (const folder of ['dist/server', 'dist/web/reporter', 'dist/web/caseworker']) {
  mkdirSync(folder, { recursive: true });
}
writeFileSync('dist/server/main.js', ${JSON.stringify(`
  import { writeFileSync } from 'node:fs';
  process.on('SIGTERM', () => { writeFileSync('stopped', 'signal'); process.exit(0); });
  process.on('disconnect', () => { writeFileSync('stopped', 'disconnect'); process.exit(0); });
  console.log('open', process.env.MALLOC_ARENA_MAX, process.env.NODE_ENV, process.pid);
  if (process.env.END_WITH) process.exit(Number(process.env.END_WITH));
`)});
`;

const COMPILERS = { vite: 'bin/vite.js', '@react-router/dev': 'bin.js' };

/** A project with our launch scripts, whose packages and compilers need neither the network nor time. */
export class LaunchProject {
  private constructor(readonly folder: string) {}

  static async create(): Promise<LaunchProject> {
    const folder = await mkdtemp(join(tmpdir(), 'restante project '));
    await chmod(folder, 0o755);
    const project = new LaunchProject(folder);
    await cp(join(import.meta.dirname, '..', 'launch'), join(folder, 'server', 'launch'), {
      recursive: true,
    });
    for (const [name, program] of Object.entries(COMPILERS)) {
      await project.write(
        `fake/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', type: 'module' }),
      );
      await project.write(`fake/${name}/${program}`, COMPILER);
    }
    await project.write(
      'package.json',
      JSON.stringify({
        name: 'fake',
        type: 'module',
        scripts: { start: await startCommand() },
        dependencies: links('file:'),
      }),
    );
    await project.write('package-lock.json', JSON.stringify(lockFile()));
    await project.write('server/build.mjs', COMPILER);
    await project.write('server/some.ts', 'one');
    await project.write('web/reporter/some.tsx', 'one');
    return project;
  }

  async write(path: string, content: string): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  async read(path: string): Promise<string> {
    return await readFile(join(this.folder, path), 'utf8').catch(() => '');
  }

  async delete(path: string): Promise<void> {
    await rm(join(this.folder, path), { recursive: true, force: true });
  }

  start(env: Readonly<Record<string, string>> = {}): Child {
    return this.run(['server/launch/start.mjs'], env);
  }

  async startWithNpm(): Promise<Child> {
    return this.run([await realpath(join(dirname(process.execPath), 'npm')), 'start'], {});
  }

  private run(args: string[], env: Readonly<Record<string, string>>): Child {
    const { NODE_ENV, npm_lifecycle_event, ...own } = process.env;
    return startChild(args, { cwd: this.folder, env: { ...own, ...env } });
  }
}

/** What `npm start` runs in the real project. */
async function startCommand(): Promise<string> {
  const own = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return JSON.parse(own).scripts.start;
}

function links(prefix: string): Record<string, string> {
  return Object.fromEntries(Object.keys(COMPILERS).map((name) => [name, `${prefix}fake/${name}`]));
}

function lockFile(): object {
  const packages: Record<string, object> = { '': { name: 'fake', dependencies: links('file:') } };
  for (const [name, place] of Object.entries(links(''))) {
    packages[place] = { name, version: '1.0.0' };
    packages[`node_modules/${name}`] = { resolved: place, link: true };
  }
  return { name: 'fake', lockfileVersion: 3, requires: true, packages };
}
