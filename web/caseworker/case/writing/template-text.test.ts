import { describe, expect, it } from '@jest/globals';
import { fillIn, inLanguage, matching, templateRequestIn, withTemplate } from './template-text.ts';

const values = {
  organisation: 'Example University',
  'received date': 'Thursday 9 April 2026',
  'expected date': 'Monday 13 April 2026',
  'response target': 'We aim to reply within 2 working days.',
};

describe('fillIn', () => {
  it('puts every value in its place, in any case and with any space around its name', () => {
    const text = 'From {{organisation}}, {{ Received date }}: by {{expected date}}. {{response target}}';

    expect(fillIn(text, values)).toBe(
      'From Example University, Thursday 9 April 2026: by Monday 13 April 2026. We aim to reply within 2 working days.',
    );
  });

  it.each(['{{case number}}', '{{name}}', '{organisation}', '{{}}', '{{constructor}}'])(
    'leaves %s as it is',
    (text) => {
      expect(fillIn(text, values)).toBe(text);
    },
  );

  it('does not read a value again for variables', () => {
    expect(fillIn('{{organisation}}', { ...values, organisation: '{{expected date}}' })).toBe(
      '{{expected date}}',
    );
  });
});

describe('templateRequestIn', () => {
  it('finds two semicolons right before the caret, with what follows them', () => {
    expect(templateRequestIn('Hello ;;tha', 11)).toEqual({ from: 6, to: 11, query: 'tha' });
    expect(templateRequestIn(';;', 2)).toEqual({ from: 0, to: 2, query: '' });
  });

  it.each([
    ['no semicolons', 'Hello', 5],
    ['one semicolon', 'a; b', 4],
    ['semicolons behind the caret', 'ab;;cd', 2],
    ['semicolons on a line before', ';;\nab', 5],
    ['a whole sentence after them', `;;${'long '.repeat(20)}`, 102],
    ['an empty text', '', 0],
  ])('finds nothing in %s', (_, text, caret) => {
    expect(templateRequestIn(text, caret)).toBeNull();
  });
});

describe('withTemplate', () => {
  it('replaces the request alone, and puts the caret behind the template', () => {
    const request = { from: 6, to: 11, query: 'tha' };

    expect(withTemplate('Hello ;;tha!', request, 'Thank you')).toEqual({
      text: 'Hello Thank you!',
      caret: 15,
    });
  });
});

describe('matching', () => {
  it('finds all words of the query in the name, whatever their case and accents', () => {
    const templates = [{ name: 'Réception confirmée' }, { name: 'Thank you' }];

    expect(matching(templates, 'RECEP conf')).toEqual([templates[0]]);
    expect(matching(templates, '')).toEqual(templates);
    expect(matching(templates, 'nothing')).toEqual([]);
  });
});

describe('inLanguage', () => {
  const texts = [{ locale: 'en' }, { locale: 'cy' }, { locale: 'ar' }];

  it('takes the language of the case, else one that shares its base, else the first', () => {
    expect(inLanguage(texts, 'CY')?.locale).toBe('cy');
    expect(inLanguage(texts, 'ar-EG')?.locale).toBe('ar');
    expect(inLanguage(texts, 'de')?.locale).toBe('en');
    expect(inLanguage([], 'en')).toBeUndefined();
  });
});
