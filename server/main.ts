import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type Config, readConfig } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { cautions } from './launch/cautions.ts';
import { openingLines } from './launch/opening-lines.ts';
import { startFaultOf } from './launch/start-fault-of.ts';
import { type StopReason, StopRequest } from './launch/stop-request.ts';
import { type Log, openLog } from './shared/log.ts';

const CLOSE_WITHIN = 30_000; // 30 seconds for each part
const FORCED_WITHIN = 5_000; // 5 seconds for all of it, once somebody asked twice
const FAILED = 1;
const FORCED = 130;

/** The way out of `open` when somebody asked for the end meanwhile. */
class StoppedWhileStarting extends Error {}

const stop = new StopRequest().watch();
/** What has to be closed again, in the order in which it was opened. */
const closers: (() => Promise<void>)[] = [];
let database: Promise<OpenDatabase> | null = null;
process.exitCode = await run();
// Whatever still holds the event loop, everything that has to be kept is on the disk by now.
process.exit();

async function run(): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let config: Config | null = null;
  try {
    config = readConfig(process.env);
    const log = openLog(config.logLevel);
    watchFailures(log);
    for (const caution of cautions(config)) say(caution);
    // Starting may wait for others without end, for the lock of a migration for example.
    await Promise.race([open(config, log), stop.requested.then(endIfAsked)]);
  } catch (error) {
    if (!(error instanceof StoppedWhileStarting)) {
      await closeAll();
      tellFault(error, config);
      return FAILED;
    }
  }
  const reason = await stop.requested;
  say('Closing.');
  const isClosed = await Promise.race([closeAll().then(() => true), stop.forced.then(() => false)]);
  if (!isClosed) await Promise.race([closeDatabase(), delay(FORCED_WITHIN)]);
  if (!isClosed) return FORCED;
  return exitCodeOf(reason);
}

function exitCodeOf(reason: StopReason): number {
  return reason === 'failure' ? FAILED : 0;
}

async function open(config: Config, log: Log): Promise<void> {
  // Most of the program is loaded while the database starts, which takes as long.
  const loading = import('./open-service.ts');
  loading.catch(() => undefined);
  database = openDatabase(config, { report: say, onLost: (fault) => lose(log, fault) });
  closers.push(closeDatabase);
  const opened = await database;
  endIfAsked();
  const { openService } = await loading;
  const app = await openService({
    config,
    log,
    database: opened,
    report: say,
    opened: (close) => {
      closers.push(close);
      endIfAsked();
    },
  });
  say(openingLines(app).join('\n'));
  // Nobody waits for these, and the service is open without them: even loading them comes after it has opened.
  const { Jobs } = await import('./database/jobs.ts');
  const { IdleCollector } = await import('./idle-collector.ts');
  endIfAsked();
  const collector = new IdleCollector();
  closers.push(async () => collector.stop());
  collector.start();
  const jobs = new Jobs({ directUrl: opened.directUrl, log });
  closers.push(() => jobs.stop());
  void jobs.start(app.jobs);
}

/**
 * Latest first, and with them what still opens meanwhile. One that fails must not keep the others open, and none may hold
 * the end up for ever.
 */
async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    await Promise.race([close().catch(() => undefined), delay(CLOSE_WITHIN, undefined, { ref: false })]);
  }
}

/** A forced end still stops the embedded engine in order, which is what was opened first. One that starts is awaited. */
async function closeDatabase(): Promise<void> {
  await database?.then((opened) => opened.close()).catch(() => undefined);
}

function endIfAsked(): void {
  if (stop.isRequested) throw new StoppedWhileStarting();
}

function lose(log: Log, fault: unknown): void {
  log.error('The embedded PostgreSQL is gone and could not be started again', { error: fault });
  stop.stop('failure');
}

/** Node would print such an error with its text, which may be what a person typed. */
function watchFailures(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('Something failed that nothing caught; closing', { error, incident: randomUUID() });
      stop.stop('failure');
    });
  }
}

function tellFault(error: unknown, config: Config | null): void {
  const fault = startFaultOf(error, config);
  process.stderr.write(`\n${fault.message}\n${fault.advice}\n`);
  if (config?.logLevel === 'debug') process.stderr.write(`\n${inspect(error)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
