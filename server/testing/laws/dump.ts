import pg from 'pg';

/** A table as whoever stole the database has it: every cell as PostgreSQL writes it in a dump. */
export interface DumpedTable {
  readonly name: string;
  /** Types by column, e.g. `bytea`, `timestamp with time zone`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/** Reads all tables of a database, whatever they are called, with the driver alone. */
export async function dumpOf(url: string): Promise<DumpedTable[]> {
  // Every value as the text that came over the wire: nothing of ours decides what it means.
  const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;
  const client = new pg.Client({ connectionString: url, types });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Record<'place' | 'column' | 'type', string>>(
      `SELECT format('%I.%I', table_schema, table_name) AS place, column_name AS column, data_type AS type
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
       ORDER BY table_name, ordinal_position`,
    );
    const places = [...new Set(columns.map(({ place }) => place))];
    const tables: DumpedTable[] = [];
    for (const place of places) {
      const { rows } = await client.query<Record<string, string | null>>(`SELECT * FROM ${place}`);
      const own = columns.filter((each) => each.place === place);
      tables.push({
        name: place.replace(/^public\./, ''),
        columns: Object.fromEntries(own.map(({ column, type }) => [column, type])),
        rows,
      });
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** The bytes of a `bytea` cell. */
export function bytesOf(cell: string | null | undefined): Buffer {
  return Buffer.from((cell ?? '').replace(/^\\x/, ''), 'hex');
}

/** Everything that stands in a dump, one cell after the other; `bytea` as text and as the bytes it means. */
export function contentOf(dump: readonly DumpedTable[]): Buffer {
  const parts: Buffer[] = [];
  for (const { name, rows } of dump) {
    for (const row of rows) {
      for (const [column, cell] of Object.entries(row)) {
        parts.push(Buffer.from(`\n${name}.${column}=${cell ?? ''}\n`));
        if (cell?.startsWith('\\x')) parts.push(bytesOf(cell));
      }
    }
  }
  return Buffer.concat(parts);
}
