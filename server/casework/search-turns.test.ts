import { describe, expect, it } from '@jest/globals';
import { SEARCH } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { ME, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const LONGER_THAN_SETTINGS_ARE_KEPT = 2_000; // milliseconds

describe('searches at the same time', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('leave a connection to everybody else, however few there are', async () => {
    await lab.seed.firstAdministrator();
    await storeManyCases(lab.dataSource, 10, () => ({ words: 'hay', messages: [], notes: [] }));
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl, poolSize: 2 });
    const morgan = await server.seed.signedInAgain('morgan@example.ac.uk', PASSWORD);
    const input = await server.seed.reportInput('words');
    const search = () => morgan.send(SEARCH, { text: 'needle' });
    const held = database.holdAt(/^COPY/);
    const first = search();
    const release = await held;
    lab.clock.advance(LONGER_THAN_SETTINGS_ARE_KEPT);

    const others = [search(), search(), search()];
    for (let times = 0; times < 10; times += 1) await morgan.data(ME);
    const report = await server.anyone().outcome(SUBMIT, { input });
    release();

    expect(report.__typename).toBe('ReportSubmitted');
    for (const { errors } of await Promise.all([first, ...others])) expect(errors).toBeUndefined();
  });
});
