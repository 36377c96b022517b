import { describe, expect, it } from '@jest/globals';
import { type LabelDraft, labelDraft, labelFaults, labelInput, namedIn, readersLeft } from './label-draft.ts';

const PEOPLE = [
  { id: 'm', name: 'Morgan Ellis', state: 'ACTIVE', roles: ['ADMINISTRATOR', 'CASEWORKER'] },
  { id: 'n', name: 'Noor Haddad', state: 'ACTIVE', roles: ['CASEWORKER'] },
  { id: 'z', name: 'Zoë Li', state: 'DISABLED', roles: ['CASEWORKER'] },
];
const LABEL: LabelDraft = {
  id: 'x',
  version: 'v1',
  sort: '10',
  texts: [
    { locale: 'en', text: 'somebody in personnel' },
    { locale: 'cy', text: '' },
  ],
  caseworkerIds: ['n'],
};
const saying = (text: string): LabelDraft => ({ ...LABEL, texts: [{ locale: 'en', text }] });

describe('a label while it is written', () => {
  it('has a field for each language on offer and each that it has', () => {
    const stored = {
      id: 'x',
      version: 'v1',
      sort: 20,
      texts: [{ locale: 'ar', text: 'شخص' }],
      caseworkers: [{ id: 'n' }],
    };

    expect(labelDraft(stored, ['en'], 50)).toEqual({
      id: 'x',
      version: 'v1',
      sort: '20',
      texts: [
        { locale: 'en', text: '' },
        { locale: 'ar', text: 'شخص' },
      ],
      caseworkerIds: ['n'],
    });
    expect(labelDraft(null, ['en'], 50)).toMatchObject({ version: null, sort: '60', caseworkerIds: [] });
  });

  it.each<[string, Partial<LabelDraft>, string, string]>([
    ['no words', { texts: [{ locale: 'en', text: ' ' }] }, 'label-text-en', 'text-empty'],
    ['a speech', { texts: [{ locale: 'cy', text: 'x'.repeat(101) }] }, 'label-text-cy', 'text-too-long'],
    ['nobody', { caseworkerIds: [] }, 'label-people', 'nobody'],
    ['a place that is none', { sort: '1001' }, 'label-sort', 'sort-wrong'],
  ])('is not saved with %s', (_, change, field, kind) => {
    expect(labelFaults({ ...LABEL, ...change })).toEqual([{ field, kind }]);
  });

  it('is sent without the languages that have no words', () => {
    expect(labelFaults(LABEL)).toEqual([]);
    expect(labelInput(LABEL)).toEqual({
      id: 'x',
      version: 'v1',
      sort: 10,
      texts: [{ locale: 'en', text: 'somebody in personnel' }],
      caseworkerIds: ['n'],
    });
  });

  it.each([
    ['somebody in personnel', []],
    ['Noor from personnel', ['Noor Haddad']],
    ['MS HADDAD', ['Noor Haddad']],
    ['zoe', ['Zoë Li']],
    ['normal people', []],
    ['a librarian', []],
  ])('warns where “%s” names somebody', (text, names) => {
    expect(namedIn(saying(text), PEOPLE)).toEqual(names);
  });

  it('knows how many could still read a report', () => {
    expect(readersLeft(LABEL, PEOPLE)).toBe(1);
    expect(readersLeft({ ...LABEL, caseworkerIds: ['n', 'm'] }, PEOPLE)).toBe(0);
    expect(readersLeft({ ...LABEL, caseworkerIds: ['z'] }, PEOPLE)).toBe(2);
  });
});
