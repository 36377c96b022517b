import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { fencesOf, readDocument } from '../testing/docs/markdown.ts';
import { useTestServer } from '../testing/test-server.ts';
import { liveGeneratedYear, SMALL } from './testing/generated-year.ts';

const run = promisify(execFile);
const MAKE_TOKEN = `mutation Make($input: MakeAnalyticsTokenInput!) {
  makeAnalyticsToken(input: $input) { __typename ... on AnalyticsTokenMade { secret } ... on Problem { message } } }`;
const THRESHOLD = 10;

/** The five questions as files. */
const FILES = [
  'reports-by-category.csv',
  'reply-times.csv',
  'messaging.csv',
  'backlog.csv',
  'answers-by-route.csv?question=where',
];

describe('a year of 5,000 reports', () => {
  const lab = useTestServer();

  it('answers the five questions of an equality officer, and gives away nothing of three people', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const made = await morgan.outcome(MAKE_TOKEN, { input: { id: randomUUID(), name: 'Figures', days: 90 } });
    const months = await liveGeneratedYear(lab.dataSource, lab.clock.now());
    const token = String(made['secret']);
    const document = await readDocument('docs/statistics.md');
    const script = fencesOf(document).find(({ text }) => text.includes('"promise"'))?.text ?? '';

    const env = { ...process.env, STAFF: lab.staffUrl, TOKEN: token };
    const python = (await run('python3', ['-c', script], { env })).stdout.trim().split('\n');
    const files = await Promise.all(
      FILES.map(async (file) => {
        const headers = { authorization: `Bearer ${token}` };
        const text = await (await fetch(`${lab.staffUrl}/analytics/q/${file}`, { headers })).text();
        return text.replace('\ufeff', '').trim().split('\r\n').slice(1);
      }),
    );
    const views = await lab.dataSource.query<{ answer: string; count: number | null }[]>(
      'SELECT answer, count FROM statistics.answers',
    );

    // One query each, in Python and as a file, and both say the same.
    const said = (name: string) => python.filter((line) => line.startsWith(`${name} `));
    const [reports = [], promise = [], channel = [], backlog = [], places = []] = files;
    expect(said('reports')).toHaveLength(12 * 10);
    expect(said('reports')).toContain(`reports ${months[0]} bullying 105`);
    expect(reports).toContain(`${months[0]},bullying,105,false`);
    expect(said('promise').length).toBeGreaterThanOrEqual(4);
    expect(said('promise').filter((line) => !line.includes('suppressed')).length).toBeGreaterThanOrEqual(4);
    expect(promise).toHaveLength(said('promise').length);
    expect(said('channel').filter((line) => !line.includes('suppressed')).length).toBeGreaterThanOrEqual(4);
    expect(channel).toHaveLength(said('channel').length);
    expect(said('backlog').map((line) => line.replace('backlog ', '').replace(' ', ','))).toEqual(
      backlog.map((line) => line.replace(/,(true|false)$/, '').replace(/,$/, ',suppressed')),
    );
    expect(said('backlog')).toContainEqual(expect.stringMatching(/^backlog OVER_3_MONTHS \d{3,}$/));
    expect(said('places')).toContainEqual(expect.stringMatching(/^places ANONYMOUS site \d{3,}$/));
    expect(places).toContainEqual(expect.stringMatching(/^CONTACT_DETAILS,site,\d{3,},false$/));

    // Three people are nowhere, and no number that is told is small.
    const aboutThem = [...python, ...files.flat()].filter((line) => line.includes(SMALL.category));
    expect(aboutThem).toHaveLength(2 * 12);
    for (const line of aboutThem) expect(line).toMatch(/ suppressed$|,,true$/);
    expect(views.filter(({ answer, count }) => answer === SMALL.category && count !== null)).toEqual([]);
    const counts = ['reports', 'backlog', 'places']
      .flatMap(said)
      .map((line) => line.split(' ').at(-1))
      .filter((count) => count !== 'suppressed');
    expect(counts.length).toBeGreaterThan(60);
    expect(counts.filter((count) => !(Number(count) >= THRESHOLD))).toEqual([]);

    // Nor anywhere else: every combination that may be asked, by every period.
    const { statistics } = await morgan.data<{
      statistics: { combinations: { dimensions: string[] }[] };
    }>('{ statistics { combinations { dimensions } } }');
    const where = { from: '2000-01-01', to: '2029-12-31' };

    const small: unknown[] = [];
    let told = 0;
    for (const bucket of ['MONTH', 'QUARTER', 'YEAR']) {
      for (const { dimensions } of statistics.combinations) {
        const question = dimensions.includes('ANSWER') ? 'kinds' : null;
        const { reportCounts } = await morgan.data<{
          reportCounts: { rows: { category: string; answer: string; count: number | null }[] };
        }>(
          `query($by: [Dimension!]!, $bucket: Bucket!, $where: StatisticsFilter!, $question: ID) {
            reportCounts(by: $by, bucket: $bucket, where: $where, question: $question) {
              rows { category answer count } } }`,
          { by: dimensions, bucket, where, question },
        );
        const toldRows = reportCounts.rows.filter(({ count }) => count !== null);
        told += toldRows.length;
        small.push(
          ...toldRows.filter(
            ({ category, answer, count }) =>
              Number(count) < THRESHOLD || category === SMALL.category || answer === SMALL.category,
          ),
        );
      }
    }

    expect(told).toBeGreaterThan(500);
    expect(small).toEqual([]);
  }, 120_000);
});
