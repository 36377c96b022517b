import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../testing/graphql-client.ts';
import { useTestServer } from '../testing/test-server.ts';

const MAKE = `mutation($input: MakeAnalyticsTokenInput!) { makeAnalyticsToken(input: $input) {
  __typename ... on AnalyticsTokenMade { secret token { id name expiresAt } } ... on Problem { message } } }`;
const REVOKE = 'mutation($id: ID!) { revokeAnalyticsToken(id: $id) }';
const TOKENS = 'query { analyticsTokens { id name revokedAt lastQueryAt } }';
const META = '{ statistics { threshold } }';
const DAY = 86_400_000; // milliseconds

describe('API tokens', () => {
  const lab = useTestServer();

  const analyst = (secret: unknown) =>
    new GraphQLClient(`${lab.staffUrl}/analytics`).withToken(String(secret));
  const input = (change: object = {}) => ({
    input: { id: randomUUID(), name: 'Figures', days: 30, ...change },
  });
  const acts = async () =>
    (
      await lab.dataSource.query<{ act: string; object: string }[]>(
        "SELECT act, object FROM audit_entry WHERE act LIKE 'API_TOKEN%' ORDER BY position",
      )
    ).map(({ act, object }) => `${act} ${object}`);

  it('are refused as soon as they are revoked, also where a saved question is fetched, and stay refused', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const made = await morgan.outcome(MAKE, input());
    const client = analyst(made['secret']);
    const fetched = async () =>
      (
        await fetch(`${lab.staffUrl}/analytics/q/reports.csv`, {
          headers: { authorization: `Bearer ${made['secret']}` },
        })
      ).status;
    const before = [await client.errorCodes(META), await fetched()];

    const { id } = made['token'] as { id: string };
    const said = [await morgan.data(REVOKE, { id }), await morgan.data(REVOKE, { id })];

    expect(before).toEqual([[], 200]);
    expect(said).toEqual([{ revokeAnalyticsToken: true }, { revokeAnalyticsToken: true }]);
    expect([await client.errorCodes(META), await fetched()]).toEqual([['UNAUTHENTICATED'], 401]);
    expect(await morgan.data(TOKENS)).toMatchObject({
      analyticsTokens: [{ id, revokedAt: expect.any(String), lastQueryAt: expect.any(String) }],
    });
    expect(await acts()).toEqual(['API_TOKEN_MADE Figures', 'API_TOKEN_ENDED Figures']);
  });

  it.each([
    ['an id that nobody has', randomUUID()],
    ['no id at all', 'words'],
  ])('take the end of %s without a word, and note nothing', async (_, id) => {
    const morgan = await lab.seed.firstAdministrator();

    expect(await morgan.data(REVOKE, { id })).toEqual({ revokeAnalyticsToken: true });
    expect(await acts()).toEqual([]);
  });

  it('leave other tokens alone when one is revoked', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const [one, other] = [await morgan.outcome(MAKE, input()), await morgan.outcome(MAKE, input())];

    await morgan.data(REVOKE, { id: (one['token'] as { id: string }).id });

    expect(await analyst(other['secret']).errorCodes(META)).toEqual([]);
  });

  it('work until the moment at which they are over, and not a moment longer', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const client = analyst((await morgan.outcome(MAKE, input({ days: 2 })))['secret']);

    lab.clock.advance(2 * DAY - 60_000);
    const before = await client.errorCodes(META);
    lab.clock.advance(60_000);

    expect([before, await client.errorCodes(META)]).toEqual([[], ['UNAUTHENTICATED']]);
  });

  it.each([
    ['no name', { name: '  ' }],
    ['a name that is too long', { name: 'x'.repeat(101) }],
    ['no day', { days: 0 }],
    ['a day too many', { days: 731 }],
    ['days that are behind us', { days: -1 }],
    ['an id that is no UUID', { id: 'words' }],
  ])('are not made with %s', async (_, change) => {
    const morgan = await lab.seed.firstAdministrator();

    const refused = await morgan.outcome(MAKE, input(change));

    expect(refused.__typename).toBe('InvalidAnalyticsToken');
    expect(await morgan.data(TOKENS)).toEqual({ analyticsTokens: [] });
  });

  it('are made once where the same is sent twice at the same time, and shown once', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const same = input();

    const made = await Promise.all([1, 2, 3].map(() => morgan.outcome(MAKE, same)));

    const secrets = made.flatMap(({ secret }) => (secret === undefined ? [] : [secret]));
    expect(secrets).toHaveLength(1);
    expect(await analyst(secrets[0]).errorCodes(META)).toEqual([]);
    expect(await acts()).toEqual(['API_TOKEN_MADE Figures']);
  });

  it('are nowhere in the database or the log', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const secret = String((await morgan.outcome(MAKE, input()))['secret']);
    await analyst(secret).data(META);

    const rows = await lab.dataSource.query<{ row: string }[]>(
      'SELECT t::text AS row FROM analytics_token t UNION ALL SELECT q::text FROM analytics_query q',
    );
    const kept = [...rows.map(({ row }) => row), ...lab.logLines].join('\n');
    expect(rows).toHaveLength(2);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(secret.slice('rst_an_'.length));
  });
});
