import { describe, expect, it } from '@jest/globals';
import { choices, question } from '../testing/questionnaire.ts';
import type { PageAnswer } from './answer.ts';
import { faultOf } from './answer-fault.ts';

const NOW = '2026-04';
const month = (value: string, year: string): PageAnswer => ({ kind: 'month', month: value, year });
const picked = (...ids: string[]): PageAnswer => ({ kind: 'choices', choices: ids });
const typed = (text: string): PageAnswer => ({ kind: 'text', text });

const text = question('text', { maxLength: 5 });
const one = question('one', { kind: 'ONE_CHOICE', choices: choices('a b') });
const many = question('many', { kind: 'MANY_CHOICES', choices: choices('a b|none') });
const when = question('when', { kind: 'MONTH' });
const consent = question('consent', { kind: 'ONE_CHOICE', choices: choices('yes no'), isNeeded: true });

describe('faultOf', () => {
  it.each([
    ['a text, empty', text, typed(' \n ')],
    ['one choice, none picked', one, picked()],
    ['many choices, none picked', many, picked()],
    ['a month, empty', when, month('', '')],
    ['anything, not come to', text, null],
  ])('lets everybody leave out %s', (_, asked, answer) => {
    expect(faultOf(asked, answer, NOW)).toBeNull();
  });

  it.each([
    ['a text of just the limit', text, typed('12345')],
    ['emoji counted as one each', text, typed('😀😀😀😀😀')],
    ['white space around that is not counted', text, typed('  12345\n\n')],
    ['several choices', many, picked('a', 'b')],
    ['the one that stands alone, alone', many, picked('none')],
    ['this month', when, month('04', '2026')],
  ])('takes %s', (_, asked, answer) => {
    expect(faultOf(asked, answer, NOW)).toBeNull();
  });

  it.each([
    ['a text above the limit', text, typed('123456'), 'answer', 'fault.tooLong'],
    ['a choice that is not offered', one, picked('z'), 'answer-0', 'fault.unknownChoice'],
    ['two where one is asked for', one, picked('a', 'b'), 'answer-0', 'fault.unknownChoice'],
    ['"None of these" with another', many, picked('a', 'none'), 'answer-0', 'fault.exclusive'],
    ['a month without a year', when, month('04', ''), 'year', 'fault.yearMissing'],
    ['a year without a month', when, month('', '2026'), 'month', 'fault.monthMissing'],
    ['a year of two digits', when, month('04', '26'), 'year', 'fault.year'],
    ['a year long ago', when, month('04', '1890'), 'year', 'fault.tooEarly'],
    ['a year in words', when, month('04', 'last'), 'year', 'fault.year'],
    ['a month that no year has', when, month('13', '2026'), 'month', 'fault.monthMissing'],
    ['next month', when, month('05', '2026'), 'month', 'fault.future'],
    ['consent left out', consent, null, 'answer-0', 'fault.consent'],
  ])('names the field and the reason for %s', (_, asked, answer, field, message) => {
    expect(faultOf(asked, answer, NOW)).toMatchObject({ field, message });
  });
});
