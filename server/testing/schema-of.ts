import type { QueryRunner } from 'typeorm';
import { MIGRATION_TABLE } from '../database/migrate.ts';

/**
 * Describes everything that migrations may make, one line each, sorted: columns, constraints, indexes, triggers,
 * functions, types. Two databases with the same lines have the same shape.
 */
export async function schemaOf(runner: QueryRunner): Promise<string[]> {
  const rows: { line: string }[] = await runner.query(
    `
    SELECT format('column %s.%s %s null=%s default=%s generated=%s', c.relname, a.attname,
             format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'statistics')) AND c.relkind IN ('r', 'v', 'm', 'p', 'S') AND a.attnum > 0
       AND NOT a.attisdropped AND c.relname NOT LIKE $1 || '%'
    UNION ALL
    SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
     WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'statistics')) AND conrelid <> 0 AND conrelid::regclass::text <> $1
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname IN ('public', 'statistics') AND tablename <> $1
    UNION ALL
    SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t WHERE NOT tgisinternal
    UNION ALL
    SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
    UNION ALL
    SELECT format('type %s %s', t.typname, e.enumlabel) FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE t.typnamespace = 'public'::regnamespace
    `,
    [MIGRATION_TABLE],
  );
  return rows.map(({ line }) => line).sort();
}

/** Every row of every table as text, sorted, by table. */
export async function rowsOf(runner: QueryRunner): Promise<Record<string, string[]>> {
  const tables: { name: string }[] = await runner.query(
    `SELECT schemaname::regnamespace || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'statistics') AND tablename <> $1 ORDER BY 1`,
    [MIGRATION_TABLE],
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows: { row: string }[] = await runner.query(`SELECT t::text AS row FROM ${name} t`);
    found[name] = rows.map(({ row }) => row).sort();
  }
  return found;
}
