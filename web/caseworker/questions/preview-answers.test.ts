import { describe, expect, it } from '@jest/globals';
import { shownQuestions } from './preview-answers.ts';

const questions = [
  { id: 'a', shownWhen: null },
  { id: 'b', shownWhen: { question: 'a', anyOf: ['yes', 'perhaps'] } },
  { id: 'c', shownWhen: { question: 'b', anyOf: ['yes'] } },
  { id: 'd', shownWhen: null },
];
const shown = (picked: Record<string, string[]>) => shownQuestions(questions, picked).map(({ id }) => id);

describe('the questions of a preview', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['nothing was picked', {}, ['a', 'd']],
    ['one of the choices was picked', { a: ['perhaps'] }, ['a', 'b', 'd']],
    ['another choice was picked', { a: ['no'] }, ['a', 'd']],
    ['a branch opens a branch', { a: ['no', 'yes'], b: ['yes'] }, ['a', 'b', 'c', 'd']],
    ['the branch above was closed again', { a: ['no'], b: ['yes'] }, ['a', 'd']],
  ])('are those that are asked where %s', (_, picked, ids) => {
    expect(shown(picked)).toEqual(ids);
  });
});
