import pg from 'pg';

/** Tables that change by being somebody: how long a session goes on. */
const OF_SESSIONS = ['public.staff_session', 'public.reporter_session'];

/** The rows of a database at one moment, to compare with and to go back to. */
export class RememberedTables {
  private constructor(
    private readonly client: pg.Client,
    /** Copies by the tables they are of. */
    private readonly copies: ReadonlyMap<string, string>,
    /** What every table was like. */
    private readonly digests: ReadonlyMap<string, string>,
  ) {}

  /** Copies every table. @param ownerUrl of a superuser, because restored rows pass by foreign keys. */
  static async of(ownerUrl: string): Promise<RememberedTables> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname NOT LIKE 'pg_temp%' ORDER BY 1`,
    );
    const copies = new Map(rows.map(({ name }, index) => [name, `remembered_${index}`]));
    for (const [name, copy] of copies) await client.query(`CREATE TEMP TABLE ${copy} AS TABLE ${name}`);
    // Nothing here has to outlast a crash.
    await client.query('SET synchronous_commit = off');
    return new RememberedTables(client, copies, await digestsOf(client, [...copies.keys()]));
  }

  /** The tables whose rows are not as they were, sessions aside. */
  async changed(): Promise<string[]> {
    return (await this.differing()).filter((name) => !OF_SESSIONS.includes(name));
  }

  /** Puts every row back. */
  async restore(): Promise<void> {
    const names = await this.differing();
    if (names.length === 0) return;
    await this.client.query('BEGIN');
    // Without foreign keys and triggers, which would look at tables that are still to be restored.
    await this.client.query("SET LOCAL session_replication_role = 'replica'");
    for (const name of names) {
      await this.client.query(`DELETE FROM ${name}`);
      await this.client.query(`INSERT INTO ${name} TABLE ${this.copies.get(name)}`);
    }
    await this.client.query('COMMIT');
  }

  async forget(): Promise<void> {
    await this.client.end();
  }

  private async differing(): Promise<string[]> {
    const now = await digestsOf(this.client, [...this.copies.keys()]);
    return [...now].flatMap(([name, digest]) => (digest === this.digests.get(name) ? [] : [name]));
  }
}

async function digestsOf(client: pg.Client, names: readonly string[]): Promise<Map<string, string>> {
  const each = names.map(
    (name) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS digest FROM ${name} t`,
  );
  // Named, so that it is planned once.
  const { rows } = await client.query<{ name: string; digest: string }>({
    name: 'digests',
    text: each.join(' UNION ALL '),
  });
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}
