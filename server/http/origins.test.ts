import { describe, expect, it } from '@jest/globals';
import { Origins } from './origins.ts';
import { GOOD_TOKEN } from './testing/test-door.ts';
import { useWireLabs, type WireLab } from './testing/wire-lab.ts';

const FRIEND = 'https://friend.example';

describe('origins', () => {
  const open = useWireLabs();

  it.each<[string, (lab: WireLab) => Record<string, string>]>([
    ['a program that is no browser', () => ({})],
    ['a page of this listener', (lab) => ({ origin: `http://${lab.host}`, 'sec-fetch-site': 'same-origin' })],
    ['a page of this listener behind TLS', (lab) => ({ origin: `https://${lab.host}` })],
    ['a browser without Origin', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('answer %s, and let its cookie count', async (_, headersOf) => {
    const lab = await open();

    const cookie = `__Host-reporter=${GOOD_TOKEN}`;
    const answer = await lab.graphql('{ viewer }', {}, { cookie, ...headersOf(lab) });

    expect(answer.json().data).toEqual({ viewer: 'reporter' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['an origin that is none', { origin: '::' }],
    ['a file', { origin: 'file://' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('refuse %s before its request is read', async (_, headers) => {
    const lab = await open({ allowedOrigins: [FRIEND] });

    const answers = await Promise.all([
      lab.graphql('{ hello }', {}, headers),
      lab.send('OPTIONS', '/graphql', { ...headers, 'access-control-request-method': 'POST' }),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.json().errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    }
    expect(lab.door.resolved).toEqual([]);
  });

  it('refuse a page that says it is ours while the browser says it is not', async () => {
    const lab = await open();

    const answer = await lab.graphql(
      '{ hello }',
      {},
      { origin: `http://${lab.host}`, 'sec-fetch-site': 'cross-site' },
    );

    expect(answer.status).toBe(403);
  });

  it('let a page of an allowed origin read the answer, by bearer token only', async () => {
    const lab = await open({ allowedOrigins: [FRIEND] });

    const bearer = await lab.graphql(
      '{ viewer }',
      {},
      { origin: FRIEND, authorization: `Bearer ${GOOD_TOKEN}` },
    );
    const cookie = await lab.graphql(
      '{ viewer }',
      {},
      { origin: FRIEND, cookie: `__Host-reporter=${GOOD_TOKEN}` },
    );

    expect(bearer.headers).toMatchObject({ 'access-control-allow-origin': FRIEND, vary: 'Origin' });
    expect(bearer.headers).not.toHaveProperty('access-control-allow-credentials');
    expect([bearer, cookie].map((answer) => answer.json().data)).toEqual([
      { viewer: 'reporter' },
      { viewer: 'anyone' },
    ]);
  });

  it('let a page of an allowed origin read what it did wrong', async () => {
    const lab = await open({ allowedOrigins: [FRIEND] });

    const answer = await lab.graphql('{', {}, { origin: FRIEND });

    expect(answer.status).toBe(400);
    expect(answer.headers['access-control-allow-origin']).toBe(FRIEND);
  });

  it('answer the preflight of an allowed origin with what it may send', async () => {
    const lab = await open({ allowedOrigins: [FRIEND] });

    const answer = await lab.send('OPTIONS', '/graphql', {
      origin: FRIEND,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    });

    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': FRIEND,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    });
  });

  it('count the origin people type as own where a proxy changes Host', () => {
    const origins = new Origins('https://report.example.org', []);

    const provenance = origins.of({ host: 'backend:4000', origin: 'https://report.example.org' });

    expect(provenance).toBe('own');
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['our own, whose Origin no-referrer hides', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['one that is sent again on reload', { origin: 'null', 'sec-fetch-site': 'none' }, true],
    ['one of a program that is no browser', {}, true],
    ['another site that hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['another site', { origin: 'https://evil.example' }, false],
    ['an allowed origin, which may only call the API', { origin: FRIEND }, false],
  ])('judge a form of %s', (_, headers, isOwn) => {
    const origins = new Origins(null, [FRIEND]);

    expect(origins.isOwnForm({ host: 'localhost:4000', ...headers })).toBe(isOwn);
  });
});
