import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../database-proxy.ts';
import { GraphQLClient } from '../graphql-client.ts';
import { useSecondServers } from '../second-server.ts';
import { asOwner, useTestDatabase } from '../test-database.ts';
import { useTestServer } from '../test-server.ts';
import { contentOf, dumpOf } from './dump.ts';
import { everyPath, type Trace } from './every-path.ts';
import { findings, findingsBelow } from './searching.ts';

/** Stands in everything that a reporter types or their browser sends; no other program ever wrote it. */
const STEM = 'zephyrquill';

/** Addresses and a browser that no reporter has. */
const TELLTALE_HEADERS = {
  'user-agent': `Mozilla/5.0 (${STEM}agent)`,
  referer: `https://${STEM}referer.example/`,
  'accept-language': `cy, ${STEM}lang;q=0.5`,
  'x-forwarded-for': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  'x-real-ip': '203.0.113.77',
};

describe('what a reporter types', () => {
  const database = useTestDatabase();
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();
  let trace: Trace;
  let logLines: readonly string[];

  beforeEach(async () => {
    const proxy = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: proxy.url, directUrl: lab.databaseUrl });
    const reporter = new GraphQLClient(server.publicUrl, TELLTALE_HEADERS);
    trace = await everyPath({ lab, server, proxy, reporter, stem: STEM });
    logLines = [...lab.logLines, ...server.logLines];
  });

  it('stands nowhere but with the reporter and whoever holds a key', async () => {
    const secrets = [
      STEM,
      ...trace.codes,
      ...trace.codes.map((code) => code.replaceAll('-', '')),
      ...trace.tokens,
    ];
    const log = logLines.join('');
    const engine = await engineOf(database.ownerUrl);

    const found = [
      ...findings('a table', contentOf(await dumpOf(database.ownerUrl)), secrets),
      ...findings('the log', log, secrets),
      ...findings('the log of PostgreSQL', await readFile(engine.log), secrets),
      ...trace.answersToOthers.flatMap((answer, index) =>
        findings(`answer ${index} to somebody else`, answer, secrets),
      ),
      ...findings('an error', trace.errors.join('\n'), [STEM]),
      ...findings('the text of a statement', trace.statements.join('\n'), secrets),
    ];

    expect(found).toEqual([]);
    // What was searched was not empty.
    expect(trace.errors.length).toBeGreaterThan(15);
    expect(log).toMatch(/"incident":/);
    expect(await readFile(engine.log, 'utf8')).toContain('ready to accept connections');
    expect(trace.statements.length).toBeGreaterThan(50);
  });

  it('stands in no file of the database, its write-ahead log included', async () => {
    const { folders } = await engineOf(database.ownerUrl);
    const [code = ''] = trace.codes;
    const search = async (words: readonly string[]) => {
      await asOwner(database.ownerUrl, (client) => client.query('CHECKPOINT'));
      const each = await Promise.all(folders.map((folder) => findingsBelow(folder, words)));
      return { found: each.flatMap(({ found }) => found), bytes: each.map(({ bytes }) => bytes) };
    };

    const before = await search([STEM, code, code.replaceAll('-', '')]);
    await asOwner(database.ownerUrl, (client) =>
      client.query(`CREATE TABLE planted AS SELECT '${STEM}' AS word`),
    );
    const planted = await search([STEM]);
    await asOwner(database.ownerUrl, (client) => client.query('DROP TABLE planted'));

    expect(before.found).toEqual([]);
    for (const bytes of before.bytes) expect(bytes).toBeGreaterThan(5_000_000);
    // One in the table, one in the write-ahead log.
    expect(planted.found.length).toBeGreaterThanOrEqual(2);
  });

  it('comes with no address, browser, language or exact time in any table or log', async () => {
    const content = contentOf(await dumpOf(database.ownerUrl));

    const found = ['table', 'log'].flatMap((place, index) =>
      findings(`a ${place}`, [content, Buffer.from(logLines.join(''))][index] ?? '', [
        '127.0.0.1',
        '203.0.113.77',
        'Mozilla',
      ]),
    );
    const ofIncidents = logLines.filter((line) => line.includes('"incident"'));

    expect(found).toEqual([]);
    expect(ofIncidents.length).toBeGreaterThan(0);
    expect(ofIncidents.filter((line) => /T\d\d:|\d\d:\d\d:\d\d|\b1\d{12}\b/.test(line))).toEqual([]);
    // No other line of the log comes from what a reporter does.
    expect(logLines.filter((line) => !line.includes('"incident"') && !line.includes('wake-up'))).toEqual([]);
  });
});

async function engineOf(ownerUrl: string): Promise<{ folders: string[]; log: string }> {
  const { data, oid } = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ data: string; oid: string }>(
      `SELECT current_setting('data_directory') AS data, oid::text FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0] ?? { data: '', oid: '' };
  });
  return {
    folders: [join(data, 'base', oid), join(data, 'pg_wal')],
    log: join(dirname(data), 'postgresql.log'),
  };
}
