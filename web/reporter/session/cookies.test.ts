import { describe, expect, it } from '@jest/globals';
import { clearedCookie, readCookie, sentCookie, sessionCookie, sessionOf } from './cookies.ts';

const asking = (cookie: string) => new Request('http://localhost/', { headers: { cookie } });

const SESSION = { token: 'to-ken_', followsAnother: false };

describe('readCookie', () => {
  it('finds a cookie among others, whole', () => {
    expect(readCookie(asking('a=1; __Host-reporter=x=y; b=2'), '__Host-reporter')).toBe('x=y');
  });

  it.each(['', 'x__Host-reporter=1', '__Host-reporter=', '__Host-reporter2=1'])(
    'finds none in %j',
    (cookie) => {
      expect(readCookie(asking(cookie), '__Host-reporter')).toBeNull();
    },
  );
});

describe('the cookies', () => {
  it.each([sessionCookie(SESSION), sentCookie('sealed'), clearedCookie('__Host-sent')])(
    'keeps %s off scripts, plain HTTP and other sites',
    (cookie) => {
      expect(cookie).toMatch(/^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    },
  );

  it.each([SESSION, { ...SESSION, followsAnother: true }])('bring back %j', (session) => {
    const [cookie = ''] = sessionCookie(session).split(';');

    expect(sessionOf(asking(cookie))).toEqual(session);
  });

  it('keep a session no longer than the browser is open', () => {
    expect(sessionCookie(SESSION)).not.toMatch(/Max-Age|Expires/);
  });
});
