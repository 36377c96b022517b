import { describe, expect, it } from '@jest/globals';
import { QUESTIONS } from '../testing/questionnaire.ts';
import type { PageAnswer } from './answer.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { type Step, shownQuestions, stepAfter, stepBefore, stepsOf } from './steps.ts';

const picked = (...choices: string[]): PageAnswer => ({ kind: 'choices', choices });
const draftWith = (part: Partial<Draft>): Draft => ({ ...emptyDraft('key', 'v1'), ...part });
const ids = (answers: Draft['answers']) => shownQuestions(QUESTIONS, answers).map(({ id }) => id);

describe('shownQuestions', () => {
  it('leaves branches out until an answer leads to them', () => {
    expect(ids({})).toEqual(['what', 'kinds', 'when']);
    expect(ids({ kinds: picked('hate') })).toEqual(['what', 'kinds', 'about', 'when']);
  });

  it('follows a branch of a branch', () => {
    expect(ids({ kinds: picked('hate'), about: picked('age') })).toEqual([
      'what',
      'kinds',
      'about',
      'age',
      'when',
    ]);
  });

  it('leaves the whole branch when the answer that led to it is changed', () => {
    expect(ids({ kinds: picked('other'), about: picked('age') })).toEqual(['what', 'kinds', 'when']);
  });

  it('does not count an answer of another kind, left from an earlier version of the question', () => {
    expect(ids({ kinds: { kind: 'text', text: 'hate' } })).toEqual(['what', 'kinds', 'when']);
  });
});

describe('stepsOf', () => {
  it('asks for contact details on that route only, and shows a code only to who wants one', () => {
    expect(stepsOf('anonymous', QUESTIONS, draftWith({}))).toEqual([
      'start',
      'question:what',
      'question:kinds',
      'question:when',
      'messaging',
      'check',
    ]);
    expect(stepsOf('contact', QUESTIONS, draftWith({ messaging: 'yes' })).slice(-5)).toEqual([
      'contact',
      'messaging',
      'code',
      'code-check',
      'check',
    ]);
  });
});

describe('stepAfter and stepBefore', () => {
  const steps: Step[] = ['start', 'question:what', 'question:kinds', 'messaging', 'check'];

  it('walk page by page', () => {
    expect(stepAfter('question:what', steps, draftWith({}))).toBe('question:kinds');
    expect(stepBefore('question:kinds', steps)).toBe('question:what');
    expect(stepBefore('question:what', steps)).toBe('start');
  });

  it('go back to the check after Change', () => {
    const checking = draftWith({ checking: true, messaging: 'no', answers: { kinds: null } });

    expect(stepAfter('question:what', steps, checking)).toBe('check');
  });

  it('stop on the way back to the check at a question that the change has brought up', () => {
    const checking = draftWith({ checking: true, messaging: 'no' });

    expect(stepAfter('question:what', steps, checking)).toBe('question:kinds');
  });
});
