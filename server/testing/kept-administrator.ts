import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../shared/clock.ts';
import type { GraphQLClient } from './graphql-client.ts';

/** Where joining leaves rows, in an order in which they can be put back. */
const TABLES = ['caseworker', 'staff_session', 'audit_head', 'audit_entry'];

/** Deadlines of sessions are rounded to it. */
const QUARTER_HOUR = 15 * 60_000;

interface Kept {
  readonly quarter: number;
  /** By table: its rows as JSON. */
  readonly rows: ReadonlyMap<string, string>;
  readonly cookies: ReadonlyMap<string, string>;
}

/**
 * The first administrator of a file's tests, as the service itself made them: joining costs an Argon2 run of production
 * strength, so it is done by the first test that needs it, and those after it get the same rows and the same session.
 *
 * Good for one master secret, which the audit log is chained with.
 */
export class KeptAdministrator {
  private kept: Kept | null = null;

  /** Keeps what is there right after somebody joined. */
  async keep(client: GraphQLClient, dataSource: DataSource, clock: Clock): Promise<void> {
    const rows = new Map<string, string>();
    for (const table of TABLES) {
      const [found] = await dataSource.query<{ rows: string }[]>(
        `SELECT json_agg(t)::text AS rows FROM ${table} t`,
      );
      rows.set(table, found?.rows ?? '[]');
    }
    this.kept = { quarter: quarterOf(clock), rows, cookies: new Map(client.cookies) };
  }

  /**
   * Uses up the link and signs the client in, as if the administrator had just joined.
   *
   * @returns false: they have to join by the link, since none is kept, the clock was moved, or somebody acted already.
   */
  async restore(
    token: string,
    client: GraphQLClient,
    dataSource: DataSource,
    clock: Clock,
  ): Promise<boolean> {
    const { kept } = this;
    if (kept?.quarter !== quarterOf(clock)) return false;
    const used = await dataSource.query<[unknown[], number]>(
      `UPDATE invitation SET is_used = true
       WHERE token_hash = $1 AND NOT is_used AND NOT EXISTS (SELECT FROM audit_head)`,
      [createHash('sha256').update(token).digest()],
    );
    if (used[1] === 0) return false;
    for (const [table, rows] of kept.rows) {
      await dataSource.query(
        `INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1)`,
        [rows],
      );
    }
    for (const [name, value] of kept.cookies) client.cookies.set(name, value);
    return true;
  }
}

function quarterOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / QUARTER_HOUR);
}
