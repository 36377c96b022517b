import type pg from 'pg';
import type { WireConnection } from './wire-connection.ts';

/** Reports that were counted, over as many months as one question may reach over. */
const FACTS = 1_000_000;
const MONTHS = 360;

const META = `{ statistics { combinations { dimensions }
  countedQuestions { id isCategory isOneChoice choices { id } } } }`;

interface Counted {
  readonly combinations: readonly { readonly dimensions: readonly string[] }[];
  readonly countedQuestions: readonly {
    readonly id: string;
    readonly isCategory: boolean;
    readonly isOneChoice: boolean;
    readonly choices: readonly { readonly id: string }[];
  }[];
}

/** One thing to ask, and the subjects that it is answered from. */
export interface QuestionOfStatistics {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subjects: readonly string[];
}

/** What was filled in. */
export interface Filled {
  readonly facts: number;
  readonly sums: number;
  readonly questions: Counted;
}

/** Tells 30 years of a large institution, as closings would have: every subject by month and route. */
export async function fillStatistics(pool: pg.Pool, staff: WireConnection): Promise<Filled> {
  const { body } = await staff.post(JSON.stringify({ query: META }));
  const questions = (JSON.parse(body) as { data: { statistics: Counted } }).data.statistics;
  await pool.query('TRUNCATE statistics.part, statistics.closed_month, statistics.tally');
  await pool.query(
    `INSERT INTO statistics.closed_month
     SELECT (date_trunc('month', now()) - make_interval(months => number))::date, current_date, 10
     FROM generate_series(1, $1::integer) AS number`,
    [MONTHS],
  );
  await pool.query(
    'UPDATE statistics.setting SET counted_from = (SELECT min(month) FROM statistics.closed_month)',
  );
  const each = FACTS / MONTHS / 2;
  for (const [subject, labels] of subjectsOf(questions)) {
    const routes = ['REPLY', 'WROTE', 'CLOSED', 'BACKLOG'].includes(subject)
      ? ['ALL']
      : ['ANONYMOUS', 'CONTACT_DETAILS'];
    // Of a choice of several each is counted for itself; other labels share the reports out.
    const count = subject.startsWith('C:') ? each / 4 : (each * 2) / routes.length / labels.length;
    await pool.query(
      `INSERT INTO statistics.part
       SELECT $1, ARRAY[month], route, ARRAY[label], round($4 * (0.8 + random() * 0.4))::integer
       FROM statistics.closed_month, unnest($2::text[]) AS route, unnest($3::text[]) AS label`,
      [subject, routes, labels, count],
    );
  }
  await pool.query('ANALYZE statistics.part, statistics.closed_month');
  const { rows } = await pool.query<{ facts: string; sums: string }>(
    `SELECT sum(count) FILTER (WHERE subject = 'REPORTS') AS facts, count(*) AS sums FROM statistics.part`,
  );
  return { facts: Number(rows[0]?.facts), sums: Number(rows[0]?.sums), questions };
}

function subjectsOf({ countedQuestions }: Counted): [string, string[]][] {
  return [
    ['REPORTS', ['*']],
    ['LOCALE', ['en', 'cy', 'ar']],
    ['MESSAGING', ['true', 'false']],
    ['STATUS', ['NEW', 'OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED']],
    ['REPLY', ['W0', 'W1', 'W2', 'L3', 'L5', 'N']],
    ['WROTE', ['true', 'false']],
    ['CLOSED', ['*']],
    ['BACKLOG', ['UNDER_1_WEEK', 'UNDER_4_WEEKS', 'UNDER_3_MONTHS', 'OVER_3_MONTHS']],
    ...countedQuestions.flatMap(({ id, isOneChoice, choices }): [string, string[]][] =>
      isOneChoice
        ? [[`Q:${id}`, [...choices.map((choice) => choice.id), 'NOT_ANSWERED']]]
        : choices.map((choice) => [`C:${id}/${choice.id}`, [choice.id]]),
    ),
  ];
}

/** Every question that may be asked, by each length of period. */
export function questionsOfStatistics(counted: Counted): QuestionOfStatistics[] {
  const year = new Date().getUTCFullYear();
  const always = { from: `${year - 30}-01-01`, to: `${year}-12-31` };
  const all = subjectsOf(counted).map(([subject]) => subject);
  const of = (id: string) => all.filter((subject) => subject === `Q:${id}` || subject.startsWith(`C:${id}/`));
  const subjectsBy = (dimensions: readonly string[], question: string | null): string[] => [
    'REPORTS',
    ...(question === null ? [] : of(question)),
    ...dimensions.flatMap((dimension) =>
      dimension === 'CATEGORY'
        ? counted.countedQuestions.filter(({ isCategory }) => isCategory).flatMap(({ id }) => of(id))
        : all.filter((subject) => subject === dimension),
    ),
  ];
  const buckets = ['MONTH', 'QUARTER', 'YEAR'];
  const counts = counted.combinations.flatMap(({ dimensions }) =>
    (dimensions.includes('ANSWER') ? counted.countedQuestions.map(({ id }) => id) : [null]).flatMap(
      (question) =>
        buckets.map(
          (bucket): QuestionOfStatistics => ({
            name: `reportCounts by ${[...dimensions, bucket, question ?? ''].join(' ').trim()}`,
            query: `query($by: [Dimension!]!, $bucket: Bucket!, $where: StatisticsFilter!, $question: ID) {
            reportCounts(by: $by, bucket: $bucket, where: $where, question: $question) {
              rows { period category status locale messaging route answer count suppressed } total } }`,
            variables: { by: dimensions, bucket, where: always, question },
            subjects: subjectsBy(dimensions, question),
          }),
        ),
    ),
  );
  const work = (field: string, columns: string, subjects: string[], by = '') =>
    buckets.map(
      (bucket): QuestionOfStatistics => ({
        name: `${field} ${by}${bucket}`,
        query: `query($bucket: Bucket!, $where: StatisticsFilter!) {
          ${field}(${by}bucket: $bucket, where: $where) { rows { ${columns} suppressed } } }`,
        variables: { bucket, where: always },
        subjects,
      }),
    );
  const replies = 'count medianWorkingHours p90WorkingHours withinTarget';
  return [
    ...counts,
    ...work('replyTimes', replies, ['MESSAGING', 'REPLY']),
    ...work('replyTimes', replies, ['MESSAGING', 'REPLY'], 'by: [PERIOD], '),
    ...work('workFlow', 'period received closed', ['REPORTS', 'CLOSED']),
    ...work('messagingUse', 'period reports optedIn wroteAgain', ['REPORTS', 'MESSAGING', 'WROTE']),
    {
      name: 'backlog',
      query: '{ backlog { rows { age count suppressed } } }',
      variables: {},
      subjects: ['BACKLOG'],
    },
  ];
}
