import { describe, expect, it } from '@jest/globals';
import { type EditedQuestion, newQuestion } from './question-edit.ts';
import { questionsFile, readQuestionsFile } from './questions-file.ts';

const NONE: ReadonlySet<string> = new Set();
const choice = (id: string) => ({ id, text: { en: id, cy: id }, isExclusive: id === 'no' });
const above: EditedQuestion = {
  ...newQuestion(),
  text: { en: 'Was it?' },
  choices: [choice('yes'), choice('no')],
};
const below: EditedQuestion = {
  ...newQuestion(),
  kind: 'SHORT_TEXT',
  text: { en: 'Where?' },
  choices: [],
  maxLength: '200',
  shownWhen: { question: above.id, anyOf: ['yes'] },
};
const written = () => JSON.parse(questionsFile([above, below]));
/** The file with its second question changed. */
const withSecond = (change: object) => {
  const file = written();
  Object.assign(file.questions[1], change);
  return JSON.stringify(file);
};

describe('a file of questions', () => {
  it('is read as it was written', () => {
    expect(readQuestionsFile(questionsFile([above, below]), NONE)).toEqual({
      kind: 'read',
      questions: [above, below],
    });
  });

  it('keeps names that are known here, and draws ids in place of others, also where a branch names them', () => {
    const text = questionsFile([
      { ...above, id: 'kinds' },
      { ...below, shownWhen: { question: 'kinds', anyOf: ['yes'] } },
    ]);

    const kept = readQuestionsFile(text, new Set(['kinds']));
    const drawn = readQuestionsFile(text, NONE);

    expect(kept).toMatchObject({ questions: [{ id: 'kinds' }, { shownWhen: { question: 'kinds' } }] });
    const [first, second] = drawn.kind === 'read' ? drawn.questions : [];
    expect(first?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.shownWhen?.question).toBe(first?.id);
  });

  it.each([
    ['too-large', ' '.repeat(200_001)],
    ['no-json', '{"format":'],
    ['no-json', ''],
    ['no-questions', 'null'],
    ['no-questions', '[]'],
    ['no-questions', JSON.stringify({ format: 'restante-questions-2', questions: [] })],
    ['no-questions', JSON.stringify({ format: 'restante-questions-1', questions: [] })],
    ['no-questions', JSON.stringify({ ...written(), more: 1 })],
    ['too-many', JSON.stringify({ ...written(), questions: Array(41).fill({}) })],
  ])('is refused as %s', (kind, text) => {
    expect(readQuestionsFile(text, NONE)).toEqual({ kind });
  });

  it.each<[string, object]>([
    ['a part that there is not', { script: 'x' }],
    ['a kind that there is not', { kind: 'DRAWING' }],
    ['an id that is none', { id: '<b>' }],
    ['choices of a text', { choices: [{ id: 'x', text: [], isExclusive: false }] }],
    ['a text that is none', { text: 'Where?' }],
    ['a language that is none', { text: [{ locale: '__proto__', text: 'x' }] }],
    ['a mark that is none', { isCountable: 'yes' }],
    ['a longest text that is none', { maxLength: 1.5 }],
    ['a branch that is none', { shownWhen: { question: 'x' } }],
    ['something missing', { hint: undefined }],
  ])('is refused with %s, and says in which question', (_, change) => {
    expect(readQuestionsFile(withSecond(change), NONE)).toEqual({ kind: 'odd-question', question: 2 });
  });
});
