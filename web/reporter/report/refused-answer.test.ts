import { describe, expect, it } from '@jest/globals';
import { choices, question } from '../testing/questionnaire.ts';
import { type RefusedAnswer, refusedText } from './refused-answer.ts';

function refused(over: Partial<RefusedAnswer>): RefusedAnswer {
  return { question: 'kinds', reason: 'EMPTY', limit: null, count: null, choice: null, ...over };
}

describe('refusedText', () => {
  it('says how long an answer is and may be', () => {
    const said = refusedText(refused({ reason: 'TOO_LONG', limit: 10, count: 12 }), question('kinds'));

    expect(said).toMatchObject({ message: 'fault.tooLong', values: { limit: 10, count: 12 } });
  });

  it('names the choice that stands alone in the words of the page', () => {
    const kinds = question('kinds', { kind: 'MANY_CHOICES', choices: choices('one|none') });

    const said = refusedText(refused({ reason: 'STANDS_ALONE', choice: 'none' }), kinds);

    expect(said).toMatchObject({ message: 'fault.exclusive', values: { choice: 'none' } });
  });

  it('has words for contact details, which belong to no question', () => {
    const said = refusedText(refused({ reason: 'NAME_MISSING', question: 'contact-details' }), undefined);

    expect(said.message).toBe('fault.name');
  });
});
