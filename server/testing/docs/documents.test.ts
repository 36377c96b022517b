import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT, readDocument, tableUnder, unquoted } from './markdown.ts';

const LARGEST_IMAGE = 150 * 1024; // 150 KiB

describe('the documents', () => {
  it('list every variable of the configuration with its default, and no other', async () => {
    const source = await readDocument('server/config.ts');

    const rows = tableUnder(await readDocument('README.md'), 'variable', 'default', 'meaning');

    expect(rows.map((row) => [unquoted(row['variable'] ?? ''), row['default']])).toEqual(
      [...source.matchAll(/^ {6}([A-Z_]+): .*\(\{ default: (.*) \}\),$/gm)].map(([, name, value = '']) => [
        name,
        inWords(value),
      ]),
    );
  });

  it('name commands that there are', async () => {
    const { scripts } = JSON.parse(await readDocument('package.json')) as { scripts: Record<string, string> };

    for (const path of await documents()) {
      const named = [...(await readDocument(path)).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
      expect({ path, missing: named.filter((name) => !Object.hasOwn(scripts, name ?? '')) }).toEqual({
        path,
        missing: [],
      });
    }
  });

  it('lead to files and headings that are there', async () => {
    for (const path of await documents()) {
      const broken = await brokenLinks(path);
      expect({ path, broken }).toEqual({ path, broken: [] });
    }
  });

  it('number the decisions without a gap, and give all of them one form', async () => {
    const files = (await readdir(join(ROOT, 'docs', 'decisions'))).sort();

    for (const [index, file] of files.entries()) {
      const text = await readDocument(join('docs', 'decisions', file));
      expect({ file, number: file.slice(0, 5) }).toEqual({ file, number: `${index + 1}-`.padStart(5, '0') });
      expect(text).toMatch(new RegExp(`^# ${index + 1}\\. .+\n\nStatus: accepted`));
      expect({ file, sections: [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title) }).toEqual({
        file,
        sections: ['Context', 'Decision', 'Consequence'],
      });
    }
  });

  it('show images that load fast', async () => {
    const images = await readdir(join(ROOT, 'docs', 'images'));
    const shown = await readDocument('README.md');

    expect(images.length).toBeGreaterThan(0);
    for (const image of images) {
      expect((await stat(join(ROOT, 'docs', 'images', image))).size).toBeLessThan(LARGEST_IMAGE);
      expect(shown).toContain(`docs/images/${image}`);
    }
  });
});

/** The default of a variable as the table says it. */
function inWords(value: string): string {
  switch (value) {
    case 'undefined':
      return 'not set';
    case '[]':
      return 'none';
    case 'false':
      return '`off`';
    default:
      return `\`${value.replaceAll("'", '')}\``;
  }
}

/** Every document, below the root of the project. */
async function documents(): Promise<string[]> {
  const inDocs = await readdir(join(ROOT, 'docs'), { recursive: true });
  return [...(await readdir(ROOT)), ...inDocs.map((path) => join('docs', path))].filter((path) =>
    path.endsWith('.md'),
  );
}

async function brokenLinks(path: string): Promise<string[]> {
  const links = [...(await readDocument(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken: string[] = [];
  for (const link of links) {
    if (/^https?:/.test(link)) continue;
    const [file = '', heading] = link.split('#');
    const target = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
    const isThere = await stat(join(ROOT, target)).then(
      () => true,
      () => false,
    );
    const isHeading = !heading || (isThere && (await headingsOf(target)).includes(heading));
    if (!isThere || !isHeading) broken.push(link);
  }
  return broken;
}

/** The headings of a document as links name them. */
async function headingsOf(path: string): Promise<string[]> {
  const text = await readFile(join(ROOT, path), 'utf8');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
