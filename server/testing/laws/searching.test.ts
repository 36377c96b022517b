import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asOwner, useTestDatabase } from '../test-database.ts';
import { contentOf, dumpOf } from './dump.ts';
import { findings, findingsBelow } from './searching.ts';

const WORD = 'zephyrquill';

describe('the search that other tests trust', () => {
  const lab = useTestDatabase();

  it.each<[string, string | Buffer]>([
    ['as it is', `x ${WORD} y`],
    ['in capitals', WORD.toUpperCase()],
    ['in hex', Buffer.from(`ab${WORD}`).toString('hex')],
    ['in base64', Buffer.from(`${WORD} and more`).toString('base64')],
    ['in base64 behind one byte', Buffer.from(`a${WORD} and more`).toString('base64')],
    ['in base64 behind two bytes', Buffer.from(`ab${WORD} and more`).toString('base64url')],
    ['in UTF-16', Buffer.from(WORD, 'utf16le')],
    ['reversed', [...WORD].reverse().join('')],
  ])('finds a word %s', (_, content) => {
    const found = findings('here', content, ['elsewhere', WORD]);

    expect(found).toEqual([expect.stringMatching(/^word 1 stands .* in here$/)]);
  });

  it('finds nothing where nothing is', () => {
    expect(findings('here', `zephyr quill ${WORD.slice(1)}`, [WORD])).toEqual([]);
  });

  it('finds a word in a file below a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'restante-search-'));
    await writeFile(join(folder, 'log'), `a line with ${WORD}`);

    const { found, bytes } = await findingsBelow(folder, [WORD]);
    await rm(folder, { recursive: true });

    expect(found).toHaveLength(1);
    expect(bytes).toBeGreaterThan(10);
  });

  it.each([
    ['text', `SELECT '${WORD}' AS cell`],
    ['bytes', `SELECT convert_to('xx${WORD}', 'UTF8') AS cell`],
    ['JSON', `SELECT jsonb_build_object('a', '${WORD}') AS cell`],
    ['an array', `SELECT ARRAY['a', '${WORD}'] AS cell`],
    ['a column name nobody expects', `SELECT 1 AS "select", '${WORD}'::varchar AS "; --"`],
  ])('finds a word in a table of a dump as %s', async (_, select) => {
    await asOwner(lab.ownerUrl, async (client) => {
      await client.query(`CREATE TABLE planted AS ${select}`);
      try {
        const found = findings('the dump', contentOf(await dumpOf(lab.ownerUrl)), [WORD]);

        expect(found).not.toEqual([]);
      } finally {
        await client.query('DROP TABLE planted');
      }
    });
  });

  it('reads every table that there is', async () => {
    const dump = await dumpOf(lab.url);

    expect(dump.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['case_file', 'conversation', 'message', 'reporter_session', 'idempotency']),
    );
  });
});
