import { describe, expect, it } from '@jest/globals';
import { findDetails } from './find-details.ts';

const found = (text: string) =>
  findDetails(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('findDetails', () => {
  it.each([
    ['Write to robin.example+x@mail.example.org, not here.', 'email', 'robin.example+x@mail.example.org'],
    ['Call 020 7946 0018 after six.', 'phone', '020 7946 0018'],
    ['Call +44 20 7946 0018.', 'phone', '+44 20 7946 0018'],
    ['call 07700900123', 'phone', '07700900123'],
    ['my number is 20314155 there', 'number', '20314155'],
    ['my number is s1234567.', 'number', 's1234567'],
    ['It was Robin who did it.', 'name', 'Robin'],
    ['Then Dr. Noor Haddad came.', 'name', 'Dr. Noor Haddad'],
    ['Robin Example said so.', 'name', 'Robin Example'],
    ['they call him Siân-Marie', 'name', 'Siân-Marie'],
  ])('finds in %j what looks like %s', (text, kind, words) => {
    expect(found(text)).toEqual([[kind, words]]);
  });

  it.each([
    'It happened on Monday in March. Nobody was there.',
    'Somebody shouted at me. Afterwards they left.',
    'On 2026-01-15, or 15/01/2026, at 10:30, in room 312.',
    'I was 19 and it cost 1,200.',
    '“Leave” was all that was said.',
    '- Shouting\n- Pushing',
    '',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds several, in order, none twice', () => {
    expect(found('I met Robin (robin@example.org, 07700 900123).')).toEqual([
      ['name', 'Robin'],
      ['email', 'robin@example.org'],
      ['phone', '07700 900123'],
    ]);
  });

  it('is done soon with the longest text, whatever stands in it', () => {
    const began = performance.now();

    for (const text of ['1 '.repeat(10_000), 'a@'.repeat(10_000), 'Aa '.repeat(7_000), '('.repeat(20_000)]) {
      findDetails(text);
    }

    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
