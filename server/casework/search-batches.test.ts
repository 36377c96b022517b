import { describe, expect, it } from '@jest/globals';
import { SEARCH } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const IDS = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

describe('what a search reads', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('comes in smaller batches where strangers wrote thousands of messages, and all of it is looked through', async () => {
    await lab.seed.firstAdministrator();
    await storeManyCases(lab.dataSource, 9, () => ({ words: 'hay', messages: ['a needle'], notes: [] }));
    await lab.dataSource.query(
      `UPDATE conversation SET last_seq = CASE WHEN case_id = (SELECT min(case_id::text) FROM conversation)::uuid
         THEN 9000 ELSE 1500 END`,
    );
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const morgan = await server.seed.signedInAgain('morgan@example.ac.uk', PASSWORD);
    let found: { scanned: number; hits: unknown[]; endCursor: string | null } | null = null;

    const statements = await database.heardDuring(async () => {
      found = (await morgan.data<{ searchCases: NonNullable<typeof found> }>(SEARCH, { text: 'needle' }))
        .searchCases;
    });

    expect(found).toMatchObject({ scanned: 9, endCursor: null });
    expect(found).toHaveProperty('hits.length', 9);
    const read = statements.filter((statement) => /^COPY .* FROM message /.test(statement));
    expect(Math.max(...read.map((statement) => statement.match(IDS)?.length ?? 0))).toBeLessThanOrEqual(2);
  });
});
