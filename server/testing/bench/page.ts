import { cpus, loadavg, totalmem } from 'node:os';
import { asMarkdown, type Row } from './table.ts';

/** What the figures were taken on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  readonly postgresql: string;
  readonly day: string;
  /** Processes that wanted a core before the run began and at its end, averaged over a minute. */
  readonly load: readonly [before: number, after: number];
}

/** One group of lines, with what has to be known to read them. */
export interface Chapter {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** Looks at this machine. */
export function thisMachine(postgresql: string, loadBefore: number): Machine {
  const found = cpus();
  return {
    processor: found[0]?.model.trim() ?? 'unknown',
    cores: found.length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgresql,
    day: new Date().toISOString().slice(0, 10),
    load: [loadBefore, loadavg()[0] ?? 0],
  };
}

/** Writes `docs/benchmarks.md`. */
export function benchmarksPage(machine: Machine, chapters: readonly Chapter[]): string {
  const missed = chapters.flatMap(({ rows }) => rows).filter(({ isMet }) => isMet === false);
  return [
    '# Benchmarks',
    'Written by `npm run bench`. Run it on your own machine: absolute figures belong to one machine and one day, ratios travel.',
    [
      '| Machine | |',
      '| --- | --- |',
      `| Processor | ${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB |`,
      `| Node.js | ${machine.node} |`,
      `| PostgreSQL | ${machine.postgresql}, the embedded one, on the same machine and the same cores |`,
      `| Day | ${machine.day} |`,
      `| Load average | ${machine.load[0].toFixed(1)} before the run, ${machine.load[1].toFixed(1)} at its end |`,
    ].join('\n'),
    ...(machine.load[0] > QUIET ? [BUSY] : []),
    missed.length === 0
      ? '**Every goal was met in this run.**'
      : `**Not met in this run: ${missed.map(({ what, measured, ratio, goal }) => `${what} (${ratio ?? measured}, goal ${goal})`).join('; ')}.**`,
    HOW_TO_READ,
    ...chapters.flatMap(({ title, text, rows }) => [`## ${title}`, text, asMarkdown(rows).trimEnd()]),
    '',
  ].join('\n\n');
}

/** Load average below which a machine has nothing else to do. */
const QUIET = 0.5;

const BUSY = `**The machine was not quiet.** Other programs wanted its cores during this run. That hits the program harder than what
stands beside it, because its JavaScript runs on one thread while bare \`pg\` is spread over the processes of PostgreSQL;
and CPU for each report rises as caches are shared. Times and ratios of a quiet machine are better than these.`;

const HOW_TO_READ = `## How to read this

- What is measured is the built program in a process of its own, started with the environment of \`npm start\`, with its own
  PostgreSQL on disk and with \`fsync\` on, over real HTTP and real sockets on the loopback address. The client is another process.
- Client, program and database share the cores, as they do for \`npm start\` on a small machine. What stands beside the
  program has no server in between, so it has more of the cores for itself.
- "Beside it" runs in the same minute: both take turns, round by round, in changing order, after a warm-up that is not counted.
  A ratio is the middle of the ratios of the rounds; the smallest and the largest stand in brackets.
- Clients wait for each answer before they ask again, so a connection has one request under way.
- Only the wanted answer counts. A refusal ends the run instead of looking fast.
- Each connection has a source address of its own in 127.0.0.0/8, because the program rations what one address may do. So
  this needs Linux.`;
