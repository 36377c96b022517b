import { describe, expect, it } from '@jest/globals';
import { smtpOptions } from './smtp-options.ts';

describe('the way to a mail server', () => {
  it.each([
    ['smtp://mail.example.org', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtps://mail.example.org', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtp://mail.example.org:2525', { port: 2525, requireTLS: true }],
    ['smtp://localhost.example.org', { requireTLS: true, ignoreTLS: false }],
    ['smtp://1270.example.org', { requireTLS: true, ignoreTLS: false }],
    ['smtp://localhost', { host: 'localhost', requireTLS: false, ignoreTLS: true }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:25', { host: '::1', requireTLS: false, ignoreTLS: true }],
  ])('of %s', (url, expected) => {
    expect(smtpOptions(url, 'notices@example.org')).toMatchObject({ name: 'example.org', ...expected });
  });

  it('takes user name and password apart', () => {
    expect(smtpOptions('smtp://us%40er:p%3Ass@mail.example.org', 'a@b')).toMatchObject({
      auth: { user: 'us@er', pass: 'p:ss' },
    });
  });
});
