import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Draft, decodeDraft, emptyDraft, encodeDraft } from './draft.ts';

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';

const text = fc.string({ unit: 'grapheme', maxLength: 50 });
const answer = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('choices' as const), choices: fc.array(text) }),
  fc.record({ kind: fc.constant('month' as const), month: text, year: text }),
);
const draft: fc.Arbitrary<Draft> = fc.record({
  key: fc.constant(KEY),
  version: text,
  answers: fc.dictionary(
    fc.string({ minLength: 1 }).filter((id) => id !== '__proto__'),
    answer,
    { noNullPrototype: true },
  ),
  contact: fc.option(fc.record({ name: text, email: text, phone: text })),
  keptOut: fc.option(fc.array(text)),
  messaging: fc.constantFrom('yes', 'no', null),
  offer: fc.option(fc.record({ code: text, enrolment: text, expiresAt: text })),
  next: fc.option(fc.record({ code: text, enrolment: text, expiresAt: text })),
  codeSaved: fc.boolean(),
  checking: fc.boolean(),
});

describe('the draft in the hidden field', () => {
  it('comes back as it was, whatever was typed', () => {
    fc.assert(
      fc.property(draft, (given) => {
        expect(decodeDraft(encodeDraft(given))).toEqual(given);
      }),
    );
  });

  it('is never read from what is no draft, and never throws', () => {
    const foreign = fc.oneof(fc.string(), fc.json(), fc.constantFrom('', '{}', 'null', '[]', '1'));

    fc.assert(
      fc.property(foreign, (field) => {
        expect(decodeDraft(field)).toBeNull();
      }),
    );
  });

  it.each([
    ['a key that is too short to be random', { key: 'short' }],
    ['answers that are a list', { answers: [] }],
    ['an answer of no kind', { answers: { what: { text: 'x' } } }],
    ['choices that are no texts', { answers: { what: { kind: 'choices', choices: [1] } } }],
    ['half an offer', { offer: { code: 'x' } }],
    ['half an offer for the next report', { next: { code: 'x' } }],
    ['half of the contact details', { contact: { name: 'x' } }],
    ['somebody kept out who is no text', { keptOut: [1] }],
    ['neither yes nor no', { messaging: 'perhaps' }],
  ])('is refused with %s', (_, part) => {
    expect(decodeDraft(JSON.stringify({ ...emptyDraft(KEY, 'v1'), ...part }))).toBeNull();
  });
});
