import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dashboardPages } from './dashboard.ts';
import { TestDoor } from './testing/test-door.ts';
import { useWireLabs } from './testing/wire-lab.ts';

describe('the dashboard', () => {
  const labs = useWireLabs();
  let folder = '';
  const open = () => labs({ door: new TestDoor('staff'), pages: dashboardPages(folder) });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dashboard with space '));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, '.hidden'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Inbox</title>');
    await writeFile(join(folder, 'assets/main-4f2a.js'), `export const a = 1;${' '.repeat(2_000)}`);
    await writeFile(join(folder, 'assets/main-4f2a.js.map'), '{"sources":["secret"]}');
    await writeFile(join(folder, '.hidden/secret.txt'), 'secret');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each(['/', '/cases/0b5c', '/welcome', '/cases?assignee=me'])(
    'answers %s with its one document',
    async (path) => {
      const lab = await open();

      const answer = await lab.send('GET', path);

      expect(answer).toMatchObject({ status: 200, body: '<!doctype html><title>Inbox</title>' });
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
    },
  );

  it('lets browsers keep files whose name holds their hash, and names their type', async () => {
    const lab = await open();

    const answer = await lab.send('GET', '/assets/main-4f2a.js');

    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['etag', 'last-modified', 'accept-ranges'])
      expect(answer.headers).not.toHaveProperty(name);
  });

  it('shrinks files for browsers that take them so', async () => {
    const lab = await open();

    const answer = await fetch(`http://${lab.host}/assets/main-4f2a.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });

    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(200);
    expect(await answer.text()).toContain('export const a = 1;');
  });

  it('answers HEAD without the body', async () => {
    const lab = await open();

    const answer = await lab.send('HEAD', '/');

    expect(answer).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    '/assets/gone.js',
    '/assets/main-4f2a.js.map',
    '/.hidden/secret.txt',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/etc/hosts.txt',
    '//assets/main-4f2a.js',
  ])('answers 404 for %s', async (path) => {
    const lab = await open();

    const answer = await lab.exchange(`GET ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);

    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret');
  });

  it('refuses to start without its build, and says what to do', async () => {
    await rm(join(folder, 'index.html'));

    await expect(open()).rejects.toMatchObject({
      name: 'StartFault',
      advice: 'Start with npm start, which builds it.',
    });
  });
});
