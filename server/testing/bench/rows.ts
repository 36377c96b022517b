import type { Casework, Waits } from './measure-casework.ts';
import type { PageWeight } from './measure-landing.ts';
import type { SubscriptionMemory } from './measure-memory.ts';
import type { PairedRounds } from './measure-messaging.ts';
import type { PushDelays } from './measure-push.ts';
import type { Asked, StatisticsTimes } from './measure-statistics.ts';
import type { SubmitRounds } from './measure-submits.ts';
import { over, type Rounds, ratioOver, type Stretch } from './rounds.ts';
import type { ResidentAfterWork } from './stage.ts';
import { percentile, spreadOf } from './statistics.ts';
import { figure, figures, type Row } from './table.ts';

const KIB = 1_024;
const MB = 1_000_000;
const KB = 1_000;

const perSecond = (stretch: Stretch) => stretch.perSecond;
const p50 = (stretch: Stretch) => stretch.p50;
const p99 = (stretch: Stretch) => stretch.p99;

/** Lines about reports without messaging. */
export function submitRows({ clients, server, bare, sealing }: SubmitRounds): Row[] {
  const at = `${clients} ${clients === 1 ? 'connection' : 'connections'}`;
  const speed = ratioOver(server, bare, perSecond);
  const slowest = ratioOver(server, bare, p99);
  const cpu = over(server, ({ serverCpuMs }) => serverCpuMs);
  return [
    {
      what: `reports/s, ${at}`,
      measured: figures(over(server, perSecond)),
      beside: `${figures(over(bare, perSecond))} same transaction, bare pg`,
      ratio: figures(speed),
      goal: '≥ 0.5',
      isMet: speed.median >= 0.5,
    },
    {
      what: `p99 of a report, ${at} (p50 ${figure(over(server, p50).median)} ms)`,
      measured: figures(over(server, p99), 'ms'),
      beside: `${figures(over(bare, p99), 'ms')} (p50 ${figure(over(bare, p50).median)} ms)`,
      ratio: figures(slowest),
      goal: '≤ 2',
      isMet: slowest.median <= 2,
    },
    info(`reports/s, ${at}, beside transaction and sealing`, server, sealing, 'bare pg and sodium'),
    {
      what: `server CPU for each report, ${at}`,
      measured: figures(cpu, 'ms'),
      beside: shares(server, bare),
      ratio: null,
      goal: '≤ 1 ms',
      isMet: cpu.median <= 1,
    },
  ];
}

/** Lines about reports with messaging. */
export function messagingRows({ clients, server, bare }: PairedRounds): Row[] {
  const at = `${clients} ${clients === 1 ? 'connection' : 'connections'}`;
  return [
    info(`reports/s with messaging, ${at}`, server, bare, 'same transaction and Argon2'),
    {
      what: `p99 of a report with messaging, ${at} (p50 ${figure(over(server, p50).median)} ms)`,
      measured: figures(over(server, p99), 'ms'),
      beside: `${figures(over(bare, p99), 'ms')} (p50 ${figure(over(bare, p50).median)} ms)`,
      ratio: figures(ratioOver(server, bare, p99)),
      goal: null,
      isMet: null,
    },
  ];
}

/** The line about logins. */
export function loginRow({ clients, server, bare }: PairedRounds): Row {
  const ratio = ratioOver(server, bare, perSecond);
  return {
    ...info(`logins/s, ${clients} connections`, server, bare, 'Argon2 alone, two at once'),
    goal: '≥ 0.9',
    isMet: ratio.median >= 0.9,
  };
}

/** Lines about the time from sending a reply until its push is there. */
export function pushRows(
  delays: PushDelays,
  { most50, most99 }: { most50: number | null; most99: number | null },
): Row[] {
  const { subscriptions, p50, p99, answeredP50 } = delays;
  const what = `reply to push, ${figure(subscriptions)} open ${subscriptions === 1 ? 'subscription' : 'subscriptions'}`;
  const beside = `${figure(answeredP50)} ms until the reply itself is answered, p50`;
  return [
    {
      what: `${what}, p50`,
      measured: `${figure(p50)} ms`,
      beside,
      ratio: null,
      ...within(p50, most50, 'ms'),
    },
    {
      what: `${what}, p99`,
      measured: `${figure(p99)} ms`,
      beside: null,
      ratio: null,
      ...within(p99, most99, 'ms'),
    },
  ];
}

/** Lines about memory of open subscriptions. */
export function memoryRows({ subscriptions, residentBytes, heapBytes }: SubscriptionMemory): Row[] {
  const resident = residentBytes / KIB;
  return [
    {
      what: `memory for each open subscription, at ${figure(subscriptions)}`,
      measured: `${figure(resident)} KiB resident`,
      beside: `${figure(heapBytes / KIB)} KiB of it on the heap`,
      ratio: null,
      ...within(resident, 30, 'KiB'),
    },
  ];
}

/** Lines about the work of caseworkers. */
export function caseworkRows({ cases, inbox, open, madeAfterMs, search, coldSearch }: Casework): Row[] {
  const through = `search through ${figure(cases)} cases`;
  return [
    waited('opening the inbox', inbox),
    waited('opening a case', open),
    {
      ...searched(`${through}, the slowest of ${search.tookMs.length}, the first one included`, search),
      ...within(Math.max(...search.tookMs) / 1_000, 1, 's'),
    },
    searched(
      `${through} before their keys are made fast, ${figure(madeAfterMs / 1_000)} s after an inbox was opened`,
      coldSearch,
    ),
  ];
}

function waited(what: string, { tookMs, cpuMs }: Waits): Row {
  const p95 = percentile(tookMs, 95);
  return {
    what: `${what}, p95 (p50 ${figure(percentile(tookMs, 50))} ms)`,
    measured: `${figure(p95)} ms`,
    beside: `${figure(cpuMs)} ms of CPU, database included`,
    ratio: null,
    ...within(p95, 50, 'ms'),
  };
}

function searched(what: string, { tookMs, cpuMs }: Waits): Row {
  const slowest = percentile(tookMs, 100) / 1_000;
  return {
    what,
    measured: `${figure(slowest)} s`,
    beside: `${figure(cpuMs / 1_000)} s of CPU, database included`,
    ratio: null,
    goal: null,
    isMet: null,
  };
}

/** Lines about the statistics. */
export function statisticsRows({ asked, slowest: candidates }: StatisticsTimes): Row[] {
  const slowest = candidates.reduce((one, other) => (other.p95 > one.p95 ? other : one));
  const middle = (pick: (each: Asked) => number) => percentile(asked.map(pick), 50);
  const line = (what: string, each: Pick<Asked, 'p95' | 'p50' | 'bare'>): Row => ({
    what: `${what}, p95 (p50 ${figure(each.p50)} ms)`,
    measured: `${figure(each.p95)} ms`,
    beside: `${figure(each.bare)} ms the bare statement`,
    ratio: figure(each.p50 / each.bare),
    ...within(each.p95, 200, 'ms'),
  });
  return [
    line(`the slowest question: ${slowest.name}`, slowest),
    line('the middle one of all questions', {
      p95: middle(({ p95 }) => p95),
      p50: middle(({ p50 }) => p50),
      bare: middle(({ bare }) => bare),
    }),
  ];
}

/** Lines about starting and about memory in all. */
export function processRows(process: {
  warmStartsMs: readonly number[];
  residentIdle: readonly number[];
  residentAfterWork: readonly ResidentAfterWork[];
}): Row[] {
  const starts = spreadOf(process.warmStartsMs.map((ms) => ms / 1_000));
  const idle = spreadOf(process.residentIdle.map((bytes) => bytes / MB));
  const largest = (what: string, bytesOf: (after: ResidentAfterWork) => number, goal: number | null): Row => {
    const after = process.residentAfterWork.map((each) => ({
      work: each.work,
      megabytes: bytesOf(each) / MB,
    }));
    const most = Math.max(...after.map(({ megabytes }) => megabytes));
    return {
      what: `${what}, the largest process`,
      measured: `${figure(most)} MB`,
      beside: after.map(({ work, megabytes }) => `${work} ${figure(megabytes)} MB`).join(', '),
      ratio: null,
      ...within(most, goal, 'MB'),
    };
  };
  return [
    {
      what: 'warm start to the first answer, database included',
      measured: figures(starts, 's'),
      beside: null,
      ratio: null,
      ...within(starts.median, 2, 's'),
    },
    {
      what: 'resident memory, idle, without the database',
      measured: figures(idle, 'MB'),
      beside: null,
      ratio: null,
      ...within(idle.median, 150, 'MB'),
    },
    largest('resident memory after the run and half a minute of rest', ({ restedBytes }) => restedBytes, 250),
    largest('resident memory in the second that the run ends', ({ bytes }) => bytes, null),
  ];
}

/** The line about the landing page. */
export function landingRow(weight: PageWeight | null): Row {
  if (!weight) {
    return {
      what: 'landing page',
      measured: 'no page is served',
      beside: null,
      ratio: null,
      goal: '≤ 50 KB',
      isMet: null,
    };
  }
  return {
    what: `landing page with all it loads before JavaScript, ${weight.files} files`,
    measured: `${figure(weight.bytes / KB)} KB`,
    beside: `${figure(weight.sentBytes / KB)} KB as sent`,
    ratio: null,
    ...within(weight.bytes / KB, 50, 'KB'),
  };
}

function info(what: string, server: Rounds, bare: Rounds, beside: string): Row {
  return {
    what,
    measured: figures(over(server, perSecond)),
    beside: `${figures(over(bare, perSecond))} ${beside}`,
    ratio: figures(ratioOver(server, bare, perSecond)),
    goal: null,
    isMet: null,
  };
}

/** Who took the rest of the processor: it bounds both sides. */
function shares(server: Rounds, bare: Rounds): string {
  const cpu = (rounds: Rounds, pick: (stretch: Stretch) => number) => figure(over(rounds, pick).median);
  const database = ({ databaseCpuMs }: Stretch) => databaseCpuMs;
  const client = ({ clientCpuMs }: Stretch) => clientCpuMs;
  return `and ${cpu(server, database)} ms PostgreSQL, ${cpu(server, client)} ms client; bare pg ${cpu(bare, client)} ms and ${cpu(bare, database)} ms PostgreSQL`;
}

function within(measured: number, most: number | null, unit: string): Pick<Row, 'goal' | 'isMet'> {
  return most === null ? { goal: null, isMet: null } : { goal: `≤ ${most} ${unit}`, isMet: measured <= most };
}
