import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  duplicated,
  type EditedQuestion,
  fromSource,
  languagesLacking,
  moved,
  newQuestion,
  questionsAbove,
  replaced,
  toInput,
  withKind,
} from './question-edit.ts';

const question = (change: Partial<EditedQuestion> = {}): EditedQuestion => ({ ...newQuestion(), ...change });

describe('a question that is edited', () => {
  it('goes back as it came', () => {
    const source = {
      id: 'where',
      kind: 'ONE_CHOICE' as const,
      text: [{ locale: 'en', text: 'Where?' }],
      hint: [],
      choices: [{ id: 'here', isExclusive: true, text: [{ locale: 'en', text: 'Here' }] }],
      isNeeded: false,
      maxLength: null,
      shownWhen: { question: 'kinds', anyOf: ['hate'] },
      isCountable: true,
      isCategory: false,
    };

    expect(toInput(fromSource(source))).toEqual(source);
  });

  it('leaves out languages without words', () => {
    expect(toInput(question({ text: { en: 'Where?', cy: ' ' } })).text).toEqual([
      { locale: 'en', text: 'Where?' },
    ]);
  });

  it.each([
    ['', null],
    [' 200 ', 200],
    ['many', 1_000_000],
    ['-1', 1_000_000],
    ['1e3', 1_000_000],
  ])('sends %j as the longest text %j', (typed, sent) => {
    expect(toInput(question({ maxLength: typed })).maxLength).toBe(sent);
  });

  it('keeps its id where one choice becomes many, and is another one where choices become words', () => {
    const one = question({ isCountable: true, isCategory: true, isNeeded: true });

    const many = withKind(one, 'MANY_CHOICES');
    const words = withKind(one, 'LONG_TEXT');

    expect(many).toMatchObject({ id: one.id, choices: one.choices, isCountable: true, isNeeded: false });
    expect(words).toMatchObject({ choices: [], maxLength: '2000', isCountable: false, isCategory: false });
    expect(words.id).not.toBe(one.id);
  });

  it('is copied under another id, and not as a second category', () => {
    const [first, second] = [question({ isCategory: true, text: { en: 'A' } }), question()];

    const [original, copy, last] = duplicated([first, second], first.id);

    expect([original, last]).toEqual([first, second]);
    expect(copy).toMatchObject({ text: first.text, choices: first.choices, isCategory: false });
    expect(copy?.id).not.toBe(first.id);
  });

  it('takes the category from the one that had it', () => {
    const [first, second] = [question({ isCategory: true }), question()];

    const list = replaced([first, second], second.id, { ...second, isCategory: true });

    expect(list.map(({ isCategory }) => isCategory)).toEqual([false, true]);
  });

  it('moves by one place and back, and never out of the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 }), fc.nat(), (ids, at) => {
        const list = ids.map((id) => ({ id }));
        const id = ids[at % ids.length] ?? '';
        const place = ids.indexOf(id);

        const later = moved(list, id, 1);

        expect(later.findIndex((item) => item.id === id)).toBe(Math.min(place + 1, ids.length - 1));
        if (place + 1 < ids.length) expect(moved(later, id, -1)).toEqual(list);
      }),
    );
  });

  it('can hang on earlier questions with choices only', () => {
    const list = [question(), question({ kind: 'MONTH' }), question(), question()];

    expect(questionsAbove(list, list[2]?.id ?? '')).toEqual([list[0]]);
  });

  it('lacks a language unless every text of it is there', () => {
    const choices = [{ id: 'x', isExclusive: false, text: { en: 'X', cy: 'X' } }];
    const whole = question({ text: { en: 'A', cy: 'A' }, hint: {}, choices });

    expect(languagesLacking(whole, ['en', 'cy', 'ar'])).toEqual(['ar']);
    expect(languagesLacking({ ...whole, hint: { en: 'Why' } }, ['en', 'cy'])).toEqual(['cy']);
    expect(languagesLacking({ ...whole, text: { en: 'A', cy: ' ' } }, ['en', 'cy'])).toEqual(['cy']);
  });
});
