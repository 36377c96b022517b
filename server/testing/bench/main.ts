import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALONE, measureAll } from './chapters.ts';
import { benchmarksPage, thisMachine } from './page.ts';
import { Stage } from './stage.ts';
import { asText, figure } from './table.ts';

/**
 * Measures the built program, prints the figures as a table and writes `docs/benchmarks.md`.
 *
 * Run at the root of the project, in the environment of the server, so that what stands beside it has the same `malloc`.
 */
const root = process.cwd();
const startedAt = performance.now();
const loadBefore = Number(process.env['RESTANTE_BENCH_LOAD']);
if (process.platform !== 'linux') throw new Error('The benchmarks need Linux: see docs/benchmarks.md.');
if (!process.env['MALLOC_ARENA_MAX']) throw new Error('Start the benchmarks with: npm run bench');

const stage = await Stage.open(root);
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Kept: a terminal and the launcher both pass one Ctrl+C on.
    process.on(signal, () => reject(new Error(`Ended by ${signal}`)));
  }
});
try {
  await Promise.race([run(), interrupted]);
} finally {
  await stage.close();
}
process.exit();

async function run(): Promise<void> {
  const alone = ALONE.get(process.argv[2] ?? '');
  if (alone) {
    const { title, rows } = await alone(stage);
    say(`\n${title}\n\n${asText(rows)}`);
    say(`Resident memory at the end: ${figure((await stage.server.residentBytes()) / 1_000_000)} MB`);
    return;
  }
  const chapters = await measureAll(stage, say);
  const machine = thisMachine(await stage.postgresqlVersion(), loadBefore);
  await writeFile(join(root, 'docs', 'benchmarks.md'), benchmarksPage(machine, chapters));
  for (const { title, rows } of chapters) say(`\n${title}\n\n${asText(rows)}`);
  say(`Done in ${Math.round((performance.now() - startedAt) / 1_000)} s. Written to docs/benchmarks.md.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
