import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { catalogOf } from './catalog.ts';

const texts = Object.entries(catalogOf('en'));

describe('the English catalog', () => {
  it('holds none of the words that blame, or that promise somebody is there', () => {
    const avoided =
      /\b(please|sorry|invalid|oops|required|you forgot|chat|online|live|typing|seen|delivered|last access)\b/i;

    expect(texts.filter(([, text]) => avoided.test(text))).toEqual([]);
  });

  it.each(texts)('has words for %s that can be formatted', (id, text) => {
    const problems: unknown[] = [];
    const intl = createIntl({
      locale: 'en-GB',
      messages: { [id]: text } as never,
      onError: (e) => problems.push(e),
    });
    const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 2]);
    const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name = '']) => [name, String]);

    const said = intl.formatMessage({ id } as never, Object.fromEntries([...names, ...tags]));

    expect(problems).toEqual([]);
    expect(said).not.toMatch(/[{}<>]/);
  });

  it('stands in for languages without a catalog', () => {
    expect(catalogOf('xx')).toBe(catalogOf('en'));
  });
});
