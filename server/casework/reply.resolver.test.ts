import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type BreakingPoint, useDatabaseProxies } from '../testing/database-proxy.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASE, MY_REPORT, REPLY, SIGN_OUT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

function reply(caseId: unknown, text: unknown = 'words', idempotencyKey: unknown = randomUUID()) {
  return { input: { caseId, idempotencyKey, text } };
}

describe('replyToReporter', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  async function conversation(): Promise<{ caseworker: GraphQLClient; code: string; id: string }> {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words of the report');
    const [id = ''] = await lab.seed.caseIds(caseworker);
    return { caseworker, code, id };
  }

  const messages = async () => await lab.dataSource.query<unknown[]>('SELECT seq, author FROM message');

  it('stores a reply that the reporter then reads; the case is open and no answer is due any more', async () => {
    const { caseworker, code, id } = await conversation();

    const outcome = await caseworker.outcome(REPLY, reply(id, ' one\r\ntwo '));

    const sent = { seq: 1, author: 'CASEWORKER', text: 'one\ntwo', sentOn: expect.any(String) };
    expect(outcome).toEqual({ __typename: 'ReplySent', sent });
    const { client } = await lab.seed.reporter(code);
    expect(await client.data(MY_REPORT)).toMatchObject({
      myReport: { status: 'IN_PROGRESS', messages: [sent], replyExpectedBy: null },
    });
    expect(await caseworker.data(CASE, { id })).toMatchObject({
      case: { status: 'OPEN', messages: [sent], replyDueBy: null },
    });
  });

  it('tells the reporter no name: whichever caseworker wrote, it is CASEWORKER', async () => {
    const { caseworker, code, id } = await conversation();
    await caseworker.outcome(REPLY, reply(id));
    const { client } = await lab.seed.reporter(code);

    const shown = JSON.stringify(await client.data(MY_REPORT));

    expect(shown).toContain('CASEWORKER');
    expect(shown).not.toMatch(/Morgan|Ellis|morgan@/);
  });

  it('answers NoMessaging where the reporter did not opt in', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const [id] = await lab.seed.caseIds(caseworker);

    const outcome = await caseworker.outcome(REPLY, reply(id));

    expect(outcome).toEqual({ __typename: 'NoMessaging', message: expect.any(String) });
    expect(await messages()).toEqual([]);
  });

  it('answers NoMessaging once the conversation was closed', async () => {
    const { caseworker, id } = await conversation();
    await lab.dataSource.query('UPDATE conversation SET is_open = false');

    const outcome = await caseworker.outcome(REPLY, reply(id));

    expect(outcome.__typename).toBe('NoMessaging');
    expect(await messages()).toEqual([]);
  });

  it('answers a case of others and one that does not exist with the same bytes', async () => {
    const { id } = await conversation();
    const colleague = await lab.seed.colleague();
    const say = async (caseId: string) =>
      await (await colleague.post({ query: REPLY, variables: reply(caseId) })).text();

    const notMine = await say(id);
    const others = await Promise.all([randomUUID(), 'x', '', id.toUpperCase(), '\u0000'].map(say));

    expect(JSON.parse(notMine)).toMatchObject({ data: { replyToReporter: { __typename: 'CaseNotFound' } } });
    expect(others).toEqual(others.map(() => notMine));
    expect(await messages()).toEqual([]);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['white space', ' \t\r\n'],
    ['5,001 characters', '🌊'.repeat(5_001)],
  ])('answers %s with InvalidMessage and stores nothing', async (_, text) => {
    const { caseworker, id } = await conversation();

    const outcome = await caseworker.outcome(REPLY, reply(id, text));

    expect(outcome.__typename).toBe('InvalidMessage');
    expect(await messages()).toEqual([]);
  });

  it.each<[string, object]>([
    ['a text of another type', reply('x', { a: 1 })],
    ['a key that is too short', reply('x', 'words', 'short')],
    ['no input', {}],
    ['a text past every bound', reply('x', 'x'.repeat(40_001))],
  ])('refuses %s as BAD_USER_INPUT', async (_, variables) => {
    const { caseworker } = await conversation();

    expect(await caseworker.errorCodes(REPLY, variables)).toEqual(['BAD_USER_INPUT']);
  });

  it('needs a session', async () => {
    const { caseworker, id } = await conversation();
    await caseworker.data(SIGN_OUT);

    expect(await lab.stranger().errorCodes(REPLY, reply(id))).toEqual(['UNAUTHENTICATED']);
    expect(await caseworker.errorCodes(REPLY, reply(id))).toEqual(['UNAUTHENTICATED']);
    expect(await messages()).toEqual([]);
  });

  it('answers the same key and input the same way, and stores one of 30 twins sent at once', async () => {
    const { caseworker, id } = await conversation();
    const variables = reply(id);

    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => caseworker.outcome(REPLY, variables)),
    );
    const later = await caseworker.outcome(REPLY, variables);

    expect(new Set([...outcomes, later].map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await messages()).toEqual([{ seq: 1, author: 'CASEWORKER' }]);
  });

  it('answers a retry as before, though the conversation was closed meanwhile', async () => {
    const { caseworker, id } = await conversation();
    const variables = reply(id);
    const first = await caseworker.outcome(REPLY, variables);
    await lab.dataSource.query('UPDATE conversation SET is_open = false');

    expect(await caseworker.outcome(REPLY, variables)).toEqual(first);
  });

  it('answers the same key with another text or another case with KeyReused and stores nothing more', async () => {
    const { caseworker, id } = await conversation();
    await lab.seed.report('other');
    const other = (await lab.seed.caseIds(caseworker)).find((each) => each !== id);
    const key = randomUUID();
    await caseworker.outcome(REPLY, reply(id, 'words', key));

    const outcomes = [
      await caseworker.outcome(REPLY, reply(id, 'other words', key)),
      await caseworker.outcome(REPLY, reply(other, 'words', key)),
    ];

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['KeyReused', 'KeyReused']);
    expect(await messages()).toHaveLength(1);
  });

  it.each<[BreakingPoint, RegExp]>([
    ['after', /^UPDATE conversation/],
    ['before', /^INSERT INTO idempotency/],
    ['before', /^COMMIT/],
    ['after', /^COMMIT/],
  ])('loses and doubles nothing when the connection breaks %s %p', async (point, statement) => {
    const { caseworker, id } = await conversation();
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();
    for (const [name, value] of caseworker.cookies) client.cookies.set(name, value);
    const variables = reply(id);
    const broke = database.breakAt(statement, point);

    const first = await client.outcome(REPLY, variables);
    await broke;
    const again = await client.outcome(REPLY, variables);

    expect(first.__typename).toBe('ServiceBusy');
    expect(again).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
    expect(await messages()).toHaveLength(1);
  });
});
