import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { checkContactDetails } from './contact-details.ts';

const GOOD = { name: 'Robin Vale', email: 'robin@example.org', phone: '020 7946 0000' };

describe('checkContactDetails', () => {
  it('takes a name with a mail address, a phone number, or both, without the white space around', () => {
    expect(checkContactDetails({ name: ' Robin Vale\r\n', email: ' robin@example.org ' })).toEqual({
      name: 'Robin Vale',
      email: 'robin@example.org',
      phone: null,
    });
    expect(checkContactDetails({ name: 'Robin', phone: '+44 (0)20 7946 0000' })).toEqual({
      name: 'Robin',
      email: null,
      phone: '+44 (0)20 7946 0000',
    });
    expect(checkContactDetails(GOOD)).toEqual(GOOD);
  });

  it.each<[string, Partial<Record<keyof typeof GOOD, string | null>>, RegExp]>([
    ['an empty name', { name: '' }, /Enter your name/],
    ['a name of white space', { name: ' \t\n' }, /Enter your name/],
    ['a name of 201 characters', { name: '🌊'.repeat(201) }, /at most 200/],
    ['neither address nor number', { email: '', phone: null }, /mail address or a phone number/],
    ['an address without @', { email: 'robin.example.org' }, /in full/],
    ['an address with two @', { email: 'a@b@c' }, /in full/],
    ['an address with a space', { email: 'a b@c' }, /in full/],
    ['an address longer than mail carries', { email: `${'a'.repeat(250)}@b.cd` }, /in full/],
    ['a number without digits', { phone: 'call me' }, /in digits/],
    ['a number of 41 characters', { phone: '1'.repeat(41) }, /in digits/],
  ])('refuses %s with a sentence that holds nothing typed', (_, change, sentence) => {
    const faults = checkContactDetails({ ...GOOD, ...change } as typeof GOOD);

    expect(faults).toEqual([
      expect.objectContaining({ question: 'contact-details', message: expect.stringMatching(sentence) }),
    ]);
  });

  it('tells all faults at once', () => {
    expect(checkContactDetails({ name: '', email: 'x', phone: 'y' })).toHaveLength(3);
  });
});
