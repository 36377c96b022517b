import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { killChildren } from '../../../server/testing/child.ts';
import { liveYearIn } from '../../../server/testing/lived-year.ts';
import { type GeneratedCase, storeManyCases } from '../../../server/testing/many-cases.ts';
import { openServer, type ServerChild } from '../../../server/testing/server-child.ts';
import { asOwner, createEmptyDatabase } from '../../../server/testing/test-database.ts';
import { type Cookie, MORGAN, NOOR, type Person, Staff } from './staff.ts';

/** All that a test of the dashboard knows about the service. */
export interface Doors {
  /** Origin of the portal and of the reporters' endpoint. */
  readonly publicUrl: string;
  /** Origin of the dashboard and of the caseworkers' endpoint. */
  readonly staffUrl: string;
  /** A link that makes somebody a caseworker, once. */
  invitation(): Promise<string>;
  /** Has somebody join as a caseworker; reports from before are closed to them. */
  join(person: Person): Promise<void>;
  /** Signs in a caseworker who joined before every case of the file. @returns the cookie of the session. */
  signIn(person: Person): Promise<Cookie>;
  /** A caseworker who asks the service without a browser. */
  staff(person: Person): Promise<Staff>;
  /**
   * Takes away every case and template, all questions but the first ones, whatever was set of the organisation, and
   * whoever came by `join`.
   */
  empty(): Promise<void>;
  /** Lets everybody sign in with a password alone again, whoever asked for more. */
  needNoSecondFactor(): Promise<void>;
  /** Stores so many sealed cases that both caseworkers can open. @returns their ids. */
  storeCases(count: number, caseOf: (number: number) => GeneratedCase): Promise<string[]>;
  /** Tells so much of months, which are closed by that and are all that was ever counted. */
  tellStatistics(months: readonly string[], parts: readonly ToldPart[]): Promise<void>;
  /** Lets a generated year of 5,000 reports happen, each month closed when it was over. */
  liveYear(): Promise<void>;
  /** Closes every conversation for good, as the service does some time after its case was closed. */
  closeForGood(): Promise<void>;
  /** Has the service take it that it did not run for so many days, as if its clock had jumped. */
  haveNotRunFor(days: number): Promise<void>;
  /** Notes a change on every case there is, as if all of them were worked on at once. */
  touchCases(): Promise<void>;
  /** Kills the program as a power cut would, and waits until it is gone. Its database stays. */
  kill(): Promise<void>;
  /** Starts it again at the same addresses. */
  revive(): Promise<void>;
}

/** What is told of a month, or of months together, as a closing writes it. */
export interface ToldPart {
  readonly subject: string;
  readonly months: readonly string[];
  readonly labels: readonly string[];
  readonly count: number;
}

/**
 * The built program on a database of its own, once for the tests of a file. Two caseworkers have joined, Morgan who runs
 * the installation, and Noor.
 *
 * @param name of the file, letters only.
 * @param more variables of the program. @default none
 */
export function useDoors(name: string, more: Readonly<Record<string, string>> = {}): Doors {
  let server: ServerChild | undefined;
  let folder = '';
  let ownerUrl = '';
  let env: Record<string, string> = {};

  beforeAll(async () => {
    const database = await createEmptyDatabase(`dashboard_${name}`);
    ownerUrl = database.ownerUrl;
    folder = await mkdtemp(join(tmpdir(), 'restante data '));
    await chmod(folder, 0o755);
    env = {
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: database.url,
      ORGANISATION_NAME: 'Example University',
      ...more,
    };
    server = await openServer(env);
    const [, link = ''] = /First administrator +(\S+)/.exec(server.child.out()) ?? [];
    await Staff.accept(server.staffUrl, link, MORGAN);
    await new Staff(server.staffUrl, await Staff.signIn(server.staffUrl, MORGAN)).needNoSecondFactor();
    await Staff.accept(server.staffUrl, await invitation(), NOOR);
    await asOwner(ownerUrl, (client) => client.query('CREATE TABLE first_settings AS TABLE organisation'));
  }, 60_000);
  afterAll(async () => {
    await killChildren();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = () => {
    if (server === undefined) throw new Error('The doors are open inside tests only');
    return server;
  };
  const invitation = async () => {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await asOwner(ownerUrl, (client) =>
      client.query(
        `INSERT INTO invitation (token_hash, roles, works_until) VALUES ($1, '{CASEWORKER}', now() + '1 hour')`,
        [hash],
      ),
    );
    return `${opened().staffUrl}/welcome#${token}`;
  };

  return {
    get publicUrl() {
      return opened().publicUrl;
    },
    get staffUrl() {
      return opened().staffUrl;
    },
    invitation,
    join: async (person) => Staff.accept(opened().staffUrl, await invitation(), person),
    signIn: (person) => Staff.signIn(opened().staffUrl, person),
    staff: async (person) => new Staff(opened().staffUrl, await Staff.signIn(opened().staffUrl, person)),
    empty: () =>
      asOwner(ownerUrl, async (client) => {
        await client.query('TRUNCATE case_file, reply_template, questionnaire_draft CASCADE');
        await client.query('DELETE FROM questionnaire_version WHERE number > 1');
        await client.query('UPDATE questionnaire_version SET is_current = true');
        await client.query('DELETE FROM organisation');
        await client.query('INSERT INTO organisation SELECT * FROM first_settings');
        await client.query(
          `UPDATE caseworker SET is_active = false, is_removed = true, email_key = 'removed/' || id
           WHERE email <> ALL($1) AND NOT is_removed`,
          [[MORGAN.email, NOOR.email]],
        );
      }),
    needNoSecondFactor: () =>
      asOwner(ownerUrl, async (client) => {
        await client.query('UPDATE staff_policy SET needs_second_factor = false');
      }),
    storeCases: (count, caseOf) =>
      asOwner(ownerUrl, (client) =>
        storeManyCases(
          {
            query: async <Rows>(statement: string, values?: unknown[]) =>
              (await client.query(statement, values)).rows as Rows,
          },
          count,
          caseOf,
        ),
      ),
    tellStatistics: (months, parts) =>
      asOwner(ownerUrl, async (client) => {
        await client.query('BEGIN');
        await client.query('TRUNCATE statistics.part, statistics.closed_month');
        await client.query('UPDATE statistics.setting SET counted_from = $1', [months[0]]);
        for (const month of months) {
          await client.query('INSERT INTO statistics.closed_month VALUES ($1, current_date, 10)', [month]);
        }
        for (const { subject, months: told, labels, count } of parts) {
          await client.query(`INSERT INTO statistics.part VALUES ($1, $2, 'ALL', $3, $4)`, [
            subject,
            told,
            labels,
            count,
          ]);
        }
        await client.query('COMMIT');
      }),
    liveYear: async () => {
      await liveYearIn(env['DATABASE_URL'] ?? '');
    },
    closeForGood: () =>
      asOwner(ownerUrl, async (client) => {
        await client.query('UPDATE conversation SET is_open = false');
      }),
    haveNotRunFor: (days) =>
      asOwner(ownerUrl, async (client) => {
        await client.query('UPDATE day_seen SET seen_on = current_date - $1::int, doubted_since = NULL', [
          days,
        ]);
      }),
    touchCases: () =>
      asOwner(ownerUrl, async (client) => {
        await client.query('UPDATE case_file SET version = version + 1, changed_on = current_date');
      }),
    kill: async () => {
      opened().child.kill('SIGKILL');
      await opened().child.ended;
    },
    revive: async () => {
      const [PORT, STAFF_PORT] = [new URL(opened().publicUrl).port, new URL(opened().staffUrl).port];
      server = await openServer({ ...env, PORT, STAFF_PORT });
    },
  };
}
