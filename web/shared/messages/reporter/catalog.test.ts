import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { awaitsNativeReader, CATALOG_TAGS, catalogOf } from './catalog.ts';

/** Words that blame, ask as a favour, apologise, or promise that somebody is there. Parts of words count. */
const AVOIDED: Readonly<Record<string, RegExp>> = {
  en: /\b(please|sorry|invalid|oops|required|you forgot|chat|online|live|typing|seen|delivered|last access)\b/i,
  cy: /os gwelwch yn dda|plîs|mae.n ddrwg|ymddiheur|annilys|anghofi|gofynnol|sgwrs|ar-lein|\b[bf]yw\b|teipio|gwelwyd|wedi.i (weld|gweld)|danfonwyd/i,
  ar: /من فضلك|رجاء|يرجى|عذر|آسف|نأسف|غير صالح|غير صحيحة|نسيت|مطلوب|إلزامي|دردشة|متصل|أونلاين|مباشر|يكتب الآن|شوهد|مشاهدة|تم التسليم/,
};

/** One of each plural form of every language here. */
const COUNTS = [0, 1, 2, 3, 6, 11, 100];

const PLURAL_FORM = /\b(zero|one|two|few|many|other) \{/g;

/** The texts as they stand in the files, without what English fills in. */
async function textsIn(tag: string): Promise<Record<string, string>> {
  const folder = join(import.meta.dirname, tag);
  const files = (await readdir(folder)).filter((name) => name !== 'status.json');
  const parts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.assign({}, ...parts.map((part) => JSON.parse(part)));
}

/** Names in braces and tags. What follows a plural form in braces is text. */
function placesIn(text: string): string[] {
  const names = text.matchAll(/(?<!\b(?:zero|one|two|few|many|other) )\{(\w+)[,}]/g);
  const tags = text.matchAll(/<(\/?\w+)>/g);
  return [...new Set([...names, ...tags].map(([, name = '']) => name))].sort();
}

describe.each(CATALOG_TAGS)('the catalog %s', (tag) => {
  it('has exactly the texts that English has', async () => {
    const english = Object.keys(await textsIn('en')).sort();

    expect(Object.keys(await textsIn(tag)).sort()).toEqual(english);
  });

  it('leaves the same places open as English in every text', async () => {
    const english = await textsIn('en');

    for (const [id, text] of Object.entries(await textsIn(tag))) {
      expect({ id, places: placesIn(text) }).toEqual({ id, places: placesIn(english[id] ?? '') });
    }
  });

  it('holds none of the words that blame, or that promise somebody is there', () => {
    const avoided = AVOIDED[tag] ?? /^/;

    expect(Object.entries(catalogOf(tag)).filter(([, text]) => avoided.test(text))).toEqual([]);
  });

  it('uses every plural form of its language wherever it uses one', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();

    for (const [id, text] of Object.entries(catalogOf(tag))) {
      const forms = [...text.matchAll(PLURAL_FORM)].map(([, form]) => form);
      if (forms.length === 0) continue;
      expect({ id, forms: [...new Set(forms)].sort() }).toEqual({ id, forms: [...pluralCategories].sort() });
    }
  });

  it('has words for everything that can be formatted with any number', () => {
    for (const [id, text] of Object.entries(catalogOf(tag))) {
      for (const count of COUNTS) {
        const problems: unknown[] = [];
        const intl = createIntl({
          locale: tag,
          messages: { [id]: text } as never,
          onError: (error) => problems.push(error),
        });
        const values = Object.fromEntries(
          placesIn(text).map((name) => [name, text.includes(`<${name}>`) ? String : count]),
        );

        const said = intl.formatMessage({ id } as never, values);

        expect({ id, problems, said }).toEqual({
          id,
          problems: [],
          said: expect.stringMatching(/^[^{}<>]+$/),
        });
      }
    }
  });

  it('is listed in the documentation as read by a native reader, or awaiting one', async () => {
    const page = await readFile(
      join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'translations.md'),
      'utf8',
    );

    const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`(\`${tag}\`)`));

    expect(row).toMatch(awaitsNativeReader(tag) ? /\|\s*awaited\s*\|$/ : /\|\s*native\s*\|$/);
  });
});

describe('a translation', () => {
  it.each(CATALOG_TAGS.slice(1))('into %s is one in every text', async (tag) => {
    const english = await textsIn('en');

    const same = Object.entries(await textsIn(tag)).filter(([id, text]) => english[id] === text);

    expect(same).toEqual([]);
  });

  it('is stood in for by English in languages without one', () => {
    expect(catalogOf('xx')).toBe(catalogOf('en'));
  });
});
