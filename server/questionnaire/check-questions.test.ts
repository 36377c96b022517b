import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_SEALED_BYTES } from '../crypto/sealing.ts';
import { byteCount } from '../shared/text.ts';
import { checkAnswers, type GivenAnswer } from './check-answers.ts';
import { checkQuestions, isMalformed } from './check-questions.ts';
import { DEFAULT_QUESTIONS } from './default-questionnaire.ts';
import { hasChoices, hasWords } from './question-limits.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

const published = new Map(DEFAULT_QUESTIONS.map(({ id, kind }) => [id, kind]));
const here = { first: 'en', published };

const [ONE, TWO, THREE] = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const yes = { id: 'yes', text: { en: 'Yes' } };
const no = { id: 'no', text: { en: 'No' } };
const choiceOf = (id: string, change: Partial<StoredQuestion> = {}): StoredQuestion => ({
  id,
  kind: QuestionKind.ONE_CHOICE,
  text: { en: 'Was it?' },
  choices: [yes, no],
  ...change,
});
const wordsOf = (id: string, change: Partial<StoredQuestion> = {}): StoredQuestion => ({
  id,
  kind: QuestionKind.SHORT_TEXT,
  text: { en: 'Where?' },
  maxLength: 200,
  ...change,
});
const monthOf = (id: string, change: Partial<StoredQuestion> = {}): StoredQuestion => ({
  id,
  kind: QuestionKind.MONTH,
  text: { en: 'When?' },
  ...change,
});
const reasons = (questions: readonly StoredQuestion[], surroundings = here) =>
  checkQuestions(questions, surroundings).map(({ reason }) => reason);

/** Sets of questions that an editor could make: branches lead to any question, also to none. */
const anySet: fc.Arbitrary<StoredQuestion[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...Object.values(QuestionKind)),
      choices: fc.integer({ min: 0, max: 5 }),
      maxLength: fc.integer({ min: 1, max: 7_500 }),
      above: fc.option(fc.nat({ max: 11 }), { nil: null }),
      by: fc.nat({ max: 5 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((plans) =>
    plans.map(({ kind, choices, maxLength, above, by }, index) => ({
      id: idOf(index),
      kind,
      text: { en: `Question ${index}` },
      ...(hasChoices(kind) && {
        choices: Array.from({ length: choices }, (_, n) => ({ id: `c${n}`, text: { en: `Choice ${n}` } })),
      }),
      ...(hasWords(kind) && {
        maxLength: kind === QuestionKind.SHORT_TEXT ? Math.min(maxLength, 500) : maxLength,
      }),
      ...(above !== null && { shownWhen: { question: idOf(above), anyOf: [`c${by}`] } }),
    })),
  );

function idOf(index: number): string {
  return `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

describe('checkQuestions', () => {
  it('finds nothing in the questions that come with the program', () => {
    expect(reasons(DEFAULT_QUESTIONS)).toEqual([]);
  });

  it.each<[string, readonly StoredQuestion[]]>([
    ['NO_QUESTIONS', []],
    ['TOO_MANY_QUESTIONS', Array.from({ length: 41 }, (_, index) => monthOf(idOf(index)))],
    ['ID_MALFORMED', [monthOf('mine')]],
    ['ID_MALFORMED', [choiceOf(ONE, { choices: [yes, { id: 'N o', text: { en: 'No' } }] })]],
    ['ID_TWICE', [monthOf(ONE), monthOf(ONE)]],
    ['ID_TWICE', [choiceOf(ONE, { choices: [yes, { ...no, id: 'yes' }] })]],
    ['ID_TAKEN', [monthOf('kinds')]],
    ['ID_TAKEN', [wordsOf('where')]],
    ['LANGUAGE_UNKNOWN', [monthOf(ONE, { text: { en: 'When?', English: 'When?' } })]],
    ['LANGUAGE_UNKNOWN', [monthOf(ONE, { text: JSON.parse('{"en":"When?","__proto__":"x"}') })]],
    ['TEXT_MISSING', [monthOf(ONE, { text: { cy: 'Pryd?' } })]],
    ['TEXT_MISSING', [monthOf(ONE, { text: { en: ' ' } })]],
    ['TEXT_MISSING', [choiceOf(ONE, { choices: [yes, { id: 'no', text: { cy: 'Na' } }] })]],
    ['TEXT_TOO_LONG', [monthOf(ONE, { text: { en: 'x'.repeat(301) } })]],
    ['TEXT_TOO_LONG', [monthOf(ONE, { hint: { en: 'x'.repeat(1_001) } })]],
    ['TEXT_TOO_LONG', [choiceOf(ONE, { choices: [yes, { id: 'no', text: { en: 'x'.repeat(201) } }] })]],
    ['TEXT_TWICE', [choiceOf(ONE, { choices: [yes, { id: 'no', text: { en: ' yes' } }] })]],
    ['HINT_MISSING', [monthOf(ONE, { hint: { cy: 'Pam' } })]],
    ['TOO_FEW_CHOICES', [choiceOf(ONE, { choices: [yes] })]],
    ['TOO_FEW_CHOICES', [choiceOf(ONE, { choices: [], isNeeded: true })]],
    [
      'TOO_MANY_CHOICES',
      [
        choiceOf(ONE, {
          choices: Array.from({ length: 31 }, (_, n) => ({ id: `c${n}`, text: { en: `${n}` } })),
        }),
      ],
    ],
    ['NO_CHOICES_HERE', [monthOf(ONE, { choices: [yes] })]],
    ['LENGTH_MISSING', [{ id: ONE, kind: QuestionKind.LONG_TEXT, text: { en: 'What?' } }]],
    ['LENGTH_MISSING', [wordsOf(ONE, { maxLength: 501 })]],
    ['LENGTH_MISSING', [wordsOf(ONE, { maxLength: 0 })]],
    ['LENGTH_MISSING', [wordsOf(ONE, { maxLength: 1.5 })]],
    ['LENGTH_NOT_HERE', [monthOf(ONE, { maxLength: 5 })]],
    ['BRANCH_NOT_EARLIER', [choiceOf(ONE, { shownWhen: { question: ONE, anyOf: ['yes'] } })]],
    ['BRANCH_NOT_EARLIER', [monthOf(ONE, { shownWhen: { question: TWO, anyOf: ['yes'] } }), choiceOf(TWO)]],
    ['BRANCH_NOT_EARLIER', [monthOf(ONE), monthOf(TWO, { shownWhen: { question: ONE, anyOf: ['yes'] } })]],
    ['BRANCH_WITHOUT_CHOICE', [choiceOf(ONE), monthOf(TWO, { shownWhen: { question: ONE, anyOf: [] } })]],
    [
      'BRANCH_WITHOUT_CHOICE',
      [choiceOf(ONE), monthOf(TWO, { shownWhen: { question: ONE, anyOf: ['yes', 'perhaps'] } })],
    ],
    ['NEEDED_IS_NO_CONSENT', [wordsOf(ONE, { isNeeded: true })]],
    ['NEEDED_IS_NO_CONSENT', [choiceOf(ONE, { kind: QuestionKind.MANY_CHOICES, isNeeded: true })]],
    [
      'NEEDED_IS_NO_CONSENT',
      [choiceOf(ONE, { isNeeded: true, choices: [yes, no, { id: 'c', text: { en: 'C' } }] })],
    ],
    ['NOT_TO_BE_COUNTED', [monthOf(ONE, { isCountable: true })]],
    ['CATEGORY_NOT_COUNTED', [choiceOf(ONE, { isCategory: true })]],
    ['SECOND_CATEGORY', [ONE, TWO].map((id) => choiceOf(id, { isCountable: true, isCategory: true }))],
    [
      'TOO_LONG_TOGETHER',
      [ONE, TWO].map((id) => wordsOf(id, { kind: QuestionKind.LONG_TEXT, maxLength: 4_100 })),
    ],
  ])('finds %s', (reason, questions) => {
    expect(reasons(questions)).toEqual([reason]);
  });

  it('takes consent that cannot be skipped, and a month shown by it', () => {
    const consent = choiceOf(ONE, { isNeeded: true, choices: [yes] });

    expect(
      reasons([consent, monthOf(TWO, { shownWhen: { question: ONE, anyOf: ['yes'] } }), wordsOf(THREE)]),
    ).toEqual([]);
  });

  it('looks for texts in the first language of the organisation, whichever that is', () => {
    expect(reasons([monthOf(ONE, { text: { cy: 'Pryd?' } })], { ...here, first: 'cy' })).toEqual([]);
    expect(reasons([monthOf(ONE)], { ...here, first: 'cy' })).toEqual(['TEXT_MISSING']);
  });

  it('passes no set in which a question hangs on itself, on a later one, or on a choice there is not', () => {
    fc.assert(
      fc.property(anySet, (questions) => {
        const isSound = questions.every(({ shownWhen }, index) => {
          const above = questions.slice(0, index).find(({ id }) => id === shownWhen?.question);
          const choices = (above?.choices ?? []).map(({ id }) => id);
          return !shownWhen || shownWhen.anyOf.every((choice) => choices.includes(choice));
        });
        const found = reasons(questions).some((reason) => reason.startsWith('BRANCH_'));

        expect(found).toBe(!isSound);
      }),
    );
  });

  it('passes only sets whose fullest report can be sealed', () => {
    let passed = 0;
    fc.assert(
      fc.property(anySet, (questions) => {
        const open = questions.map(({ shownWhen: _, ...question }) => question);
        if (checkQuestions(open, here).length > 0) return;
        passed += 1;
        const checked = checkAnswers(open, open.map(fullest), '2026-04-02');

        expect(checked.kind).toBe('fit');
        expect(byteCount(JSON.stringify('answers' in checked && checked.answers))).toBeLessThanOrEqual(
          MAX_SEALED_BYTES,
        );
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(10);
  });

  it('calls malformed only what no editor makes', () => {
    const faults = checkQuestions([monthOf('mine'), monthOf(ONE, { text: {} })], here);

    expect(faults.map(isMalformed)).toEqual([true, false]);
  });
});

/** The longest answer there is, in characters of four bytes. */
function fullest({ id, kind, choices = [], maxLength = 0 }: StoredQuestion): GivenAnswer {
  if (kind === QuestionKind.MONTH) return { question: id, month: '2026-03' };
  if (hasWords(kind)) return { question: id, text: '🙂'.repeat(maxLength) };
  const ids = choices.map((choice) => choice.id);
  return { question: id, choices: kind === QuestionKind.ONE_CHOICE ? ids.slice(0, 1) : ids };
}
