import { describe, expect, it } from '@jest/globals';
import { draftOf, faultsIn, inputOf } from './template-form.ts';

const filled = { version: 'v1', name: 'Thanks', sort: '2', texts: [{ locale: 'en', text: 'Thank you' }] };

describe('the template form', () => {
  it('has a field for each language of the organisation, and for each that the template has besides', () => {
    const template = { version: 'v1', name: 'Thanks', sort: 3, texts: [{ locale: 'ar', text: 'شكرا' }] };

    expect(draftOf(template, ['en', 'cy']).texts).toEqual([
      { locale: 'en', text: '' },
      { locale: 'cy', text: '' },
      { locale: 'ar', text: 'شكرا' },
    ]);
  });

  it('asks for a name and for one text at least', () => {
    expect(faultsIn(draftOf(null, ['en', 'cy'])).map(({ kind }) => kind)).toEqual([
      'name-empty',
      'text-empty',
    ]);
  });

  it.each([
    ['a name that is too long', { ...filled, name: 'n'.repeat(101) }, 'name-too-long'],
    [
      'a text that is too long',
      { ...filled, texts: [{ locale: 'en', text: 'x'.repeat(5_001) }] },
      'text-too-long',
    ],
    ['a place that is no number', { ...filled, sort: 'first' }, 'sort-wrong'],
  ] as const)('says what is wrong with %s', (_, draft, kind) => {
    expect(faultsIn(draft).map((fault) => fault.kind)).toEqual([kind]);
  });

  it('takes 100 characters of any kind for a name', () => {
    expect(faultsIn({ ...filled, name: '😀'.repeat(100) })).toEqual([]);
  });

  it('sends no language without words', () => {
    const draft = { ...filled, texts: [...filled.texts, { locale: 'cy', text: ' \n' }] };

    expect(inputOf('id', draft)).toEqual({
      id: 'id',
      version: 'v1',
      name: 'Thanks',
      sort: 2,
      texts: [{ locale: 'en', text: 'Thank you' }],
    });
  });
});
