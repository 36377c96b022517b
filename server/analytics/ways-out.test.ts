import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { csvOf } from '../http/saved-operations.ts';
import { type DatabaseProxy, useDatabaseProxies } from '../testing/database-proxy.ts';
import { readDocument } from '../testing/docs/markdown.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { asOwner } from '../testing/test-database.ts';
import { useTestServer } from '../testing/test-server.ts';
import { SAVED_QUESTIONS } from './saved-questions.ts';
import type { ReportFacts } from './tally.ts';
import { closeMonths, countAll } from './testing/year-of-reports.ts';

const run = promisify(execFile);
const MAKE_TOKEN = `mutation Make($input: MakeAnalyticsTokenInput!) {
  makeAnalyticsToken(input: $input) { __typename ... on AnalyticsTokenMade { secret } ... on Problem { message } } }`;

describe('the ways out of the statistics', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  /** A month with a category of three people, closed; and a token. */
  async function closedMonth(): Promise<{ token: string; get: (file: string) => Promise<Response> }> {
    const admin = await lab.seed.firstAdministrator();
    const made = await admin.outcome(MAKE_TOKEN, { input: { id: randomUUID(), name: 'Figures', days: 90 } });
    const token = String(made['secret']);
    const receivedOn = lab.clock.now().toISOString().slice(0, 10);
    const facts = (kind: string): ReportFacts => ({
      route: 'ANONYMOUS',
      locale: 'en',
      locales: ['en'],
      messaging: true,
      answers: [{ question: 'kinds', isOneChoice: false, offered: [kind], given: [kind] }],
    });
    await countAll(lab, [
      ...Array.from({ length: 52 }, () => ({ receivedOn, facts: facts('bullying') })),
      ...Array.from({ length: 31 }, () => ({ receivedOn, facts: facts('sexual') })),
      ...Array.from({ length: 3 }, () => ({ receivedOn, facts: facts('stalking') })),
    ]);
    lab.clock.advance(50 * 86_400_000);
    await closeMonths(lab);
    const headers = { authorization: `Bearer ${token}` };
    return { token, get: (file) => fetch(`${lab.staffUrl}/analytics/q/${file}`, { headers }) };
  }

  it('are saved questions that all answer, as CSV for spreadsheets and as JSON', async () => {
    const { get } = await closedMonth();

    for (const { name, columns } of SAVED_QUESTIONS) {
      const asked = name === 'answers-by-route' ? '?question=where' : '';
      const csv = await get(`${name}.csv${asked}`);
      const json = await get(`${name}.json${asked}`);

      expect([name, csv.status, json.status]).toEqual([name, 200, 200]);
      const bytes = Buffer.from(await csv.arrayBuffer());
      expect(bytes.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf));
      expect(bytes.subarray(3).toString('utf8').split('\r\n')[0]).toBe(columns.join(','));
      expect(Array.isArray(await json.json())).toBe(true);
    }
  });

  it('tell nothing of a category of three people', async () => {
    const { get } = await closedMonth();

    const rows = (await (await get('reports-by-category.json')).json()) as Record<string, unknown>[];

    const stalking = rows.filter(({ category }) => category === 'stalking');
    expect(stalking.length).toBeGreaterThan(0);
    expect(stalking.every(({ count, suppressed }) => count === null && suppressed === true)).toBe(true);
    expect(rows.find(({ category, count }) => category === 'bullying' && count !== null)).toMatchObject({
      count: 50,
    });
  });

  it.each([
    ['reports.csv', null, 401],
    ['no-such.csv', null, 401],
    ['reports.csv', 'rst_an_unknown', 401],
  ])('answer %s with token %j by %i, and say what kind of token they take', async (file, token, status) => {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };

    const answer = await fetch(`${lab.staffUrl}/analytics/q/${file}`, { headers });

    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([status, 'Bearer']);
  });

  it('refuse names, parameters and values that they do not know', async () => {
    const { get } = await closedMonth();

    const statuses = await Promise.all(
      [
        'no-such.csv',
        'reports.xml',
        'reports.csv?status=NEW',
        'reports.csv?from=today',
        'reports.csv?from=a&from=b',
      ].map(async (file) => (await get(file)).status),
    );
    expect(statuses).toEqual([404, 404, 400, 400, 400]);
  });

  it.each<[string, (database: DatabaseProxy) => unknown]>([
    ['before anybody knows whose token it is', (database) => database.sever()],
    ['at the question itself', (database) => database.breakAt(/statistics|tally|released/, 'before')],
  ])('ask to come back after 5 seconds where the database goes away %s', async (_, breakDatabase) => {
    const { token } = await closedMonth();
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const get = () =>
      fetch(`${server.staffUrl}/analytics/q/reports.csv`, { headers: { authorization: `Bearer ${token}` } });
    void breakDatabase(database);

    const away = await get();
    database.mend();
    const back = await get();

    expect([away.status, away.headers.get('retry-after'), back.status]).toEqual([503, '5', 200]);
    expect(away.headers.get('cache-control')).toBe('no-store');
    expect(await away.json()).toMatchObject({
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', retryAfterSeconds: 5 } }],
    });
  });

  it('write no cell that a spreadsheet takes for a formula', () => {
    expect(csvOf([{ answer: '=1+1' }, { answer: '@x' }], ['answer'])).toBe(
      "\ufeffanswer\r\n'=1+1\r\n'@x\r\n",
    );
  });

  it('run in curl and Python as the document shows them', async () => {
    const { token } = await closedMonth();
    const document = await readDocument('docs/statistics.md');
    const block = (language: string) =>
      new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(document)?.[1] ?? '';
    const env = { ...process.env, STAFF: lab.staffUrl, TOKEN: token };

    const curl = await run('sh', ['-c', block('sh')], { env });
    const python = await run('python3', ['-c', block('python')], { env });

    expect(curl.stdout).toMatch(/bullying,50,false/);
    expect(python.stdout).toMatch(/bullying 50\n/);
    expect(python.stdout).toMatch(/stalking suppressed\n/);
  });

  it('are two views for a database role that the document makes, which is refused everywhere else', async () => {
    await closedMonth();
    const document = await readDocument('docs/statistics.md');
    const statements = /```sql\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
    const role = `analyst_${randomUUID().slice(0, 8)}`;
    await asOwner(lab.ownerUrl, async (owner) => {
      await owner.query('BEGIN');
      await owner.query(statements.replaceAll('restante_analyst', role));
      await owner.query('COMMIT');
    });
    const url = new URL(lab.databaseUrl);
    url.username = role;
    url.password = encodeURIComponent('a long random password');
    const analyst = new pg.Client({ connectionString: url.href });
    await analyst.connect();
    try {
      const { rows } = await analyst.query(
        "SELECT answer, count, suppressed FROM statistics.answers WHERE question = 'kinds' ORDER BY answer",
      );
      const tables = await lab.dataSource.query<{ name: string }[]>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname IN ('public', 'statistics')`,
      );

      expect(rows).toEqual([
        { answer: 'bullying', count: 50, suppressed: false },
        { answer: 'sexual', count: 30, suppressed: false },
      ]);
      expect(tables.length).toBeGreaterThan(20);
      for (const { name } of tables) {
        await expect(analyst.query(`SELECT * FROM ${name}`)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await analyst.end();
      await asOwner(lab.ownerUrl, async (owner) => {
        await owner.query(`DROP OWNED BY ${role}`);
        await owner.query(`DROP ROLE ${role}`);
      });
    }
  });
});
