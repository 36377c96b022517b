import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SERVER_LIMITS } from './http-server.ts';
import { portalPages } from './portal.ts';
import { GOOD_TOKEN } from './testing/test-door.ts';
import { readAll, useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-aa07';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const SEALER = { seal: (text: string) => `sealed(${text})`, unseal: () => null };

/** A portal of four pages, built by hand: no page renders anything of an error. */
const BUILD = `
const document = { kind: 'Document', definitions: [{ kind: 'OperationDefinition', operation: 'query', selectionSet:
  { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'viewer' } }] } }] };
const page = (path, module) => ({ id: path || 'home', parentId: 'root', path: path || undefined, index: !path, module:
  { default: () => null, ...module } });
const routes = [
  { id: 'root', path: '', module: { default: () => null, ErrorBoundary: () => null } },
  page('', { loader: async ({ context, request }) => ({
    answer: await context.execute(document, {}, { token: /reporter=([^;]+)/.exec(request.headers.get('cookie'))?.[1] }),
    headers: [...request.headers.keys()].sort(), url: request.url, sealed: context.seal('x') }) }),
  page('form', { action: async ({ request }) => ({ text: await request.text() }) }),
  page('boom', { loader: () => { throw new Error('${CANARY}'); } }),
  page('cookies', { loader: () => new Response(null, { status: 303, headers: [['location', '/'], ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'], ['clear-site-data', '"storage"'], ['etag', '"x"'], ['cache-control', 'public'],
    ['x-powered-by', 'x']] }) }),
  page('broken', { loader: () => ({ broken: true }) }),
];
export const entry = { module: {
  default: (request, status, headers, { staticHandlerContext: { loaderData, actionData, errors } }) => {
    if (loaderData?.broken) throw new Error('${CANARY}');
    headers.set('content-type', 'text/html; charset=utf-8');
    return new Response('<!doctype html>' + JSON.stringify({ loaderData, actionData, failed: errors !== null }), { status, headers });
  },
  handleError: (error, { context }) => context.reportIncident(error),
} };
export { manifestRoutes as routes };
const manifestRoutes = Object.fromEntries(routes.map((route) => [route.id, route]));
export const assets = { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' };
export const assetsBuildDirectory = '';
export const basename = '/';
export const future = {};
export const isSpaMode = false;
export const ssr = true;
export const prerender = [];
export const publicPath = '/';
export const routeDiscovery = { mode: 'initial' };
export const allowedActionOrigins = ['**'];
`;

describe('the portal', () => {
  const labs = useWireLabs();
  let folder = '';
  const open = (serverLimits = SERVER_LIMITS) =>
    labs({ pages: portalPages(folder, 'http', SEALER), serverLimits });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal with space '));
    await mkdir(join(folder, 'server'));
    await mkdir(join(folder, 'client/assets'), { recursive: true });
    await writeFile(join(folder, 'server/package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'server/index.js'), BUILD);
    await writeFile(join(folder, 'client/assets/page-91aa.css'), 'h1 { margin: 0 }');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('renders a page that asks the public door in process, as the reporter of its cookie', async () => {
    const lab = await open();

    const answer = await lab.send('GET', '/', { cookie: `__Host-reporter=${GOOD_TOKEN}` });

    expect(answer.status).toBe(200);
    expect(answer.body).toContain('{"data":{"viewer":"reporter"}}');
    expect(answer.body).toContain('sealed(x)');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('keeps from its pages what tells who asks', async () => {
    const lab = await open();

    const answer = await lab.send('GET', '/', {
      'user-agent': CANARY,
      'accept-language': CANARY,
      'x-forwarded-for': CANARY,
      'sec-ch-ua-platform': CANARY,
      accept: 'text/html',
    });

    expect(answer.body).toContain('"headers":["accept","host"]');
  });

  it('hands a form to its page as it was sent', async () => {
    const lab = await open();

    const answer = await lab.post('text=a%20b&text=c', FORM, '/form');

    expect(answer.body).toContain('{"text":"text=a%20b&text=c"}');
  });

  it('takes the form of a browser whose Origin no-referrer hides', async () => {
    const lab = await open();

    const answer = await lab.post(
      'a=b',
      { ...FORM, origin: 'null', 'sec-fetch-site': 'same-origin' },
      '/form',
    );

    expect(answer.status).toBe(200);
  });

  it('takes 45,000 Arabic letters, so that their page can say that they are too many', async () => {
    const lab = await open();
    const letters = encodeURIComponent('م'.repeat(45_000));

    const answer = await lab.post(`draft=${letters}&answer=${letters}`, FORM, '/form');

    expect(answer.status).toBe(200);
  });

  it('says by a page that a form was not read to its end, where others need the room', async () => {
    const lab = await open({ ...SERVER_LIMITS, bodyBytes: 200_000 });
    const slow = await lab.connect();
    slow.write(
      `POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: ${FORM['content-type']}\r\nContent-Length: 150000\r\n` +
        'Expect: 100-continue\r\n\r\n',
    );
    await once(slow, 'data'); // "go on": the listener has it
    slow.write('a=b');
    const ended = readAll(slow);

    const next = await lab.post(`a=${'b'.repeat(100_000)}`, FORM, '/form');

    expect(next.status).toBe(200);
    expect(await ended).toMatch(/^HTTP\/1\.1 503 .*content-type: text\/html.*reload this page/is);
    expect(lab.log).toBe('');
  });

  it.each<[number, string, Record<string, string>, string]>([
    [403, 'the form of another site', { ...FORM, origin: 'https://evil.example' }, 'a=b'],
    [
      403,
      'the form of a site that hides itself',
      { ...FORM, origin: 'null', 'sec-fetch-site': 'cross-site' },
      'a=b',
    ],
    [413, 'a form above 1 MiB', FORM, `a=${CANARY.repeat(100_000)}`],
    [415, 'a form with a file', { 'content-type': `multipart/form-data; boundary=${CANARY}` }, CANARY],
    [415, 'JSON', { 'content-type': 'application/json' }, `"${CANARY}`],
  ])(
    'answers %i to %s with a page that says so, and nothing of what was sent',
    async (status, _, headers, body) => {
      const lab = await open();

      const answer = await lab.post(body, headers, '/form');

      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('Nothing was sent');
      expect(answer.body).toContain('<a href="/leave">Leave this page</a>');
      expect(answer.body + lab.log).not.toContain(CANARY);
    },
  );

  it.each([
    ['whose loader throws', '/boom'],
    ['that throws while it is rendered', '/broken'],
  ])('shows nothing of the error of a page %s, and logs an incident', async (_, path) => {
    const lab = await open();

    const answer = await lab.send('GET', path);

    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(lab.log).toMatch(/"incident":"[\da-f]{16}"/);
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it('answers 404 for a page that does not exist, which is no incident', async () => {
    const lab = await open();

    const answer = await lab.send('GET', `/${CANARY}`);

    expect(answer.status).toBe(404);
    expect(lab.log).toBe('');
  });

  it("passes cookies and redirects of a page on, but no header that is the listener's to set", async () => {
    const lab = await open();

    const { status, headers } = await lab.send('GET', '/cookies');

    expect(status).toBe(303);
    expect(headers).toMatchObject({
      location: '/',
      'set-cookie': ['a=1', 'b=2'],
      'clear-site-data': '"storage"',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('does not let browsers keep its files, which would show on a shared device that somebody was here', async () => {
    const lab = await open();

    const answer = await lab.send('GET', '/assets/page-91aa.css');

    expect(answer).toMatchObject({ status: 200, body: 'h1 { margin: 0 }' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('does not follow a path that names another host', async () => {
    const lab = await open();

    const answer = await lab.exchange('GET //evil.example/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');

    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it.each(['', 'a b', 'h:99999', 'a@h', 'h/x', 'h?x'])(
    'refuses "%s" as Host, which is no incident',
    async (host) => {
      const lab = await open();

      const answer = await lab.exchange(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(lab.log).toBe('');
    },
  );

  it('refuses to start without its build, and says what to do', async () => {
    await rm(join(folder, 'server/index.js'));

    await expect(open()).rejects.toMatchObject({
      name: 'StartFault',
      advice: 'Start with npm start, which builds it.',
    });
  });
});
