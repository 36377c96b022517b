import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type AnswerFault, AnswerFaultReason } from './answer-fault.type.ts';
import { checkAnswers, type GivenAnswer } from './check-answers.ts';
import { DEFAULT_QUESTIONS } from './default-questionnaire.ts';
import type { StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

const TODAY = '2026-03-15';

const QUESTIONS: readonly StoredQuestion[] = [
  {
    id: 'consent',
    kind: QuestionKind.ONE_CHOICE,
    text: { en: 'Do you agree?' },
    choices: [
      { id: 'yes', text: { en: 'Yes' } },
      { id: 'no', text: { en: 'No' } },
    ],
    isNeeded: true,
  },
  { id: 'line', kind: QuestionKind.SHORT_TEXT, text: { en: 'In a line?' }, maxLength: 10 },
  { id: 'story', kind: QuestionKind.LONG_TEXT, text: { en: 'What happened?' } },
  {
    id: 'kinds',
    kind: QuestionKind.MANY_CHOICES,
    text: { en: 'Which?' },
    choices: [
      { id: 'one', text: { en: 'One' } },
      { id: 'two', text: { en: 'Two' } },
      { id: 'none', text: { en: 'None of these' }, isExclusive: true },
    ],
  },
  { id: 'when', kind: QuestionKind.MONTH, text: { en: 'When?' } },
  {
    id: 'more',
    kind: QuestionKind.SHORT_TEXT,
    text: { en: 'More?' },
    shownWhen: { question: 'kinds', anyOf: ['two'] },
  },
  {
    id: 'agree-more',
    kind: QuestionKind.SHORT_TEXT,
    text: { en: 'More consent?' },
    isNeeded: true,
    shownWhen: { question: 'more-never', anyOf: ['x'] },
  },
];

const CONSENT: GivenAnswer = { question: 'consent', choices: ['yes'] };

function check(...given: GivenAnswer[]) {
  return checkAnswers(QUESTIONS, [CONSENT, ...given], TODAY);
}

/** Sentences by question. */
function faultsOf(result: ReturnType<typeof checkAnswers>): Record<string, string> {
  if (result.kind !== 'faulty') throw new Error(`It is ${result.kind}`);
  return Object.fromEntries(result.faults.map(({ question, message }) => [question, message]));
}

describe('checkAnswers', () => {
  it('gives the answers in the order of the questions, whatever order they came in', () => {
    const given = [
      { question: 'when', month: '2026-03' },
      { question: 'kinds', choices: ['two', 'one'] },
      { question: 'line', text: '  short \r\n' },
    ];

    const result = check(...given);

    expect(result).toEqual({
      kind: 'fit',
      answers: [
        { question: 'consent', choices: ['yes'] },
        { question: 'line', text: 'short' },
        { question: 'kinds', choices: ['one', 'two'] },
        { question: 'when', month: '2026-03' },
      ],
    });
  });

  it.each<[string, GivenAnswer, RegExp]>([
    ['text and choices at once', { question: 'line', text: 'a', choices: ['b'] }, /in one way only/],
    ['nothing at all', { question: 'line' }, /in one way only/],
    ['three nulls', { question: 'line', text: null, choices: null, month: null }, /in one way only/],
    ['choices for a text', { question: 'line', choices: ['one'] }, /in words/],
    ['a month for a text', { question: 'story', month: '2026-01' }, /in words/],
    ['an empty text', { question: 'line', text: '' }, /leave this question out/],
    ['a text of white space', { question: 'story', text: ' \n\t ' }, /leave this question out/],
    ['a text of control characters', { question: 'line', text: '\u0000\u0007\u001b' }, /leave this question/],
    ['a text too long by one', { question: 'line', text: '12345678901' }, /at most 10.*There are 11 now/],
    ['a text for choices', { question: 'kinds', text: 'one' }, /Pick from the list\.$/],
    ['no choice', { question: 'kinds', choices: [] }, /Pick from the list, or leave/],
    ['an unknown choice', { question: 'kinds', choices: ['three'] }, /Pick each from the list, once/],
    ['a choice twice', { question: 'kinds', choices: ['one', 'one'] }, /Pick each from the list, once/],
    ['an exclusive choice beside another', { question: 'kinds', choices: ['none', 'one'] }, /None of these/],
    ['a text for a month', { question: 'when', text: '2026-01' }, /a month and a year/],
    ['a month alone', { question: 'when', month: '03' }, /a month and a year/],
    ['a thirteenth month', { question: 'when', month: '2026-13' }, /a month and a year/],
    ['a day', { question: 'when', month: '2026-01-05' }, /a month and a year/],
    ['a month with a line end', { question: 'when', month: '2026-01\n' }, /a month and a year/],
    ['digits of another script', { question: 'when', month: '٢٠٢٦-٠١' }, /a month and a year/],
    ['next month', { question: 'when', month: '2026-04' }, /has not come yet/],
    ['a month of another century', { question: 'when', month: '1899-12' }, /from 1900 on/],
    ['an answer to a question that was not shown', { question: 'more', text: 'a' }, /does not go with/],
  ])('refuses %s with a sentence beside the question', (_, given, sentence) => {
    const faults = faultsOf(check(given));

    expect(faults).toEqual({ [given.question]: expect.stringMatching(sentence) });
  });

  it.each<[GivenAnswer, Partial<AnswerFault>]>([
    [
      { question: 'line', text: '12345678901' },
      { reason: AnswerFaultReason.TOO_LONG, limit: 10, count: 11 },
    ],
    [{ question: 'line' }, { reason: AnswerFaultReason.WRONG_KIND }],
    [{ question: 'line', text: ' ' }, { reason: AnswerFaultReason.EMPTY }],
    [{ question: 'kinds', choices: ['three'] }, { reason: AnswerFaultReason.UNKNOWN_CHOICE }],
    [
      { question: 'kinds', choices: ['none', 'one'] },
      { reason: AnswerFaultReason.STANDS_ALONE, choice: 'none' },
    ],
    [{ question: 'when', month: 'x' }, { reason: AnswerFaultReason.NO_MONTH }],
    [{ question: 'when', month: '2026-04' }, { reason: AnswerFaultReason.MONTH_TO_COME }],
    [
      { question: 'when', month: '1899-12' },
      { reason: AnswerFaultReason.MONTH_TOO_EARLY, limit: 1900 },
    ],
    [{ question: 'more', text: 'a' }, { reason: AnswerFaultReason.NOT_ASKED }],
  ])('says what stands against %j without words too', (given, expected) => {
    const result = check(given);

    expect(result).toMatchObject({ kind: 'faulty', faults: [expected] });
  });

  it('refuses two choices where one is asked for', () => {
    const result = checkAnswers(QUESTIONS, [{ question: 'consent', choices: ['yes', 'no'] }], TODAY);

    expect(faultsOf(result)).toEqual({ consent: 'Pick one only.' });
  });

  it('asks for the one answer that is needed, and not for one whose question was not shown', () => {
    const result = checkAnswers(QUESTIONS, [{ question: 'line', text: 'a' }], TODAY);

    expect(faultsOf(result)).toEqual({ consent: 'This one needs an answer.' });
  });

  it('takes an answer to a question that was shown, and refuses it once the choice that shows it is faulty', () => {
    const more = { question: 'more', text: 'a' };

    expect(check({ question: 'kinds', choices: ['two'] }, more).kind).toBe('fit');
    expect(Object.keys(faultsOf(check({ question: 'kinds', choices: ['two', 'none'] }, more)))).toEqual([
      'kinds',
      'more',
    ]);
  });

  it('tells every fault at once', () => {
    const faults = faultsOf(check({ question: 'line', text: '' }, { question: 'when', month: 'x' }));

    expect(Object.keys(faults)).toEqual(['line', 'when']);
  });

  it.each<[string, GivenAnswer[]]>([
    ['an unknown question', [{ question: 'other', text: 'a' }]],
    ['the name of a property that every object has', [{ question: '__proto__', text: 'a' }]],
    [
      'an answer twice',
      [
        { question: 'line', text: 'a' },
        { question: 'line', text: 'a' },
      ],
    ],
  ])('calls %s foreign, because no sentence beside a field would help', (_, given) => {
    expect(check(...given)).toEqual({ kind: 'foreign' });
  });

  it('counts characters and not UTF-16 units', () => {
    expect(check({ question: 'line', text: '🌊'.repeat(10) }).kind).toBe('fit');
    expect(faultsOf(check({ question: 'line', text: '🌊'.repeat(11) }))).toHaveProperty('line');
  });

  it('repeats nothing that was typed in any sentence', () => {
    const canary = 'quartzlantern';

    const faults = faultsOf(
      check(
        { question: 'line', text: `${canary} and more` },
        { question: 'kinds', choices: [canary] },
        { question: 'when', month: canary },
      ),
    );

    expect(Object.keys(faults)).toHaveLength(3);
    expect(JSON.stringify(faults)).not.toContain(canary);
  });
});

describe('the default questions', () => {
  it('may all be skipped', () => {
    expect(DEFAULT_QUESTIONS.filter((question) => question.isNeeded)).toEqual([]);
  });

  it('hang only on choices of questions before them', () => {
    for (const [place, { shownWhen }] of DEFAULT_QUESTIONS.entries()) {
      if (!shownWhen) continue;
      const earlier = DEFAULT_QUESTIONS.slice(0, place).find(({ id }) => id === shownWhen.question);
      const known = earlier?.choices?.map(({ id }) => id) ?? [];

      expect(known).toEqual(expect.arrayContaining([...shownWhen.anyOf]));
    }
  });

  it('offer a way not to say to everybody who is asked to choose, and say why they ask', () => {
    for (const { choices, hint } of DEFAULT_QUESTIONS) {
      if (choices) expect(choices.map(({ id }) => id)).toContain('rather-not-say');
      expect(hint?.['en']).toMatch(/\.$/);
    }
  });

  it('fit into one sealed body when each is answered at the greatest length in characters of four bytes', () => {
    const longest = DEFAULT_QUESTIONS.map(({ id, maxLength, choices }) =>
      choices
        ? { question: id, choices: choices.map((choice) => choice.id) }
        : { question: id, text: '🌊'.repeat(maxLength ?? 7) },
    );

    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(32_767);
  });
});
