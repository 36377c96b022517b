import { describe, expect, it } from '@jest/globals';
import { contactFaults, toContactInput } from './contact.ts';

describe('contactFaults', () => {
  it.each([
    ['a name and an address', { name: 'Ada', email: 'ada@example.org', phone: '' }],
    ['a name and a number', { name: 'Ada', email: '', phone: '+44 20 7946 0018' }],
    ['a number in other digits', { name: 'Ada', email: '', phone: '٠٢٠ ٧٩٤٦' }],
  ])('takes %s', (_, contact) => {
    expect(contactFaults(contact)).toEqual([]);
  });

  it.each([
    ['nothing at all', { name: '', email: '', phone: '' }, ['fault.name', 'fault.reach']],
    ['half an address', { name: 'Ada', email: 'ada@', phone: '' }, ['fault.email']],
    ['a number in words', { name: 'Ada', email: '', phone: 'call me' }, ['fault.phone']],
    ['too long a name', { name: 'a'.repeat(201), email: 'a@example.org', phone: '' }, ['fault.long.name']],
    [
      'a fault in each field',
      { name: 'a'.repeat(201), email: 'ada@', phone: '1'.repeat(41) },
      ['fault.long.name', 'fault.email', 'fault.long.phone'],
    ],
  ])('says what stands against %s', (_, contact, messages) => {
    expect(contactFaults(contact).map(({ message }) => message)).toEqual(messages);
  });
});

describe('toContactInput', () => {
  it('sends null for what was left out', () => {
    expect(toContactInput({ name: 'Ada', email: '', phone: '111' })).toEqual({
      name: 'Ada',
      email: null,
      phone: '111',
    });
  });
});
