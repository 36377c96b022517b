import { describe, expect, it } from '@jest/globals';
import { answering } from '../testing/answering.ts';
import { logInWith } from './log-in.ts';

const CODE = 'abcd efgh jkmn pqrs';

describe('logInWith', () => {
  it('hands over the session, and asks with the code as it was meant', async () => {
    const service = answering({ loginWithCode: { __typename: 'ReporterSession', token: 'token' } });

    expect(await logInWith(service, CODE, null)).toEqual({ token: 'token', followsAnother: false });
    expect(service.asked).toEqual([{ variables: { code: 'ABCDEFGHJKMNPQRS' }, token: null }]);
  });

  it('does not ask about what cannot be a code', async () => {
    const service = answering({});

    expect(await logInWith(service, 'ABC', null)).toMatchObject({ fault: { message: 'login.length' } });
    expect(service.asked).toEqual([]);
  });

  it.each([
    ['MistypedCode', {}, { message: 'login.mistyped' }],
    ['CodeNotRecognised', {}, { message: 'login.unknown' }],
    ['ServiceBusy', { retryAfterSeconds: 12 }, { message: 'login.busy', values: { seconds: 12 } }],
  ])('says beside the field what %s means', async (typename, rest, fault) => {
    const service = answering({ loginWithCode: { __typename: typename, ...rest } });

    expect(await logInWith(service, CODE, null)).toEqual({ fault });
  });

  it.each([
    ['THROTTLED', 'login.busy'],
    ['INTERNAL_SERVER_ERROR', 'login.failed'],
  ])('keeps the page on %s', async (code, message) => {
    expect(await logInWith(answering(code), CODE, null)).toMatchObject({ fault: { message } });
  });
});
