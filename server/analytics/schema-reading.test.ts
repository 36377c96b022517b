import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { INVITE } from '../testing/account-operations.ts';
import { GraphQLClient } from '../testing/graphql-client.ts';
import { ACCEPT, SIGN_OUT } from '../testing/operations.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

/** As GraphiQL asks it. */
const SCHEMA = getIntrospectionQuery({ inputValueDeprecation: true, descriptions: true });
const MAKE_TOKEN = `mutation Make($input: MakeAnalyticsTokenInput!) {
  makeAnalyticsToken(input: $input) { __typename ... on AnalyticsTokenMade { secret } ... on Problem { message } } }`;

interface Schema {
  readonly __schema: { readonly types: readonly { readonly name: string }[] };
}

describe('the schema of the analytics door', () => {
  const lab = useTestServer();

  const door = () => new GraphQLClient(`${lab.staffUrl}/analytics`);
  const withCookies = (client: GraphQLClient, from: GraphQLClient) => {
    for (const [name, value] of from.cookies) client.cookies.set(name, value);
    return client;
  };
  const tokenBy = async (administrator: GraphQLClient) => {
    const input = { id: randomUUID(), name: 'Figures', days: 90 };
    return String((await administrator.outcome(MAKE_TOKEN, { input }))['secret']);
  };
  const namesFor = async (client: GraphQLClient) =>
    (await client.data<Schema>(SCHEMA)).__schema.types.map(({ name }) => name);

  it('is read by administrators who are signed in, and by analysts, and holds nothing of a case', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const input = { id: randomUUID(), email: 'ada@example.ac.uk', roles: ['ADMINISTRATOR'] };
    const { token } = await morgan.outcome(INVITE, { input });
    const ada = lab.stranger();
    await ada.outcome(ACCEPT, { input: { token, name: 'Ada', password: PASSWORD } });

    const forAnalyst = await namesFor(door().withToken(await tokenBy(morgan)));
    const forAdministrator = await namesFor(withCookies(door(), ada));

    expect(forAnalyst).toEqual(forAdministrator);
    expect(forAnalyst).toEqual(expect.arrayContaining(['StatisticsMeta', 'CountTable', 'Dimension']));
    expect(forAnalyst.filter((name) => /^(Case|Caseworker|Message|Report|Mutation)$/.test(name))).toEqual([]);
  });

  it('is refused to everybody else as where nobody may read it', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const token = await tokenBy(morgan);
    const noor = await lab.seed.colleague();
    const { token: reporter } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const refusal = await (await lab.anyone().post({ query: SCHEMA })).text();

    const asking: GraphQLClient[] = [
      door(),
      door().withToken(`${token}x`),
      door().withToken(reporter),
      withCookies(door(), noor),
      lab.stranger().withToken(token),
      lab.anyone().withToken(token),
      morgan,
    ];
    for (const client of asking) {
      const answer = await client.post({ query: SCHEMA });
      expect([answer.status, await answer.text()]).toEqual([400, refusal]);
    }
  });

  it('is refused once the token is revoked and the session is over', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const analyst = door().withToken(await tokenBy(morgan));
    const administrator = withCookies(door(), morgan);
    const before = await Promise.all([analyst, administrator].map((client) => client.errorCodes(SCHEMA)));

    await lab.dataSource.query('UPDATE analytics_token SET revoked_at = now()');
    await morgan.data(SIGN_OUT);

    expect(before).toEqual([[], []]);
    expect(await analyst.errorCodes(SCHEMA)).toEqual(['BAD_USER_INPUT']);
    expect(await administrator.errorCodes(SCHEMA)).toEqual(['BAD_USER_INPUT']);
  });

  it('opens no wider limits for questions about data', async () => {
    const analyst = door().withToken(await tokenBy(await lab.seed.firstAdministrator()));
    const fields = Array.from({ length: 100 }, (_, index) => `f${index}: threshold`).join(' ');

    const documents = [
      `{ __schema { types { name } } statistics { threshold } }`,
      `{ statistics { ${fields} } }`,
      '{ ... on Query { __schema { types { name } } } }',
    ];
    for (const document of documents) {
      expect(new Set(await analyst.errorCodes(document))).toEqual(new Set(['BAD_USER_INPUT']));
    }
  });
});
