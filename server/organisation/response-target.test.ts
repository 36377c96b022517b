import { describe, expect, it } from '@jest/globals';
import { responseTarget } from './response-target.ts';

describe('responseTarget', () => {
  it.each([
    ['en', 1, 'We aim to reply within 1 working day.'],
    ['en', 2, 'We aim to reply within 2 working days.'],
    ['cy', 2, 'Ein nod yw ateb o fewn 2 ddiwrnod gwaith.'],
    ['cy', 5, 'Ein nod yw ateb o fewn 5 diwrnod gwaith.'],
    ['ar', 1, 'نهدف إلى الرد خلال يوم عمل واحد.'],
    ['ar', 2, 'نهدف إلى الرد خلال يومَي عمل.'],
    ['ar', 3, 'نهدف إلى الرد خلال 3 أيام عمل.'],
    ['ar', 11, 'نهدف إلى الرد خلال 11 يوم عمل.'],
  ])('counts days in %s as it is done there: %i', (locale, days, sentence) => {
    expect(responseTarget(days, locale)).toBe(sentence);
  });

  it('is in English where a language has no sentence', () => {
    expect(responseTarget(2, 'xx')).toBe(responseTarget(2, 'en'));
  });
});
