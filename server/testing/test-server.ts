import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type App, entities, openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { Argon2Queue } from '../crypto/argon2-queue.ts';
import { WakeUp } from '../database/wake-up.ts';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { TrustedDayService } from '../organisation/trusted-day.service.ts';
import type { Clock } from '../shared/clock.ts';
import { openLog } from '../shared/log.ts';
import { GraphQLClient } from './graphql-client.ts';
import { KeptAdministrator } from './kept-administrator.ts';
import { Seed } from './seed.ts';
import { useTestDatabase } from './test-database.ts';

/** A Wednesday in the middle of a month, a quarter and no holidays; noon, when it is the same day all over Europe. */
const ANY_DAY = new Date('2026-11-11T12:00:00Z');

/** For tests in which something goes by the real day: a browser, a command, rows that the database dates. */
export function noonOfToday(): Date {
  return new Date(new Date().setUTCHours(12, 0, 0, 0));
}

/** A clock that tests move. Runs on with real time from where it was put, so that no test depends on the day it is run. */
export class TestClock implements Clock {
  private offset: number;

  constructor(start: Date) {
    this.offset = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}

/** The whole program on real sockets and a real database; every test starts from empty tables. */
export interface TestServer {
  readonly app: App;
  readonly publicUrl: string;
  readonly staffUrl: string;
  readonly databaseUrl: string;
  /** The superuser of the test engine on the same database. */
  readonly ownerUrl: string;
  readonly dataSource: DataSource;
  readonly master: Buffer;
  readonly clock: TestClock;
  readonly wakeUp: WakeUp;
  readonly seed: Seed;
  /** Every line of the log since the test began. */
  readonly logLines: readonly string[];
  /** Somebody without a session, at the public door. */
  anyone(): GraphQLClient;
  /** Somebody without a session, at the staff door. */
  stranger(): GraphQLClient;
  /** Argon2 runs of this test so far. */
  argon2Runs(): number;
  /**
   * Moves the clock on as a service sees it that goes on running: without the jump that `clock.advance` is where it is
   * more than a month.
   */
  letDaysPass(days: number): Promise<void>;
}

const DAY = 86_400_000; // milliseconds
const AT_ONCE = 30; // days, no jump yet

/**
 * Gives each test of a `describe` a server of its own.
 *
 * @param startsAt what its clock begins with.
 */
export function useTestServer(startsAt: () => Date = () => ANY_DAY): TestServer {
  const database = useTestDatabase({ entities });
  const master = randomBytes(32);
  const kept = new KeptAdministrator();
  let lab: TestServer | null = null;

  beforeEach(async () => {
    const logLines: string[] = [];
    const log = openLog('debug', { write: (line: string) => void logLines.push(line) });
    const clock = new TestClock(startsAt());
    const wakeUp = new WakeUp({ directUrl: database.url, log });
    const argon2 = new Argon2Queue();
    await wakeUp.start();
    const app = await openApp({
      config: readConfig({
        PORT: '0',
        STAFF_PORT: '0',
        NODE_ENV: 'test',
        ORGANISATION_NAME: 'Example University',
      }),
      dataSource: database.dataSource,
      wakeUp,
      master,
      log,
      clock,
      argon2,
      pagesFolder: null,
    });
    const publicUrl = app.publicUrl ?? '';
    const staffUrl = app.staffUrl ?? '';
    const anyone = () => new GraphQLClient(publicUrl);
    const stranger = () => new GraphQLClient(staffUrl);
    lab = {
      app,
      publicUrl,
      staffUrl,
      databaseUrl: database.url,
      ownerUrl: database.ownerUrl,
      dataSource: database.dataSource,
      master,
      clock,
      wakeUp,
      logLines,
      anyone,
      stranger,
      argon2Runs: () => argon2.runs,
      async letDaysPass(days) {
        const { dataSource } = database;
        const trustedDay = new TrustedDayService(dataSource, new OrganisationService(dataSource, clock), log);
        for (let left = days; left > 0; left -= AT_ONCE) {
          clock.advance(Math.min(left, AT_ONCE) * DAY);
          await trustedDay.today();
        }
      },
      seed: new Seed(app, anyone, stranger, database.dataSource, clock, kept),
    };
  });

  afterEach(async () => {
    const closing = lab;
    lab = null;
    await closing?.app.close();
    await closing?.wakeUp.stop();
  });

  // The server is a new one for each test, so its parts are looked up when they are used.
  return new Proxy({} as TestServer, {
    get(_, part) {
      if (!lab) throw new Error('The test server is open inside tests only');
      return Reflect.get(lab, part);
    },
  });
}
