import type pg from 'pg';
import { eventually } from '../eventually.ts';
import { storeManyCases } from '../many-cases.ts';
import { INBOX_CHANGED } from '../operations.ts';
import { SocketClient } from '../socket-client.ts';
import { databaseCpuMs } from './database-cpu.ts';
import type { Stage } from './stage.ts';
import { WireConnection } from './wire-connection.ts';

const INBOXES = 300;
const OPENED = 500;
const SEARCHES = 5;
const WARM_UP = 50;

/** How long the program has for the fast wraps of all cases, in milliseconds. */
const MADE_WITHIN = 120_000;

/** About as much as a person writes: it falls into the bucket of 2 KiB. */
const WORDS =
  'It began in the spring, in the small office behind the library, and nobody else was there. '.repeat(14);

const BADGES = 'status replyDueBy isOverdue assignee { id name } labels { id text }';

/** What the dashboard asks for a list of the inbox. */
const INBOX = `query { cases(first: 25, filter: { status: [NEW, OPEN, WAITING_FOR_REPORTER, ON_HOLD] }, orderBy: REPLY_DUE) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id number receivedOn category messaging hasUnread
  ${BADGES} } } } }`;

/** What the navigation beside it asks for. */
const VIEWS = 'query { caseViews { view count } }';

/** What the dashboard asks for a case. */
const CASE = `query($id: ID!) { case(id: $id) { id number hasUnread receivedOn messaging category canReply locale reopensUntil
  replyTurn ${BADGES} assignableTo { id name } answers { questionText text choices month } contactDetails { name email phone }
  messages { seq author text sentOn } notes { id author { id name } text writtenAt } drafts { kind text }
  history { id kind at by { id name } assignee { id name } fromStatus toStatus reason label { id text } } } }`;

const SEARCH = `query($text: String!, $after: String) { searchCases(text: $text, after: $after, first: 100) {
  scanned total endCursor hits { foundIn case { id } } } }`;

/** The same act again and again. */
export interface Waits {
  /** How long the caseworker waited each time, in milliseconds. */
  readonly tookMs: readonly number[];
  /** CPU of program and database for each, in milliseconds. */
  readonly cpuMs: number;
}

/** How long a caseworker waits for what. */
export interface Casework {
  readonly cases: number;
  readonly inbox: Waits;
  readonly open: Waits;
  /** How long the inbox was open until the fast wraps of all cases were made, in milliseconds. */
  readonly madeAfterMs: number;
  /** The first search after that, and those that follow. */
  readonly search: Waits;
  /** The first search where no fast wrap was made yet. */
  readonly coldSearch: Waits;
}

interface Stretch {
  readonly data: { readonly searchCases: { readonly scanned: number; readonly endCursor: string | null } };
}

/** Measures the work on so many cases. All cases that were there before are taken away. */
export async function measureCasework(stage: Stage, cases: number): Promise<Casework> {
  const ids = await seedCases(stage, cases);
  const { server, setting } = stage;
  const staff = await WireConnection.open(server.staffPort, '127.0.0.1', { cookie: setting.staffCookie });
  const pool = await stage.openPool();
  const views = await WireConnection.open(server.staffPort, '127.0.0.1', { cookie: setting.staffCookie });
  try {
    const openInbox = () => Promise.all([ask(staff, INBOX, {}), ask(views, VIEWS, {})]);
    const openCase = (turn: number) => ask(staff, CASE, { id: ids[(turn * 7_919) % ids.length] });
    const search = () => searchThrough(staff, cases);
    await timed(stage, WARM_UP, openInbox);
    await timed(stage, WARM_UP, (turn) => openCase(OPENED + turn));
    const inbox = await timed(stage, INBOXES, openInbox);
    const open = await timed(stage, OPENED, openCase);
    const madeAfterMs = await fastWrapsMade(stage, pool);
    const searches = await timed(stage, SEARCHES, search);
    await pool.query('UPDATE case_wrap SET fast_wrap = NULL');
    const coldSearch = await timed(stage, 1, search);
    return { cases, inbox, open, madeAfterMs, search: searches, coldSearch };
  } finally {
    staff.close();
    views.close();
    await pool.end();
  }
}

async function seedCases(stage: Stage, cases: number): Promise<string[]> {
  await stage.restart('casework');
  const pool = await stage.openPool();
  try {
    await pool.query('TRUNCATE case_file CASCADE');
    return await storeManyCases(statementsOf(pool), cases, (number) => ({
      words: `${WORDS}${number}`,
      messages: number % 2 ? Array.from({ length: 2 + (number % 4) }, () => WORDS.slice(0, 500)) : [],
      notes: number % 2 ? [WORDS.slice(0, 300)] : [],
    }));
  } finally {
    await pool.end();
  }
}

function statementsOf(pool: pg.Pool) {
  return {
    query: async <Rows>(statement: string, values?: unknown[]) =>
      (await pool.query(statement, values)).rows as Rows,
  };
}

async function timed(stage: Stage, times: number, act: (turn: number) => Promise<unknown>): Promise<Waits> {
  const tookMs: number[] = [];
  const spent = async () => (await stage.server.cpuMs()) + (await databaseCpuMs(await stage.postmaster()));
  const before = await spent();
  for (let turn = 0; turn < times; turn += 1) {
    const startedAt = performance.now();
    await act(turn);
    tookMs.push(performance.now() - startedAt);
  }
  return { tookMs, cpuMs: ((await spent()) - before) / times };
}

/** Keeps an inbox open as the dashboard does, until the fast wraps of all cases stand in their rows. */
async function fastWrapsMade({ server, setting }: Stage, pool: pg.Pool): Promise<number> {
  const startedAt = performance.now();
  const door = `http://127.0.0.1:${server.staffPort}`;
  const socket = await SocketClient.ready(door, undefined, {
    headers: { cookie: setting.staffCookie, origin: door },
  });
  socket.subscribe('1', INBOX_CHANGED);
  const areMade = async () =>
    (await pool.query('SELECT FROM case_wrap WHERE fast_wrap IS NULL LIMIT 1')).rows.length === 0;
  await eventually(areMade, MADE_WITHIN);
  socket.raw.terminate();
  return performance.now() - startedAt;
}

async function searchThrough(staff: WireConnection, cases: number): Promise<void> {
  for (let after: string | null = null; ; ) {
    const body = await ask(staff, SEARCH, { text: 'nowhere to be found', after });
    const { scanned, endCursor } = (JSON.parse(body) as Stretch).data.searchCases;
    if (endCursor === null && scanned !== cases) throw new Error(`The search ended after ${scanned} cases`);
    if (endCursor === null) return;
    after = endCursor;
  }
}

/** @throws {Error} an answer with errors, or without the case: both are fast. */
async function ask(staff: WireConnection, query: string, variables: object): Promise<string> {
  const { body } = await staff.post(JSON.stringify({ query, variables }));
  if (body.includes('"errors"') || body.includes('"case":null')) throw new Error(`No data: ${body}`);
  return body;
}
