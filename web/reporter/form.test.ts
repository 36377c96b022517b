import { describe, expect, it } from '@jest/globals';
import { isFromAnotherSite, readForm } from './form.ts';

function post(headers: Record<string, string>, body = 'text=a%0D%0Ab'): Request {
  return new Request('http://127.0.0.1:4000/report', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
}

describe('readForm', () => {
  it('reads line ends as one kind, so that a length and a retry do not depend on the browser', async () => {
    const form = await readForm(post({ 'sec-fetch-site': 'same-origin' }));

    expect(form.text('text')).toBe('a\nb');
    expect(form.text('absent')).toBe('');
  });

  it('takes what nobody can see for nothing', async () => {
    const body = `text=${encodeURIComponent('\u200b \u2060\n')}`;

    const form = await readForm(post({ 'sec-fetch-site': 'same-origin' }, body));

    expect(form.text('text')).toBe('');
  });

  it('refuses with 403 what another site sent', async () => {
    await expect(readForm(post({ 'sec-fetch-site': 'cross-site' }))).rejects.toMatchObject({ status: 403 });
  });

  it('refuses with 415 what is no form', async () => {
    await expect(readForm(post({ 'content-type': 'application/json' }))).rejects.toMatchObject({
      status: 415,
    });
  });
});

describe('isFromAnotherSite', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, false],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'null' }, true],
    ['a page of a sister host', { 'sec-fetch-site': 'same-site' }, true],
    ['an older browser with our no-referrer', { origin: 'null', host: 'report.example' }, false],
    [
      'an older browser behind a proxy with TLS',
      { origin: 'https://report.example', host: 'report.example' },
      false,
    ],
    [
      'an older browser on another site',
      { origin: 'https://elsewhere.example', host: 'report.example' },
      true,
    ],
    ['an origin that is no address', { origin: '???', host: 'report.example' }, true],
    ['a client without any of it', {}, false],
  ])('judges %s', (_, headers, expected) => {
    expect(isFromAnotherSite(new Headers(headers as Record<string, string>))).toBe(expected);
  });
});
