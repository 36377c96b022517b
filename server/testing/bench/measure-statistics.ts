import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { fillStatistics, type QuestionOfStatistics, questionsOfStatistics } from './many-facts.ts';
import type { Stage } from './stage.ts';
import { percentile } from './statistics.ts';
import { WireConnection } from './wire-connection.ts';

/** How often each question is asked. */
const TURNS = 5;

/** How many of the slowest are asked again, and how often: the p95 of five is no more than the slowest of them. */
const SLOWEST = 5;
const TURNS_OF_SLOWEST = 40;

const MAKE_TOKEN = `mutation($input: MakeAnalyticsTokenInput!) { makeAnalyticsToken(input: $input) {
  __typename ... on AnalyticsTokenMade { secret } ... on Problem { message } } }`;

/** The sums that a question is answered from, grouped by the database alone. */
const BARE = `SELECT months[1], route, labels, sum(count) FROM statistics.part
  WHERE subject = ANY($1) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** How long each question took. */
export interface Asked {
  readonly name: string;
  /** p95 in milliseconds. */
  readonly p95: number;
  readonly p50: number;
  /** p50 of the bare statement in milliseconds. */
  readonly bare: number;
}

/** What asking everything took. */
export interface StatisticsTimes {
  /** Reports that were counted. */
  readonly facts: number;
  /** Sums that are told of them. */
  readonly sums: number;
  readonly asked: readonly Asked[];
  /** Those of them whose median was the largest, asked so often that their p95 is one. */
  readonly slowest: readonly Asked[];
}

/** Measures every question that may be asked, with a token, at the analytics door. */
export async function measureStatistics(stage: Stage): Promise<StatisticsTimes> {
  const { server, setting } = stage;
  const pool = await stage.openPool();
  const staff = await WireConnection.open(server.staffPort, '127.0.0.1', { cookie: setting.staffCookie });
  try {
    const filled = await fillStatistics(pool, staff);
    const input = { id: randomUUID(), name: 'Figures', days: 1 };
    const made = await staff.post(JSON.stringify({ query: MAKE_TOKEN, variables: { input } }));
    const token = String(JSON.parse(made.body).data.makeAnalyticsToken.secret);
    const analyst = await WireConnection.open(server.staffPort, '127.0.0.1', {
      authorization: `Bearer ${token}`,
    });
    try {
      const ask = (question: QuestionOfStatistics, turns: number) =>
        askAgainAndAgain(analyst, pool, question, turns);
      const asked: { question: QuestionOfStatistics; took: Asked }[] = [];
      for (const question of questionsOfStatistics(filled.questions)) {
        asked.push({ question, took: await ask(question, TURNS) });
      }
      asked.sort((one, other) => other.took.p50 - one.took.p50);
      const slowest: Asked[] = [];
      for (const { question } of asked.slice(0, SLOWEST)) slowest.push(await ask(question, TURNS_OF_SLOWEST));
      return { facts: filled.facts, sums: filled.sums, asked: asked.map(({ took }) => took), slowest };
    } finally {
      analyst.close();
    }
  } finally {
    staff.close();
    await pool.end();
  }
}

async function askAgainAndAgain(
  analyst: WireConnection,
  pool: pg.Pool,
  { name, query, variables, subjects }: QuestionOfStatistics,
  turns: number,
): Promise<Asked> {
  const json = JSON.stringify({ query, variables });
  const tookMs: number[] = [];
  const bareMs: number[] = [];
  for (let turn = -1; turn < turns; turn += 1) {
    const startedAt = performance.now();
    const { body } = await analyst.post(json, '/analytics/graphql');
    const answeredAt = performance.now();
    if (body.includes('"errors"')) throw new Error(`${name}: ${body}`);
    await pool.query(BARE, [subjects]);
    // The first turn warms both up.
    if (turn < 0) continue;
    tookMs.push(answeredAt - startedAt);
    bareMs.push(performance.now() - answeredAt);
  }
  return { name, p95: percentile(tookMs, 95), p50: percentile(tookMs, 50), bare: percentile(bareMs, 50) };
}
