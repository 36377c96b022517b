import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { type Failure, failureOf } from './failure.ts';

describe('failureOf', () => {
  const thrownWith = (code?: string) =>
    new CombinedGraphQLErrors({
      errors: [{ message: 'a sentence', extensions: code === undefined ? {} : { code } }],
    });
  const answeredWith = (status: number) =>
    new ServerError('a sentence', { response: new Response(null, { status }), bodyText: '' });

  it.each<[string, unknown, Failure]>([
    ['UNAUTHENTICATED', thrownWith('UNAUTHENTICATED'), 'session-ended'],
    ['THROTTLED', thrownWith('THROTTLED'), 'busy'],
    ['FORBIDDEN', thrownWith('FORBIDDEN'), 'refused'],
    ['BAD_USER_INPUT', thrownWith('BAD_USER_INPUT'), 'refused'],
    ['INTERNAL_SERVER_ERROR', thrownWith('INTERNAL_SERVER_ERROR'), 'service'],
    ['a code of a newer service', thrownWith('SOMETHING_NEW'), 'service'],
    ['an error without a code', thrownWith(), 'service'],
    ['status 429', answeredWith(429), 'busy'],
    ['status 503', answeredWith(503), 'busy'],
    ['status 502', answeredWith(502), 'service'],
    [
      'an answer that is no JSON',
      new ServerParseError(new Error('no'), {
        response: new Response('<p>', { status: 200 }),
        bodyText: '<p>',
      }),
      'service',
    ],
    ['a request that never arrived', new TypeError('Failed to fetch'), 'unreachable'],
    ['a request that was given up', new DOMException('late', 'TimeoutError'), 'unreachable'],
    ['nothing at all', undefined, 'unreachable'],
  ])('takes %s for what it is', (_, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });
});
