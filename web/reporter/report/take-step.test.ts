import { describe, expect, it } from '@jest/globals';
import { fields, QUESTIONS } from '../testing/questionnaire.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { filledFields } from './filled-fields.ts';
import type { Step } from './steps.ts';
import { type Form, firstFault, takeStep } from './take-step.ts';

const FORM: Form = { route: 'anonymous', questionnaire: QUESTIONS, thisMonth: '2026-04' };
const FORM_WITH_ALL: Form = {
  ...FORM,
  route: 'contact',
  questionnaire: { ...QUESTIONS, keptOutChoices: [{ id: 'them', text: 'Them', locale: 'en' }] },
};
const EMPTY = emptyDraft('key', 'v1');
const OFFER = { code: 'AAAA-BBBB-CCCC-D0EF', enrolment: 'sealed', expiresAt: '2026-04-03T00:00:00Z' };
const SAID: Draft = { ...EMPTY, answers: { what: { kind: 'text', text: 'said' } }, messaging: 'no' };

describe('takeStep', () => {
  it('takes in an answer and turns to the next question', () => {
    const turn = takeStep(FORM, EMPTY, 'question:what', 'next', fields({ answer: 'said' }));

    expect(turn).toMatchObject({ step: 'question:kinds', faults: [] });
    expect(turn.draft.answers).toEqual({ what: { kind: 'text', text: 'said' } });
  });

  it('stays on Continue where something stands against the answer, and keeps it', () => {
    const turn = takeStep(FORM, EMPTY, 'question:what', 'next', fields({ answer: 'far too long' }));

    expect(turn).toMatchObject({ step: 'question:what', faults: [{ message: 'fault.tooLong' }] });
    expect(turn.draft.answers).toEqual({ what: { kind: 'text', text: 'far too long' } });
  });

  it('lets Back through with whatever stands in the field, and keeps it', () => {
    const turn = takeStep(FORM, EMPTY, 'question:when', 'back', fields({ year: '20x6', month: '' }));

    expect(turn).toMatchObject({ step: 'question:kinds', faults: [] });
    expect(turn.draft.answers).toEqual({ when: { kind: 'month', month: '', year: '20x6' } });
  });

  it('leaves an empty question out on Skip, also one that was answered before', () => {
    const turn = takeStep(FORM, SAID, 'question:what', 'skip', fields({ answer: ' ' }));

    expect(turn.step).toBe('question:kinds');
    expect(turn.draft.answers).toEqual({ what: null });
  });

  it.each<[string, Step, Parameters<typeof fields>[0]]>([
    ['a text', 'question:what', { answer: 'said' }],
    ['a text that is too long', 'question:what', { answer: 'far too long' }],
    ['choices', 'question:kinds', { answer: ['hate', 'other'] }],
    ['half a month', 'question:when', { month: '', year: '2026' }],
    ['whom to keep out', 'kept-out', { 'kept-out': 'them' }],
  ])('asks on Skip before %s is lost, and keeps it', (_, at, filled) => {
    const turn = takeStep(FORM_WITH_ALL, EMPTY, at, 'skip', fields(filled));

    expect(turn).toMatchObject({ step: at, asks: 'leave-out' });
    const kept = filledFields(at, turn.draft);
    expect(fields(Object.fromEntries(Object.entries(filled).filter(([, value]) => value))).entries()).toEqual(
      kept,
    );
    expect(takeStep(FORM_WITH_ALL, turn.draft, at, 'leave-out', fields(filled)).step).not.toBe(at);
  });

  it.each<[Step, Partial<Draft>]>([
    ['question:what', { answers: { what: null } }],
    ['kept-out', { keptOut: [] }],
    ['contact', { contact: null }],
  ])('leaves out what is on the page %s once that was said', (at, left) => {
    const filled = fields({ answer: 'said', 'kept-out': 'them', name: 'Ada' });

    const turn = takeStep(FORM_WITH_ALL, EMPTY, at, 'leave-out', filled);

    expect(turn.step).not.toBe(at);
    expect(turn).not.toHaveProperty('asks');
    expect(turn.draft).toMatchObject(left);
  });

  it('goes to a page to change it, and from there back to the check', () => {
    const all: Draft = { ...SAID, answers: { ...SAID.answers, kinds: null, when: null } };

    const there = takeStep(FORM, all, 'check', 'change:question:what', fields({}));
    const back = takeStep(FORM, there.draft, 'question:what', 'next', fields({ answer: 'else' }));

    expect(there.step).toBe('question:what');
    expect(back).toMatchObject({ step: 'check', draft: { checking: false } });
  });

  it('stays at the check where Change names a page that there is not', () => {
    expect(takeStep(FORM, SAID, 'check', 'change:question:nothing', fields({})).step).toBe('check');
  });

  it('asks for a choice about messages, and preselects none', () => {
    const turn = takeStep(FORM, EMPTY, 'messaging', 'next', fields({}));

    expect(turn).toMatchObject({
      step: 'messaging',
      faults: [{ message: 'optIn.fault' }],
      draft: { messaging: null },
    });
  });

  it.each(['d0ef', ' D O E F ', 'doef', 'AAAA-BBBB-CCCC-D0EF', 'aaaa bbbb cccc doef'])(
    'takes %j for the last four characters',
    (typed) => {
      const draft: Draft = { ...SAID, messaging: 'yes', offer: OFFER };

      const turn = takeStep(FORM, draft, 'code-check', 'next', fields({ 'last-four': typed }));

      expect(turn).toMatchObject({ step: 'check', draft: { codeSaved: true } });
    },
  );

  it.each([
    ['', 'codeCheck.empty'],
    ['0000', 'codeCheck.wrong'],
    ['F', 'codeCheck.wrong'],
    ['CCCC-D0EF', 'codeCheck.wrong'],
    ['AAAA-BBBB-CCCC-D0EE', 'codeCheck.wrong'],
  ])('does not take %j for the last four characters', (typed, message) => {
    const draft: Draft = { ...SAID, messaging: 'yes', offer: OFFER };

    const turn = takeStep(FORM, draft, 'code-check', 'next', fields({ 'last-four': typed }));

    expect(turn).toMatchObject({ step: 'code-check', faults: [{ message }], draft: { codeSaved: false } });
  });

  it('asks before contact details are lost where somebody would rather stay anonymous', () => {
    const turn = takeStep(FORM, SAID, 'contact', 'anonymous', fields({ name: 'Ada', email: '', phone: '' }));

    expect(turn).toMatchObject({ step: 'contact', asks: 'leave-out', draft: { contact: { name: 'Ada' } } });
  });

  it('drops contact details that were emptied where somebody would rather stay anonymous', () => {
    const draft: Draft = { ...SAID, contact: { name: 'Ada', email: 'a@example.org', phone: '' } };

    const turn = takeStep(FORM, draft, 'contact', 'anonymous', fields({ name: ' ' }));

    expect(turn).toMatchObject({ step: 'messaging', draft: { contact: null } });
  });
});

describe('takeStep on the page of whom to keep out, where every choice was taken away', () => {
  it.each([
    ['skip', 'messaging'],
    ['next', 'messaging'],
    ['stay', 'messaging'],
    ['back', 'question:when'],
  ])('leads on %s to a page that there is, for whoever chose nobody', (go, step) => {
    expect(takeStep(FORM, EMPTY, 'kept-out', go, fields({}))).toMatchObject({ step, faults: [] });
  });

  it.each(['next', 'stay'])('says on %s that a choice is gone, and keeps it', (go) => {
    expect(takeStep(FORM, EMPTY, 'kept-out', go, fields({ 'kept-out': 'gone' }))).toMatchObject({
      step: 'kept-out',
      faults: [{ message: 'keptOut.changed' }],
      draft: { keptOut: ['gone'] },
    });
  });

  it('goes on to the check while checking, once the choice is given up', () => {
    const draft: Draft = { ...SAID, answers: { ...SAID.answers, kinds: null, when: null }, checking: true };

    const turn = takeStep(FORM, { ...draft, keptOut: ['gone'] }, 'kept-out', 'skip', fields({}));

    expect(turn).toMatchObject({ step: 'check', faults: [], draft: { keptOut: [] } });
  });
});

describe('firstFault', () => {
  it('finds nothing against a draft that can be sent', () => {
    expect(firstFault(FORM, SAID)).toBeNull();
  });

  it('leads to the first page with a fault', () => {
    const draft: Draft = { ...SAID, answers: { what: { kind: 'text', text: 'far too long' } } };

    expect(firstFault(FORM, draft)).toMatchObject({ step: 'question:what', draft: { checking: true } });
  });

  it.each([
    ['before there is a code', null],
    ['before the code was said to be saved', OFFER],
  ])('never lets a report with messages go %s', (_, offer) => {
    expect(firstFault(FORM, { ...SAID, messaging: 'yes', offer })).toMatchObject({
      step: 'code',
      faults: [],
    });
  });

  it('never lets a report on the contact route go without contact details', () => {
    expect(firstFault({ ...FORM, route: 'contact' }, SAID)).toMatchObject({ step: 'contact' });
  });
});
