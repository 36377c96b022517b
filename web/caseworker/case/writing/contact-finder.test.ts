import { describe, expect, it } from '@jest/globals';
import { findContacts } from './contact-finder.ts';

describe('findContacts', () => {
  it.each([
    ['Write to jo.blogs+x@uni.example.ac.uk.', 'email', 'jo.blogs+x@uni.example.ac.uk'],
    ['jo (at) example.org', 'email', 'jo (at) example.org'],
    ['Müller: jörg@müller.example', 'email', 'jörg@müller.example'],
    ['Call +49 (0) 170 / 123 45 67 today', 'phone', '+49 (0) 170 / 123 45 67'],
    ['029 2087 0000', 'phone', '029 2087 0000'],
    ['07700900123', 'phone', '07700900123'],
    ['اتصل على ٠٧٧٠٠٩٠٠١٢٣', 'phone', '٠٧٧٠٠٩٠٠١٢٣'],
    ['See https://example.org/a?b=c', 'link', 'https://example.org/a?b=c'],
    ['See www.example.org', 'link', 'www.example.org'],
  ])('finds in "%s" the %s', (text, kind, found) => {
    expect(findContacts(text)).toEqual([{ kind, text: found }]);
  });

  it.each([
    ['We aim to reply by 2026-04-09.'],
    ['The meeting on 09.04.2026, 9/4/26 or 09-04-2026'],
    ['Room 3.14, second floor, at 10:30'],
    ['Thank you. We have read it @ once.'],
    [''],
  ])('lets "%s" go without a second look', (text) => {
    expect(findContacts(text)).toEqual([]);
  });

  it('names each finding once', () => {
    expect(findContacts('jo@example.org, and again jo@example.org')).toHaveLength(1);
  });

  it('takes an address inside a link for the link alone', () => {
    expect(findContacts('https://example.org/?to=jo@example.org')).toEqual([
      { kind: 'link', text: 'https://example.org/?to=jo@example.org' },
    ]);
  });

  it.each([['a'], ['1'], ['a.'], ['1-'], ['@'], ['('], ['a@a.'], ['http://']])(
    'looks through 32 KiB of "%s" in less than a second',
    (piece) => {
      const text = piece.repeat(Math.ceil(32_768 / piece.length));
      const start = performance.now();

      findContacts(text);

      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );
});
