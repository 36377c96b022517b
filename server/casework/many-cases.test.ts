import { describe, expect, it } from '@jest/globals';
import { SEARCH, VIEWS } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { ME } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

/** Everything that a page of cases can be asked for at once. */
const WHOLE_PAGE = `query($first: Int!) { cases(first: $first) { edges { node { id category labels { id } assignee { name }
  answers { text } contactDetails { name } messages { text } notes { text author { name } }
  history { kind by { name } reason label { text } assignee { name } } drafts { text } assignableTo { name } } } } }`;

/** What a server asks by itself: feeds, sweeps, and settings that are read again every second. */
const OF_THE_PROGRAM =
  /^(SELECT 1|LISTEN|NOTIFY|DELETE|WITH over|SELECT DISTINCT|SELECT id, version|SELECT "OrganisationEntity")/;

/** So many others are answered at least while somebody searches through 3,000 cases. */
const OTHERS_ANSWERED = 5;

describe('many sealed cases', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  const store = (count: number) =>
    storeManyCases(lab.dataSource, count, (number) => ({
      words: `What happened in room ${number}. ${'Words of a report. '.repeat(20 + (number % 40))}`,
      messages: number % 2 ? Array.from({ length: (number % 4) + 1 }, () => 'A message of some words.') : [],
      notes: number % 2 ? [`A note on ${number}.`] : [],
    }));

  async function hitsOf(by: GraphQLClient, text: string): Promise<number> {
    let hits = 0;
    for (let after: string | null = null; ; ) {
      const { searchCases }: { searchCases: { hits: unknown[]; endCursor: string | null } } = await by.data(
        SEARCH,
        { text, after },
      );
      hits += searchCases.hits.length;
      after = searchCases.endCursor;
      if (after === null) return hits;
    }
  }

  it('leave everybody else their turn while they are searched through', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await store(3_000);
    let isOver = false;
    const searching = hitsOf(morgan, 'nothing like it').finally(() => {
      isOver = true;
    });

    let answered = 0;
    while (!isOver) {
      await lab.stranger().data(ME);
      answered += 1;
    }

    expect(await searching).toBe(0);
    expect(answered).toBeGreaterThan(OTHERS_ANSWERED);
  }, 60_000);

  it('are read with the same few statements, whether a page holds five or a hundred', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    await store(200);
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();
    for (const [name, value] of morgan.cookies) client.cookies.set(name, value);
    const statements = async (query: string, variables: object) => {
      const heard = await database.heardDuring(() => client.data(query, variables));
      return heard.filter((each) => !OF_THE_PROGRAM.test(each)).length;
    };
    await statements(WHOLE_PAGE, { first: 1 });

    const [few, many] = [
      await statements(WHOLE_PAGE, { first: 5 }),
      await statements(WHOLE_PAGE, { first: 100 }),
    ];
    const views = await statements(VIEWS, {});

    // What is kept in memory may be read in between; one statement for each case would be a hundred more.
    expect(many).toBeLessThanOrEqual(few + 1);
    expect(few).toBeLessThanOrEqual(14);
    expect(views).toBeLessThanOrEqual(3);
  });
});
