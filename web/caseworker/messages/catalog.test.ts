import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import type { MessageId } from './intl.ts';

const home = join(import.meta.dirname, '..');
const catalog: Record<MessageId, string> = JSON.parse(readFileSync(join(home, 'messages/en.json'), 'utf8'));
const source = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(home, path), 'utf8'))
  .join('\n');

describe('the English catalog', () => {
  it('can be read by the formatter, every sentence with every value it names', () => {
    const faults: string[] = [];

    for (const id of Object.keys(catalog) as MessageId[]) {
      const values = Object.fromEntries([...catalog[id].matchAll(/\{(\w+)/g)].map(([, name]) => [name, 2]));
      const intl = createIntl({
        locale: 'en-GB',
        messages: catalog,
        onError: () => faults.push(id),
      });
      intl.formatMessage({ id }, values);
    }

    expect(faults).toEqual([]);
  });

  it('promises nothing instant and blames nobody', () => {
    const never = /\b(chats?|online|live|typing|seen|please|sorry|invalid|oops|required|forgot)\b/i;

    expect(Object.entries(catalog).filter(([, message]) => never.test(message))).toEqual([]);
  });

  it('holds no sentence that no page says', () => {
    const composed = [...source.matchAll(/`([a-z][\w.-]*)\$\{/g)].map(([, start]) => start ?? '');
    const isSaid = (id: string) => source.includes(`'${id}'`) || source.includes(`"${id}"`);
    const isComposed = (id: string) => composed.some((start) => id.startsWith(start));

    expect(Object.keys(catalog).filter((id) => !isSaid(id) && !isComposed(id))).toEqual([]);
  });

  it('is the only place with words: no element holds any', () => {
    const bare = [...source.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[^<>{}]*)</g)].map(([, words]) => words);

    expect(bare).toEqual([]);
  });
});
