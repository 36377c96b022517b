import { measureCasework } from './measure-casework.ts';
import { measureLanding } from './measure-landing.ts';
import { measureMemory } from './measure-memory.ts';
import { measureLogins, measureMessaging, type PairedRounds } from './measure-messaging.ts';
import { measurePush } from './measure-push.ts';
import { measureStatistics, type StatisticsTimes } from './measure-statistics.ts';
import { measureSubmits, type SubmitRounds } from './measure-submits.ts';
import type { Chapter } from './page.ts';
import { over } from './rounds.ts';
import {
  caseworkRows,
  landingRow,
  loginRow,
  memoryRows,
  messagingRows,
  processRows,
  pushRows,
  statisticsRows,
  submitRows,
} from './rows.ts';
import { type SeededConversation, seedConversations } from './seeded-conversations.ts';
import { POOL_SIZE, type Stage } from './stage.ts';
import { figure } from './table.ts';

const CONNECTIONS = [1, 8, 32];
const MANY = 10_000;
const SOME = 1_000;

/** Measures all there is to measure, one chapter after another. @param say takes one line of progress. */
export async function measureAll(stage: Stage, say: (line: string) => void): Promise<Chapter[]> {
  say('Reports without messaging …');
  const submits: SubmitRounds[] = [];
  for (const clients of CONNECTIONS) submits.push(await measureSubmits(stage, clients));

  say('Reports with messaging …');
  const codes: string[] = [];
  const messaging: PairedRounds[] = [];
  await stage.restart('messaging and logins');
  for (const clients of CONNECTIONS) messaging.push(await measureMessaging(stage, clients, codes));

  say('Logins …');
  const logins = await measureLogins(stage, codes);
  const landing = await measureLanding(stage.server.publicPort);

  say('Replies …');
  const replies = await measureReplies(stage);

  say('Statistics …');
  const statistics = await measureStatisticsChapter(stage);

  say('Casework …');
  const casework = await measureCaseworkChapter(stage);
  await stage.noteMemory();
  return [
    { title: 'Reports', text: submitText(submits), rows: submits.flatMap(submitRows) },
    {
      title: 'Reports with messaging, and logins',
      text: argonText(messaging),
      rows: [...messaging.flatMap(messagingRows), loginRow(logins)],
    },
    replies,
    casework,
    statistics,
    {
      title: 'Start, memory and the first page',
      text: PROCESS_TEXT,
      rows: [...processRows(stage), landingRow(landing)],
    },
  ];
}

/** The chapters that can be measured by themselves, by name. */
export const ALONE: ReadonlyMap<string, (stage: Stage) => Promise<Chapter>> = new Map([
  ['casework', measureCaseworkChapter],
  ['statistics', measureStatisticsChapter],
]);

async function measureCaseworkChapter(stage: Stage): Promise<Chapter> {
  const casework = await measureCasework(stage, MANY);
  return {
    title: `Casework at ${figure(MANY)} cases`,
    text: CASEWORK_TEXT,
    rows: caseworkRows(casework),
  };
}

async function measureStatisticsChapter(stage: Stage): Promise<Chapter> {
  await stage.restart('statistics');
  const times = await measureStatistics(stage);
  return {
    title: `Statistics of ${figure(times.facts)} reports`,
    text: statisticsText(times),
    rows: statisticsRows(times),
  };
}

async function measureReplies(stage: Stage): Promise<Chapter> {
  await stage.restart('replies');
  const conversations = await seed(stage);
  const one = await measurePush(stage, conversations.splice(0, 1));
  const some = await measurePush(stage, conversations.splice(0, SOME));
  await stage.restart(`${figure(MANY)} subscriptions`);
  const many = await measureMemory(stage, conversations);
  return {
    title: 'Replies and open subscriptions',
    text: REPLY_TEXT,
    rows: [
      ...pushRows(one, { most50: 10, most99: null }),
      ...pushRows(some, { most50: 10, most99: 50 }),
      ...pushRows(many.delays, { most50: null, most99: null }),
      ...memoryRows(many),
    ],
  };
}

async function seed(stage: Stage): Promise<SeededConversation[]> {
  const pool = await stage.openPool();
  try {
    return await seedConversations(pool, stage.setting, 1 + SOME + MANY);
  } finally {
    await pool.end();
  }
}

function submitText(all: readonly SubmitRounds[]): string {
  const server = all.map((rounds) => over(rounds.server, ({ journalBytes }) => journalBytes).median);
  const bare = all.map((rounds) => over(rounds.bare, ({ journalBytes }) => journalBytes).median);
  return [
    'A report of about 1.3 KB in six answers, sealed into 2 KiB, without messaging, for one caseworker. Beside it stands the same',
    'transaction by `pg` alone: the same statements in the same order with values of the same size, on the same tables, each',
    `sent when the one before was answered, by a pool of ${POOL_SIZE} connections as the program has; then the same with the sealing that belongs to it, by sodium. Journal`,
    `written for each report: ${server.map(figure).join(', ')} bytes by the program, ${bare.map(figure).join(', ')} by bare \`pg\`, so`,
    'both write the same. The program sends in one go what needs no answer to what goes before, and the last of it with the COMMIT.',
    'CPU is that of the whole process, its compiler and garbage collector included.',
  ].join('\n');
}

function argonText(all: readonly PairedRounds[]): string {
  const server = all.map((rounds) => over(rounds.server, ({ journalBytes }) => journalBytes).median);
  const bare = all.map((rounds) => over(rounds.bare, ({ journalBytes }) => journalBytes).median);
  return [
    'Argon2id with m = 47,104 KiB, t = 1, p = 1, in the same environment of `malloc` on both sides. The program runs two at once,',
    'whatever the machine has; bare reports run as many as there are connections, up to four threads. A login is one Argon2 run,',
    `one read and one row for the session; the report is not asked for. About a thousand logins come before those that count. Journal for each report with messaging: ${server.map(figure).join(', ')} bytes by the program,`,
    `${bare.map(figure).join(', ')} beside it.`,
  ].join('\n');
}

function statisticsText({ facts, sums, asked }: StatisticsTimes): string {
  return [
    `${figure(facts)} reports over 30 years, as much as one question may reach over, by month and route: ${figure(sums)} sums that are told.`,
    `Each of the ${asked.length} questions that may be asked is asked five times over all of it, the five slowest forty times, by one analyst with`,
    'a token, from sending until the whole answer is there; that it was asked is written down and committed each time. Beside it stands the',
    'one statement that groups the same sums, sent by `pg`, in turn with it.',
  ].join('\n');
}

const REPLY_TEXT = [
  'From sending `replyToReporter` until the push is in the hands of the client: authentication, the whole transaction of the reply',
  'and its COMMIT are part of it. One reply after another, each to another conversation. Every subscription has a socket, a session and a',
  'conversation of its own; more than 10,000 conversations are in the database. Conversations and sessions are written straight into the',
  'tables, since ten thousand logins would take minutes. Memory is the difference before and after 10,000 subscriptions, each time after',
  'garbage was collected.',
].join('\n');

const CASEWORK_TEXT = [
  'What the dashboard asks when an inbox and when a case is opened, by one caseworker, one request after another, from sending until',
  'the whole answer is there. All words are sealed: a report of about 1.3 KB, half of the cases with two to five messages and a note. The',
  'inbox is the first 25 cases by the day a reply is due, with their categories unsealed, and the lengths of all lists. Each case is',
  'opened once and with all that is in it. A search looks through all of it for words that are nowhere, so that it ends at the end.',
  'While an inbox is open the program makes the keys of new cases fast to open, with a fifth of a core. Whoever comes to ten thousand',
  'cases and searches before that is done waits for the slow way; a day of ordinary work brings a few cases, and no such wait.',
].join('\n');

const PROCESS_TEXT = [
  'A warm start is one on existing data: from the start of the process until the answer to the first GraphQL query. Idle is',
  'the second after that. "After the run" is the largest of all processes that served the loads above: in the second that a load',
  'ends, while its garbage lies about, and half a minute later, when the program has rested and collected it; a process of less than',
  '250 MB is not looked at again. The page is counted as a browser unpacks it: HTML, style sheets, images and fonts.',
].join('\n');
