import { idOf } from './case-story.ts';
import { GRANT_MANY } from './casework-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { storeManyCases } from './many-cases.ts';
import type { TestServer } from './test-server.ts';

/** What tests of granting begin with, and what they look at afterwards. */
export function grantsOf(lab: TestServer) {
  /** Somebody who holds so many cases, and a colleague who joined after them. */
  async function holderOf(count: number) {
    const morgan = await lab.seed.firstAdministrator();
    const caseIds = await storeManyCases(lab.dataSource, count, (number) => ({
      words: `words of ${number}`,
      messages: [],
      notes: [],
    }));
    const noor = await lab.seed.colleague();
    return { morgan, noor, caseIds, to: await idOf(noor) };
  }
  const grantAll = (by: GraphQLClient, caseworkerId: string) =>
    by.outcome(GRANT_MANY, { input: { caseworkerId, scope: 'ALL' } });
  const heldBy = async (caseworkerId: string): Promise<string[]> => {
    const rows = await lab.dataSource.query<{ id: string }[]>(
      'SELECT case_id AS id FROM case_wrap WHERE caseworker_id = $1',
      [caseworkerId],
    );
    return rows.map(({ id }) => id).sort();
  };
  const countOf = async (table: 'case_act' | 'audit_entry', condition: string): Promise<number> => {
    const [row] = await lab.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${condition}`,
    );
    return row?.count ?? 0;
  };
  return { holderOf, grantAll, heldBy, countOf };
}
