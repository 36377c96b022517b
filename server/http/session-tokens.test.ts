import { describe, expect, it } from '@jest/globals';
import { bearerToken, cookieToken } from './session-tokens.ts';

describe('bearerToken', () => {
  it.each([
    ['Bearer abc_-.~+/=', 'abc_-.~+/='],
    ['bearer   abc', 'abc'],
    ['Bearer', null],
    ['Bearer a b', null],
    ['Basic abc', null],
    ['abc', null],
    ['', null],
    ['Bearer a;b', null],
    [`Bearer ${'a'.repeat(513)}`, null],
    [undefined, null],
    [{ Bearer: 'abc' }, null],
  ])('reads %j as %j', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});

describe('cookieToken', () => {
  it.each([
    ['__Host-reporter=abc', 'abc'],
    ['a=b;__Host-reporter=abc; c=d', 'abc'],
    ['__Host-reporter=a=b=', 'a=b='],
    ['__Host-reporter=abc.2', 'abc'],
    ['__Host-reporter=', null],
    ['x__Host-reporter=abc', null],
    ['__host-reporter=abc', null],
    ['__Host-reporter', null],
    ['__Host-reporter="a b"', null],
    [undefined, null],
  ])('reads %j as %j', (header, token) => {
    expect(cookieToken(header, '__Host-reporter')).toBe(token);
  });
});
