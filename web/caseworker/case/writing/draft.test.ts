import { describe, expect, it } from '@jest/globals';
import { answered, type Draft, failed, isUnsent, newDraft, restored, sending, written } from './draft.ts';

const drafted = (text = 'Words'): Draft => written(newDraft('key'), text);
const onItsWay = (text?: string) => sending(drafted(text));

describe('a draft', () => {
  it('does not go out empty, and says so', () => {
    const draft = sending(drafted(' \n '));

    expect(draft).toMatchObject({ isSending: false, problem: { kind: 'empty' } });
  });

  it('cannot be changed while it is on its way', () => {
    expect(written(onItsWay(), 'Other words').text).toBe('Words');
  });

  it('goes out once, though asked twice', () => {
    const draft = onItsWay();

    expect(sending(draft)).toBe(draft);
  });

  it('gives way to an empty one with a fresh key once it was sent', () => {
    const draft = answered(onItsWay(), { __typename: 'ReplySent' }, 'fresh');

    expect(draft).toEqual({ ...newDraft('fresh'), wasSent: true });
    expect(isUnsent(draft)).toBe(false);
  });

  it.each(['unreachable', 'service'] as const)(
    'keeps text and key after "%s", for its fate is unknown',
    (failure) => {
      const draft = failed(onItsWay(), failure);

      expect(draft).toMatchObject({
        text: 'Words',
        idempotencyKey: 'key',
        isSending: false,
        problem: { kind: 'unsure' },
      });
    },
  );

  it('keeps the key while its fate is unknown, though the text is changed and changed again', () => {
    const draft = sending(
      written(failed(sending(written(failed(onItsWay(), 'unreachable'), 'B')), 'unreachable'), 'C'),
    );

    expect(draft).toMatchObject({ text: 'C', idempotencyKey: 'key' });
  });

  it('keeps the key after an answer that it broke on the way, through a text that is refused', () => {
    const broken = answered(onItsWay(), { __typename: 'ServiceBusy', isFault: true }, 'fresh');
    const refused = { __typename: 'InvalidMessage', refusal: 'Too long' } as const;

    expect(broken).toMatchObject({ idempotencyKey: 'key', problem: { kind: 'unsure' } });
    expect(answered(sending(written(broken, 'B')), refused, 'fresh').idempotencyKey).toBe('key');
  });

  it('never claims that nothing was sent while an earlier attempt may have arrived', () => {
    const unsure = failed(onItsWay(), 'unreachable');

    for (const failure of ['busy', 'session-ended', 'refused'] as const) {
      expect(failed(sending(unsure), failure).problem).toEqual({ kind: 'unsure' });
    }
  });

  it('keeps the key after a refused text while an earlier one may have arrived', () => {
    const unsure = sending(written(failed(onItsWay(), 'unreachable'), 'Much too long'));

    const draft = answered(unsure, { __typename: 'InvalidMessage', refusal: 'Too long.' }, 'fresh');

    expect(draft).toMatchObject({ idempotencyKey: 'key', mayHaveArrived: true, text: 'Much too long' });
  });

  it('takes a fresh key after a refused text that was the first', () => {
    const draft = answered(onItsWay(), { __typename: 'InvalidMessage', refusal: 'Too long.' }, 'fresh');

    expect(draft).toMatchObject({
      idempotencyKey: 'fresh',
      text: 'Words',
      problem: { kind: 'message-refused', message: 'Too long.' },
    });
  });

  it('keeps the text under a fresh key when an earlier one turns out to have been sent', () => {
    const unsure = sending(written(failed(onItsWay(), 'unreachable'), 'Second version'));

    const draft = answered(unsure, { __typename: 'KeyReused' }, 'fresh');

    expect(draft).toMatchObject({
      text: 'Second version',
      idempotencyKey: 'fresh',
      mayHaveArrived: false,
      problem: { kind: 'already-sent' },
    });
  });

  it.each([
    ['NoMessaging', 'no-messaging'],
    ['CaseNotFound', 'case-not-found'],
  ] as const)('keeps the text after %s', (__typename, kind) => {
    expect(answered(onItsWay(), { __typename }, 'fresh')).toMatchObject({ text: 'Words', problem: { kind } });
  });

  it('stays as it is while the service is busy, to go out under the same key later', () => {
    const draft = answered(onItsWay(), { __typename: 'ServiceBusy', isFault: false }, 'fresh');

    expect(draft).toEqual(failed(onItsWay(), 'busy'));
    expect(draft).toMatchObject({ text: 'Words', idempotencyKey: 'key' });
  });

  it.each(['busy', 'session-ended', 'refused'] as const)(
    'keeps the text and says that "%s" sent nothing',
    (failure) => {
      expect(failed(onItsWay(), failure)).toMatchObject({
        text: 'Words',
        mayHaveArrived: false,
        problem: { kind: failure },
      });
    },
  );

  it('forgets what was said about it once its text is changed', () => {
    expect(written(failed(onItsWay(), 'busy'), 'Words, changed').problem).toBeNull();
  });

  it('stays when the case was closed meanwhile, under a fresh key', () => {
    expect(answered(onItsWay(), { __typename: 'CaseClosedMeanwhile' }, 'fresh')).toMatchObject({
      text: 'Words',
      idempotencyKey: 'fresh',
      problem: { kind: 'closed-meanwhile' },
    });
  });

  it('stays when the conversation has moved on, under a fresh key, and says how far', () => {
    const draft = answered(onItsWay(), { __typename: 'ConversationMovedOn', newMessages: 2 }, 'fresh');

    expect(draft).toMatchObject({
      text: 'Words',
      idempotencyKey: 'fresh',
      problem: { kind: 'moved-on', newMessages: 2 },
    });
  });

  it('takes up what was kept with the account, above what was written before that arrived', () => {
    expect(restored(newDraft('key'), 'Kept').text).toBe('Kept');
    expect(restored(drafted(), 'Kept').text).toBe('Kept\n\nWords');
    expect(restored(drafted(), 'Words').text).toBe('Words');
    expect(restored(drafted(), ' ').text).toBe('Words');
  });

  it('does not come back once it was sent', () => {
    const sent = answered(onItsWay(), { __typename: 'CaseNoteAdded' }, 'fresh');

    expect(restored(sent, 'Words').text).toBe('');
  });
});
