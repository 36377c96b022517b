import { describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '../test-database.ts';
import { readDocument, tableUnder } from './markdown.ts';

describe('the threat model', () => {
  const lab = useTestDatabase();

  it('names every table that there is, and no other', async () => {
    const rows = tableUnder(
      await readDocument('docs/threat-model.md'),
      'table',
      'readable for whoever holds it',
      'sealed',
    );

    const named = rows.flatMap((row) =>
      [...(row['table'] ?? '').matchAll(/`([\w.]+)`/g)].map(([, name]) => name),
    );

    const tables = await lab.dataSource.query<{ name: string }[]>(
      `SELECT CASE schemaname WHEN 'public' THEN tablename ELSE schemaname || '.' || tablename END AS name
       FROM pg_tables WHERE schemaname IN ('public', 'statistics')`,
    );
    // The tables of the scheduler are its own, and made where it starts.
    expect(named.sort()).toEqual([...tables.map(({ name }) => name), 'jobs'].sort());
  });
});
