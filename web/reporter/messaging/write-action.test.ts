import { describe, expect, it } from '@jest/globals';
import { sessionMark } from '../session/session-mark.server.ts';
import { answering } from '../testing/answering.ts';
import { fields } from '../testing/questionnaire.ts';
import { answerWriting } from './write-action.server.ts';

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
const SESSION = sessionMark('token');
const UNSENT = { text: 'words', idempotencyKey: KEY, session: SESSION };
const SENDING = fields({ go: 'send', key: KEY, session: SESSION, text: 'words' });
const result = (typename: string, rest: object = {}) => ({ sendMessage: { __typename: typename, ...rest } });

describe('answerWriting', () => {
  it('shows the message once more before it is sent', async () => {
    const service = answering(result('MessageSent'));

    const outcome = await answerWriting(
      service,
      fields({ go: 'next', key: KEY, session: SESSION, text: 'words' }),
      'token',
    );

    expect(outcome).toEqual({ view: { kind: 'review', ...UNSENT, notice: null } });
    expect(service.asked).toEqual([]);
  });

  it('sends under the key of the page, so that pressing twice stores one message', async () => {
    const service = answering(result('MessageSent'));

    expect(await answerWriting(service, SENDING, 'token')).toBe('sent');
    expect(service.asked).toEqual([
      { variables: { input: { idempotencyKey: KEY, text: 'words' } }, token: 'token' },
    ]);
  });

  it.each([
    ['ConversationClosed', {}, { kind: 'closed', text: 'words' }],
    ['InvalidMessage', { message: 'Shorten it.' }, { kind: 'write', text: 'words', idempotencyKey: KEY }],
    ['ServiceBusy', { retryAfterSeconds: 5 }, { kind: 'review', text: 'words', idempotencyKey: KEY }],
  ])('keeps the words on %s', async (typename, rest, view) => {
    expect(await answerWriting(answering(result(typename, rest)), SENDING, 'token')).toMatchObject({ view });
  });

  it('gives the words a new key where theirs belongs to another message', async () => {
    const outcome = await answerWriting(answering(result('KeyReused')), SENDING, 'token');

    expect(outcome).toMatchObject({
      view: { kind: 'review', text: 'words', notice: { kind: 'key-reused' } },
    });
    expect(outcome).not.toMatchObject({ view: { idempotencyKey: KEY } });
  });

  it.each([
    ['the browser sent no session', null, 'no-cookie'],
    ['the session has ended', 'token', 'ended'],
  ])('keeps the words, asks for the code and says why where %s', async (_, token, why) => {
    const outcome = await answerWriting(answering('UNAUTHENTICATED'), SENDING, token);

    expect(outcome).toMatchObject({ view: { kind: 'signed-out', why, ...UNSENT } });
  });

  it.each(['next', 'send'])(
    'asks for the code on %s under another session than the page was made in',
    async (go) => {
      const service = answering(result('MessageSent'));
      const form = fields({ go, key: KEY, session: SESSION, text: 'words' });

      expect(await answerWriting(service, form, 'other')).toMatchObject({
        view: { kind: 'signed-out', why: 'other', ...UNSENT },
      });
      expect(service.asked).toEqual([]);
    },
  );

  it('goes on with the words after logging in again', async () => {
    const service = answering({ loginWithCode: { __typename: 'ReporterSession', token: 'fresh' } });
    const form = fields({ code: 'ABCDEFGHJKMNPQRS', key: KEY, text: 'words' });

    expect(await answerWriting(service, form, null)).toEqual({
      view: { kind: 'review', ...UNSENT, session: sessionMark('fresh'), notice: null },
      session: { token: 'fresh', followsAnother: false },
    });
  });

  it('keeps every field where the service fails, so that trying again does the same', async () => {
    const outcome = await answerWriting(answering('INTERNAL_SERVER_ERROR'), SENDING, 'token');

    expect(outcome).toEqual({ view: { kind: 'try-again', fields: SENDING.entries() } });
  });

  it.each([
    ['nothing', '  ', 'empty'],
    ['more than 5,000 characters', 'x'.repeat(5_001), 'too-long'],
  ])('does not go on with %s', async (_, text, kind) => {
    const outcome = await answerWriting(
      answering('FORBIDDEN'),
      fields({ go: 'send', key: KEY, text }),
      'token',
    );

    expect(outcome).toMatchObject({ view: { kind: 'write', fault: { kind } } });
  });
});
