import { describe, expect, it } from '@jest/globals';
import { byteCount, characterCount, tidyLine, tidyText } from './text.ts';

describe('characterCount', () => {
  it('counts an emoji outside the basic plane as one character', () => {
    expect(characterCount('a😀ب')).toBe(3);
  });
});

describe('byteCount', () => {
  it('counts UTF-8 bytes, which is what sealing has room for', () => {
    expect(byteCount('a😀ب')).toBe(7);
  });
});

describe('tidyText', () => {
  it('makes the same words from a text area and from a script the same input', () => {
    expect(tidyText('  one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree');
  });

  it('drops what no keyboard types, so that limits in characters hold in bytes', () => {
    expect(tidyText('a\u0000b\u001b[1m\ud800c\td')).toBe('ab[1m\ufffdc\td');
  });
});

describe('tidyText of what nobody can see', () => {
  it.each(['\u200b\u2060', '\u00ad \ufeff', '\u3164', '\u2800\n\u2800', '\u202e'])('is empty: %j', (text) => {
    expect(tidyText(text)).toBe('');
  });

  it.each(['.', '\u200bx', '👍🏽', 'ا\u200c'])('is left as it is: %j', (text) => {
    expect(tidyText(text)).toBe(text);
  });
});

describe('tidyLine', () => {
  it('makes one line of what was typed in several', () => {
    expect(tidyLine(' Figures\r\n\tof the  year\u0085')).toBe('Figures of the year');
  });
});
