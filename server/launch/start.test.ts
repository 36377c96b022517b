import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isRoot } from '../database/engine-user.ts';
import { killChildren } from '../testing/child.ts';
import { eventually } from '../testing/eventually.ts';
import { LaunchProject } from '../testing/launch-project.ts';

jest.setTimeout(90_000); // 90 seconds: npm is started by most of them

const NOBODY = 65_534;

describe('npm start', () => {
  let project: LaunchProject;

  beforeEach(async () => {
    project = await LaunchProject.create();
  });
  afterEach(async () => {
    await killChildren();
    await project.delete('.');
  });

  async function startOnce(env: Record<string, string> = {}): Promise<string> {
    const child = project.start({ END_WITH: '0', ...env });
    await child.ended;
    return child.out() + child.err();
  }

  it('installs, builds and opens on a fresh clone, and says so', async () => {
    const said = await startOnce();

    expect(said).toMatch(
      /^Installing packages …\nInstalling packages: done in \d+ s\nBuilding 1 of 3: server …\n/,
    );
    expect(said).toMatch(/Building 3 of 3: caseworker dashboard: done in \d+ s\nopen 2 production \d+\n$/);
    expect(await project.read('calls')).toBe('server\nweb/reporter\nweb/caseworker\n');
  });

  it('opens at once the second time', async () => {
    await startOnce();

    const said = await startOnce();

    expect(said).toMatch(/^open /);
  });

  it('builds the part alone whose sources changed', async () => {
    await startOnce();
    await project.write('calls', '');
    await project.write('web/reporter/some.tsx', 'two');

    const said = await startOnce();

    expect(said).toMatch(/^Building 1 of 1: reporter portal …/);
    expect(await project.read('calls')).toBe('web/reporter\n');
  });

  it('builds nothing for a changed test', async () => {
    await startOnce();
    await project.write('server/some.test.ts', 'new');
    await project.write('server/testing/lab.ts', 'new');

    const said = await startOnce();

    expect(said).toMatch(/^open /);
  });

  it('builds again what somebody deleted', async () => {
    await startOnce();
    await project.delete('dist/web');

    const said = await startOnce();

    expect(said).toContain('Building 1 of 2: reporter portal');
  });

  it('installs again when the lock file changed', async () => {
    await startOnce();
    await project.write('package-lock.json', `${await project.read('package-lock.json')}\n`);

    const said = await startOnce();

    expect(said).toMatch(/^Installing packages …/);
  });

  it('leaves packages alone that somebody installed by hand', async () => {
    await startOnce();
    await project.delete('node_modules/.restante-installed');

    const said = await startOnce();

    expect(said).toMatch(/^open /);
  });

  it('says what failed while building, and tries again the next time', async () => {
    await project.write('broken', '');

    const first = project.start({ END_WITH: '0' });
    expect(await first.ended).toBe(1);
    await project.delete('broken');
    const second = await startOnce();

    expect(first.err()).toMatch(/a mistake in server\n\nThe server could not be built/);
    expect(first.err()).not.toMatch(/^\s+at /m);
    expect(second).toMatch(/^Building 1 of 3: server/);
  });

  it('says that packages could not be installed, where the registry is out of reach', async () => {
    const x = { version: '1.0.0', resolved: 'http://127.0.0.1:1/x.tgz' };
    const packages = { '': { dependencies: { x: '1.0.0' } }, 'node_modules/x': x };
    await project.write('package.json', JSON.stringify(packages['']));
    await project.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));

    const child = project.start({ npm_config_fetch_retries: '0' });

    expect(await child.ended).toBe(1);
    expect(child.err()).toContain('The packages could not be installed; what npm said stands above.');
  });

  it('says who has to build, where the user who starts may not write', async () => {
    await startOnce();
    await project.write('server/some.ts', 'two');
    // Modes do not stop root, so somebody else starts then.
    const dist = join(project.folder, 'dist');
    if (!isRoot()) await chmod(dist, 0o500);

    const { status, stderr } = spawnSync(process.execPath, ['server/launch/start.mjs'], {
      cwd: project.folder,
      encoding: 'utf8',
      ...(isRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    if (!isRoot()) await chmod(dist, 0o700);

    expect(status).toBe(1);
    expect(stderr).toMatch(/^\nSomething has to be installed or built, and this user may not write in /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('ends as the server ends', async () => {
    const child = project.start({ END_WITH: '7' });

    expect(await child.ended).toBe(7);
  });

  it('passes a signal on and waits for the server', async () => {
    const child = project.start();
    await child.says(/^open /m);

    child.kill('SIGTERM');

    expect(await child.ended).toBe(0);
    expect(await project.read('stopped')).toBe('signal');
  });

  it('ends as npm after the server and as the server ends, when npm gets the signal', async () => {
    const child = await project.startWithNpm();
    await child.says(/^open /m);

    child.kill('SIGTERM');

    expect(await child.ended).toBe(0);
    expect(await project.read('stopped')).toBe('signal');
  });

  it('takes the server along when it is killed', async () => {
    const child = project.start();
    await child.says(/^open /m);

    child.kill('SIGKILL');

    await eventually(async () => (await project.read('stopped')) === 'disconnect');
  });

  it('says which Node.js it needs', () => {
    const script = `
      Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });
      await import('./start.mjs');`;

    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(project.folder, 'server', 'launch'),
      encoding: 'utf8',
    });

    expect(status).toBe(1);
    expect(stderr).toContain('Restante needs Node.js 20.19 or later, and this is 18.20.0.');
  });
});
