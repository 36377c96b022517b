import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LOCALE } from '../locale.ts';
import { answering } from '../testing/answering.ts';
import { fields, QUESTIONS } from '../testing/questionnaire.ts';
import { type Draft, emptyDraft, encodeDraft } from './draft.ts';
import { answerReportForm } from './report-action.server.ts';

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
const NOW = new Date('2026-04-02T10:00:00Z');
const OFFER = { code: 'AAAA-BBBB-CCCC-DDDD', enrolment: 'sealed', expiresAt: '2026-04-03T10:00:00Z' };
const ASKED = { questionnaire: QUESTIONS, organisation: { keptOutChoices: [] } };
const READY: Draft = {
  ...emptyDraft(KEY, 'v1'),
  answers: {
    what: { kind: 'text', text: 'said' },
    kinds: null,
    when: { kind: 'month', month: '03', year: '2026' },
  },
  messaging: 'yes',
  offer: OFFER,
  codeSaved: true,
};
const submit = (typename: string, rest: object = {}) => ({ submitReport: { __typename: typename, ...rest } });
const drawn = (code: string) => ({
  optIntoMessaging: {
    __typename: 'MessagingOffer',
    code,
    enrolment: 'new',
    expiresAt: '2026-04-04T10:00:00Z',
  },
});

function press(go: string, draft: Draft, at: string, ...answers: (object | string)[]) {
  const service = answering(...answers);
  const form = fields({ draft: encodeDraft(draft), at, go });
  return { service, outcome: answerReportForm(service, DEFAULT_LOCALE, 'anonymous', form, NOW) };
}

describe('answerReportForm', () => {
  it('sends what is shown and answered, under the key of the page', async () => {
    const { service, outcome } = press(
      'send',
      READY,
      'check',
      ASKED,
      submit('ReportSubmitted', { messaging: true, replyExpectedBy: '2026-04-08' }),
    );

    expect(await outcome).toEqual({ sent: { code: OFFER.code, replyExpectedBy: '2026-04-08' } });
    expect(service.asked[1]?.variables).toEqual({
      input: {
        idempotencyKey: KEY,
        questionnaireVersion: 'v1',
        locale: 'en',
        answers: [
          { question: 'what', text: 'said' },
          { question: 'when', month: '2026-03' },
        ],
        enrolment: 'sealed',
        contactDetails: null,
        keptOut: [],
      },
    });
  });

  it('sends no enrolment for a report without messages, also where a code was drawn before', async () => {
    const { service, outcome } = press(
      'send',
      { ...READY, messaging: 'no' },
      'check',
      ASKED,
      submit('ReportSubmitted', { messaging: false, replyExpectedBy: null }),
    );

    expect(await outcome).toEqual({ sent: { code: null, replyExpectedBy: null } });
    expect(service.asked[1]?.variables).toMatchObject({ input: { enrolment: null } });
  });

  it('shows a new code where the enrolment was too old, and keeps the answers and the key', async () => {
    const { outcome } = press(
      'send',
      READY,
      'check',
      ASKED,
      submit('EnrolmentExpired'),
      drawn('NEW1-NEW1-NEW1-NEW1'),
    );

    expect(await outcome).toMatchObject({
      view: {
        step: 'code',
        notice: { kind: 'code-replaced' },
        draft: { key: KEY, answers: READY.answers, offer: { code: 'NEW1-NEW1-NEW1-NEW1' }, codeSaved: false },
      },
    });
  });

  it('draws no second code for somebody who goes back and forth', async () => {
    const { service, outcome } = press('next', { ...READY, codeSaved: false }, 'messaging', ASKED);

    expect(await outcome).toMatchObject({ view: { step: 'code', draft: { offer: OFFER } } });
    expect(service.asked).toHaveLength(1);
  });

  it('stays at the question about messages while the service is busy', async () => {
    const { outcome } = press('next', { ...READY, offer: null }, 'messaging', ASKED, {
      optIntoMessaging: { __typename: 'ServiceBusy', retryAfterSeconds: 7 },
    });

    expect(await outcome).toMatchObject({
      view: { step: 'messaging', notice: { kind: 'busy', seconds: 7 } },
    });
  });

  it.each([
    ['KeyReused', {}, { kind: 'form', step: 'check', notice: { kind: 'key-reused' } }],
    [
      'ServiceBusy',
      { retryAfterSeconds: 3 },
      { kind: 'form', step: 'check', notice: { kind: 'busy', seconds: 3 } },
    ],
    [
      'InvalidReport',
      { message: 'No.', faults: [] },
      { kind: 'form', step: 'check', notice: { kind: 'refused' } },
    ],
    ['SubmissionsClosed', {}, { kind: 'closed' }],
    ['NobodyLeft', {}, { step: 'kept-out', faults: [{ message: 'keptOut.nobodyLeft' }] }],
    ['KeptOutChanged', {}, { step: 'kept-out', faults: [{ message: 'keptOut.changed' }] }],
  ])('keeps the draft on %s', async (typename, rest, view) => {
    const { outcome } = press('send', READY, 'check', ASKED, submit(typename, rest));

    expect(await outcome).toMatchObject({ view: { ...view, draft: { key: KEY, answers: READY.answers } } });
  });

  it('gives another report a key and a code of its own', async () => {
    const { outcome } = press('another-report', READY, 'check', ASKED, drawn('NEW1-NEW1-NEW1-NEW1'));

    const { view } = (await outcome) as { view: { draft: Draft } };
    expect(view.draft.key).not.toBe(KEY);
    expect(view.draft.offer?.code).toBe('NEW1-NEW1-NEW1-NEW1');
    expect(view.draft.answers).toEqual(READY.answers);
  });

  it('gives another report the same key and code however often its page is asked for', async () => {
    const used = press('send', READY, 'check', ASKED, submit('KeyReused'), drawn('NEXT-NEXT-NEXT-NEXT'));
    const { view } = (await used.outcome) as { view: { draft: Draft } };
    const again = async () => {
      const { service, outcome } = press('another-report', view.draft, 'check', ASKED);
      const next = (await outcome) as { view: { step: string; draft: Draft } };
      return { asked: service.asked.length, ...next.view };
    };

    const first = await again();

    expect(first).toMatchObject({
      asked: 1,
      step: 'code',
      draft: { offer: { code: 'NEXT-NEXT-NEXT-NEXT' } },
    });
    expect(first.draft.key).not.toBe(KEY);
    expect(await again()).toEqual(first);
  });

  it('keeps every field where the service fails, so that trying again does the same', async () => {
    const { outcome } = press('send', READY, 'check', ASKED, 'INTERNAL_SERVER_ERROR');

    expect(await outcome).toEqual({
      view: {
        kind: 'try-again',
        fields: [
          ['draft', encodeDraft(READY)],
          ['at', 'check'],
          ['go', 'send'],
        ],
      },
    });
  });

  it('asks to look once more where the questions have changed, and sends nothing', async () => {
    const { service, outcome } = press('send', { ...READY, version: 'v0' }, 'check', ASKED);

    expect(await outcome).toMatchObject({
      view: { step: 'check', notice: { kind: 'questions-changed' }, draft: { version: 'v1' } },
    });
    expect(service.asked).toHaveLength(1);
  });

  it('does not send a report in which nothing is answered', async () => {
    const { outcome } = press('send', { ...READY, answers: {}, messaging: 'no' }, 'check', ASKED);

    expect(await outcome).toMatchObject({ view: { step: 'check', notice: { kind: 'nothing-answered' } } });
  });

  it('does not take what is no draft', async () => {
    const form = fields({ draft: '{"key":"x"}', at: 'check', go: 'send' });

    expect(await answerReportForm(answering(ASKED), DEFAULT_LOCALE, 'anonymous', form, NOW)).toEqual({
      view: { kind: 'unreadable' },
    });
  });
});
