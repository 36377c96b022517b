import { describe, expect, it } from '@jest/globals';
import { GOOD_TOKEN, TestDoor } from './testing/test-door.ts';
import { useWireLabs } from './testing/wire-lab.ts';

const CANARY = 'canary-7f3a';

describe('who asks the GraphQL endpoint', () => {
  const open = useWireLabs();

  it('knows a reporter by bearer token or by the cookie of the portal', async () => {
    const lab = await open();

    const bearer = await lab.graphql('{ viewer }', {}, { authorization: `Bearer ${GOOD_TOKEN}` });
    const cookie = await lab.graphql('{ viewer }', {}, { cookie: `a=b; __Host-reporter=${GOOD_TOKEN}` });

    expect([bearer, cookie].map((answer) => answer.json().data)).toEqual([
      { viewer: 'reporter' },
      { viewer: 'reporter' },
    ]);
  });

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer unknown' }],
    ['another scheme', { authorization: `Basic ${GOOD_TOKEN}` }],
    ['the cookie of another door', { cookie: `__Host-staff=${GOOD_TOKEN}` }],
    [
      'an unknown token beside a good cookie',
      { authorization: 'Bearer unknown', cookie: `__Host-reporter=${GOOD_TOKEN}` },
    ],
  ])('takes a caller with %s for anyone', async (_, headers) => {
    const lab = await open();

    const answer = await lab.graphql('{ viewer }', {}, headers);

    expect(answer.json().data).toEqual({ viewer: 'anyone' });
  });

  it('answers 500 without the reason when nobody can be looked up', async () => {
    const lab = await open();
    lab.door.identifyFault = new Error(CANARY);

    const answer = await lab.graphql('{ hello }', {}, { authorization: `Bearer ${GOOD_TOKEN}` });

    const [error] = answer.json().errors ?? [];
    expect(answer.status).toBe(500);
    expect(lab.door.resolved).toEqual([]);
    expect(error?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(lab.log).toContain(error?.extensions.incident);
    expect(answer.body + lab.log).not.toContain(CANARY);
  });

  it('hands a staff session to the browser in a cookie that no script and no other site can use', async () => {
    const lab = await open({ door: new TestDoor('staff') });

    const answer = await lab.graphql('mutation { signIn }');

    expect(answer.headers['set-cookie']).toEqual([
      '__Host-staff=good-token; Expires=Tue, 06 May 2031 07:00:00 GMT; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it('takes the staff cookie away at sign-out', async () => {
    const lab = await open({ door: new TestDoor('staff') });

    const answer = await lab.graphql('mutation { signOut }');

    expect(answer.headers['set-cookie']).toEqual([
      '__Host-staff=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it('sets no cookie on the public door', async () => {
    const lab = await open();

    const answer = await lab.graphql('mutation { signIn }');

    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('does not let a forged X-Forwarded-For choose whose limits it uses', async () => {
    const lab = await open();

    const plain = await lab.graphql('{ caller }');
    const forged = await lab.graphql(
      '{ caller }',
      {},
      { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' },
    );

    expect(forged.json()).toEqual(plain.json());
  });
});
