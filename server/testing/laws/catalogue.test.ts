import { describe, expect, it } from '@jest/globals';
import { LOG_OUT, MY_REPORT } from '../operations.ts';
import { asOwner } from '../test-database.ts';
import { useTestServer } from '../test-server.ts';
import { type DumpedTable, dumpOf } from './dump.ts';

/** Tables without any row that a reporter's act makes or changes; what staff did may have its time. A new table counts as one that has. */
const NOT_OF_REPORTERS = [
  'account_reset',
  'analytics_query',
  'analytics_token',
  'audit_entry',
  'audit_head',
  'case_act',
  'case_note',
  'caseworker',
  'colleague_on_case',
  'deployment',
  'invitation',
  'kept_out_label',
  'kept_out_member',
  'migration',
  'organisation',
  'questionnaire_draft',
  'questionnaire_version',
  'recovery_code',
  'reply_template',
  'staff_policy',
  'staff_session',
  'team',
  'team_member',
];

/** What a column of a table of reporters may be, but for these. None holds a time of day or grows by itself. */
const PLAIN_TYPES = ['uuid', 'bytea', 'text', 'boolean', 'date', 'jsonb'];

/** Counts inside one case or one conversation, and deadlines that are rounded. */
const EXPLAINED = [
  'case_file.clock_days_used smallint',
  'case_file.version integer',
  'case_wrap.read_seq integer',
  'conversation.code_epoch smallint',
  'conversation.last_reply_seq integer',
  'conversation.last_reporter_seq integer',
  'conversation.last_seq integer',
  'deletion_request.reporter_seq integer',
  'message.seq integer',
  'reporter_session.ends_at timestamp with time zone',
  'reporter_session.idle_until timestamp with time zone',
  // Sums of months, each of at least a threshold, and what they are sums of; none belongs to a report.
  'statistics.closed_month.threshold smallint',
  'statistics.part.count integer',
  'statistics.part.labels ARRAY',
  'statistics.part.months ARRAY',
  // A whole year as the portal shows it to everybody.
  'statistics.published_year.figures json',
  'statistics.published_year.year smallint',
  'statistics.setting.threshold smallint',
  // Which of the rows that a month is spread over by chance.
  'statistics.tally.stripe smallint',
];

/** SQL for the schemas of which everything here holds: all but those of PostgreSQL itself. */
const OURS = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";

/** SQL for the name of a table, with its schema where that is another than `public`. */
const TABLE = "CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name";

describe('the tables of reporters', () => {
  const lab = useTestServer();

  const ask = async (sql: string, parameters: unknown[] = []) =>
    await asOwner(lab.databaseUrl, async (client) => (await client.query(sql, parameters)).rows);

  const sizesOfStatistics = () => ask('SELECT length(sealed) AS bytes FROM statistics.tally');

  /** Every kind of row that a reporter can cause. */
  async function lived(): Promise<void> {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'a message');
    await lab.seed.reply(caseworker, 'a reply');
    await lab.seed.reportWithoutMessaging('words');
  }

  it('have no column of a type that could hold more than a day, but for those explained here', async () => {
    const columns = await ask(
      `SELECT ${TABLE} || '.' || column_name || ' ' || data_type AS column, data_type AS type
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema ${OURS} AND table_type = 'BASE TABLE' AND ${TABLE} <> ALL($1)`,
      [NOT_OF_REPORTERS],
    );

    expect(columns.length).toBeGreaterThan(30);
    expect(
      columns
        .filter(({ type }) => !PLAIN_TYPES.includes(type))
        .map(({ column }) => column)
        .sort(),
    ).toEqual(EXPLAINED);
  });

  it('have no serial, identity, generated column or default that the database fills in', async () => {
    const filled = await ask(
      `SELECT table_name, column_name, column_default FROM information_schema.columns
       WHERE table_schema ${OURS} AND ${TABLE} <> 'migration'
         AND (is_identity = 'YES' OR is_generated <> 'NEVER' OR column_default ~* '[(]|current|now')`,
    );
    const sequences = await ask(
      "SELECT sequence_name FROM information_schema.sequences WHERE sequence_name <> 'migration_id_seq'",
    );

    expect(filled).toEqual([]);
    expect(sequences).toEqual([]);
  });

  it('cause nothing by themselves: no trigger, rule or function that could write down more', async () => {
    const acting = await ask(
      `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal
       UNION SELECT rulename FROM pg_rules WHERE schemaname ${OURS}
       UNION SELECT proname FROM pg_proc WHERE pronamespace::regnamespace::text ${OURS}
       UNION SELECT evtname FROM pg_event_trigger`,
    );
    const [settings] = await ask(
      `SELECT current_setting('track_commit_timestamp') AS timestamps, current_setting('log_statement') AS log`,
    );

    expect(acting).toEqual([]);
    expect(settings).toEqual({ timestamps: 'off', log: 'none' });
  });

  it('lead nowhere from the statistics: no id stands there, and no row that one report makes or leaves behind', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const before = await sizesOfStatistics();
    await lab.seed.reportWithoutMessaging('words');

    const ids = await ask(
      `SELECT ${TABLE} || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'statistics' AND (data_type IN ('uuid', 'jsonb') OR column_name ~ 'id$') AND ${TABLE} <> 'statistics.setting'`,
    );

    expect(ids).toEqual([]);
    // A sealed sum of a month, in one row more where chance spreads it over another, each as long as the other.
    const sizes = new Set((await sizesOfStatistics()).map(({ bytes }) => bytes));
    expect(before).toHaveLength(1);
    expect(sizes.size).toBe(1);
  });

  it('get no exact time from anything a reporter does, in whatever table it ends up', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('before');
    await lab.seed.reply(caseworker, 'a reply');
    const before = cellsOf(await dumpOf(lab.databaseUrl));

    const { client } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'a message');
    await client.data(MY_REPORT);
    await lab.seed.report('after');
    await lab.seed.reportWithoutMessaging('after');
    const during = cellsOf(await dumpOf(lab.databaseUrl));
    await client.data(LOG_OUT);
    const after = cellsOf(await dumpOf(lab.databaseUrl));

    const written = new Set([...during, ...after].filter((cell) => !before.has(cell)));
    expect(written.size).toBeGreaterThan(40);
    for (const cell of written) {
      if (/ \\x[0-9a-f]*$/.test(cell)) continue;
      if (/ \d{4}-\d\d-\d\d \d/.test(cell)) expect(cell).toMatch(/ \d\d:(00|15|30|45):00\+00$/);
      else expect(cell).not.toMatch(/\d\d:\d\d|\b1\d{9}(\d{3})?\b/);
    }
  });

  it('have random ids: UUIDs of version 4, in no order', async () => {
    await lab.seed.firstAdministrator();
    for (let turn = 0; turn < 12; turn += 1) await lab.seed.reportWithoutMessaging('words');
    await lived().catch(() => undefined);

    const dump = await dumpOf(lab.databaseUrl);
    const ids = dump.flatMap(({ columns, rows }) =>
      rows.flatMap((row) => Object.entries(row).filter(([column]) => columns[column] === 'uuid')),
    );
    const inOrder = (dump.find(({ name }) => name === 'case_file')?.rows ?? []).map((row) => row['id'] ?? '');

    for (const [column, id] of ids) {
      if (id !== null)
        expect(`${column} ${id}`).toMatch(/ [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    }
    expect(inOrder.length).toBeGreaterThanOrEqual(12);
    expect(inOrder).not.toEqual([...inOrder].sort());
  });

  it('remember of an acknowledged write its answer alone: days and counts, no id and no words', async () => {
    await lived();

    const rows = await ask('SELECT answer FROM idempotency');

    for (const { answer } of rows) {
      expect(['messaging,replyExpectedBy,submittedOn', 'replyExpectedBy,sentOn,seq', 'sentOn,seq']).toContain(
        Object.keys(answer).sort().join(),
      );
      for (const value of Object.values(answer))
        expect(String(value)).toMatch(/^(\d{4}-\d\d-\d\d|\d{1,4}|true|false|null)$/);
    }
    expect(rows).toHaveLength(4);
  });
});

/** Every cell of a dump with the row and the place it stands in. */
function cellsOf(dump: readonly DumpedTable[]): Set<string> {
  return new Set(
    dump.flatMap(({ name, rows }) =>
      rows.flatMap((row) => {
        const [first] = Object.values(row);
        return Object.entries(row).map(([column, cell]) => `${name} ${first} ${column}: ${cell}`);
      }),
    ),
  );
}
