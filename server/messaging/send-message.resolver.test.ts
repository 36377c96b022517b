import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type BreakingPoint, useDatabaseProxies } from '../testing/database-proxy.ts';
import { eventually } from '../testing/eventually.ts';
import { CASE, LOG_OUT, MY_REPORT, SEND } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { asOwner } from '../testing/test-database.ts';
import { useTestServer } from '../testing/test-server.ts';

function message(text: unknown, idempotencyKey: unknown = randomUUID()) {
  return { input: { idempotencyKey, text } };
}

describe('sendMessage', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  async function conversation() {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client, token } = await lab.seed.reporter(code);
    const [id] = await lab.seed.caseIds(caseworker);
    return { caseworker, client, token, id };
  }

  const texts = async () =>
    await lab.dataSource.query<{ seq: number; author: string }[]>(
      'SELECT seq, author FROM message ORDER BY seq',
    );

  it('stores a message that the caseworker then reads, and says by when to expect an answer', async () => {
    const { caseworker, client, id } = await conversation();

    const outcome = await client.outcome(SEND, message(' first line\r\nsecond '));

    const sent = { seq: 1, author: 'REPORTER', text: 'first line\nsecond', sentOn: expect.any(String) };
    expect(outcome).toEqual({
      __typename: 'MessageSent',
      sent,
      replyExpectedBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await caseworker.data(CASE, { id })).toMatchObject({ case: { messages: [sent] } });
    expect(await client.data(MY_REPORT)).toMatchObject({ myReport: { messages: [sent] } });
  });

  it('opens a closed case again, and one that waited for the reporter', async () => {
    const { caseworker, client, id } = await conversation();
    for (const status of ['CLOSED', 'WAITING_FOR_REPORTER']) {
      await lab.dataSource.query('UPDATE case_file SET status = $1', [status]);

      await lab.seed.message(client, 'more');

      expect(await caseworker.data(CASE, { id })).toMatchObject({ case: { status: 'OPEN' } });
    }
  });

  it('takes no flood for one report, and keeps it from nobody else', async () => {
    const { client } = await conversation();
    const other = await lab.seed.reporter((await lab.seed.report('other words')).code);

    const outcomes: string[] = [];
    for (let turn = 0; turn < 102; turn += 1) {
      outcomes.push((await client.outcome(SEND, message(`text ${turn}`))).__typename);
    }

    expect(outcomes).toEqual([...Array<string>(100).fill('MessageSent'), 'ServiceBusy', 'ServiceBusy']);
    expect((await other.client.outcome(SEND, message('text'))).__typename).toBe('MessageSent');
  });

  it('takes nothing more in a conversation that is full, and a reply still arrives in it', async () => {
    const { caseworker, client, id } = await conversation();
    await lab.dataSource.query('UPDATE conversation SET last_seq = 999');

    const last = await client.outcome(SEND, message('the last one'));
    const after = await client.outcome(SEND, message('one more'));
    await lab.seed.reply(caseworker, 'an answer');

    expect([last.__typename, after.__typename]).toEqual(['MessageSent', 'ConversationClosed']);
    const { myReport } = await client.data<{ myReport: { canSend: boolean; messages: { seq: number }[] } }>(
      MY_REPORT,
    );
    expect(myReport.canSend).toBe(false);
    expect(myReport.messages.map(({ seq }) => seq)).toEqual([1000, 1001]);
    expect(await caseworker.data(CASE, { id })).toMatchObject({ case: { status: 'OPEN' } });
  });

  it('does not put off an answer that is due by a second message', async () => {
    const { client } = await conversation();
    const first = await client.outcome(SEND, message('one'));

    await lab.dataSource.query("UPDATE case_file SET reply_due_by = '2026-01-05'");
    const second = await client.outcome(SEND, message('two'));

    expect(first['replyExpectedBy']).not.toBeNull();
    expect(second['replyExpectedBy']).toBe('2026-01-05');
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['white space', ' \r\n\t '],
    ['control characters', '\u0000\u0008'],
    ['5,001 characters', '🌊'.repeat(5_001)],
  ])('answers %s with InvalidMessage and stores nothing', async (_, text) => {
    const { client } = await conversation();

    const outcome = await client.outcome(SEND, message(text));

    expect(outcome).toEqual({
      __typename: 'InvalidMessage',
      message: expect.stringMatching(/Nothing has been sent\.$/),
    });
    expect(await texts()).toEqual([]);
  });

  it('takes 5,000 characters of four bytes', async () => {
    const { client } = await conversation();

    const outcome = await client.outcome(SEND, message('🌊'.repeat(5_000)));

    expect(outcome.__typename).toBe('MessageSent');
  });

  it.each<[string, object]>([
    ['a number', message(7)],
    ['null', message(null)],
    ['a list', message(['words'])],
    ['a short key', message('words', 'x'.repeat(15))],
    ['no input', {}],
    ['40,001 characters', message('x'.repeat(40_001))],
  ])('refuses %s as BAD_USER_INPUT', async (_, variables) => {
    const { client } = await conversation();

    expect(await client.errorCodes(SEND, variables)).toEqual(['BAD_USER_INPUT']);
  });

  it('answers the same key and input the same way and stores it once', async () => {
    const { client } = await conversation();
    const variables = message('words');

    const [first, again] = [await client.outcome(SEND, variables), await client.outcome(SEND, variables)];

    expect(again).toEqual(first);
    expect(await texts()).toHaveLength(1);
  });

  it('answers the same key with another text with KeyReused and stores nothing more', async () => {
    const { client } = await conversation();
    await client.outcome(SEND, message('words', 'k'.repeat(16)));

    const outcome = await client.outcome(SEND, message('other', 'k'.repeat(16)));

    expect(outcome.__typename).toBe('KeyReused');
    expect(await texts()).toHaveLength(1);
  });

  it('answers a retry from another session of the same code the same way', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const variables = message('words');
    const first = await (await lab.seed.reporter(code)).client.outcome(SEND, variables);

    const again = await (await lab.seed.reporter(code)).client.outcome(SEND, variables);

    expect(again).toEqual(first);
    expect(await texts()).toHaveLength(1);
  });

  it('keeps the keys of two reporters apart', async () => {
    const { client } = await conversation();
    const other = await lab.seed.reporter((await lab.seed.report('other')).code);

    const outcomes = [
      await client.outcome(SEND, message('mine', 'k'.repeat(16))),
      await other.client.outcome(SEND, message('theirs', 'k'.repeat(16))),
    ];

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['MessageSent', 'MessageSent']);
  });

  it('stores one of 30 twins sent at once, and its seq leaves no gap', async () => {
    const { client } = await conversation();
    const variables = message('words');

    const outcomes = await Promise.all(Array.from({ length: 30 }, () => client.outcome(SEND, variables)));
    await lab.seed.message(client, 'after');

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await texts()).toEqual([
      { seq: 1, author: 'REPORTER' },
      { seq: 2, author: 'REPORTER' },
    ]);
  });

  it('needs a session: without one, with an ended one and with an expired one UNAUTHENTICATED', async () => {
    const { client } = await conversation();
    const nobody = await lab.anyone().errorCodes(SEND, message('words'));
    await client.data(LOG_OUT);
    const ended = await client.errorCodes(SEND, message('words'));
    const expired = await lab.seed.reporter((await lab.seed.report('other')).code);
    lab.clock.advance(2 * 3_600_000 + 15 * 60_000);

    expect(nobody).toEqual(['UNAUTHENTICATED']);
    expect(ended).toEqual(['UNAUTHENTICATED']);
    expect(await expired.client.errorCodes(SEND, message('words'))).toEqual(['UNAUTHENTICATED']);
    expect(await texts()).toEqual([]);
  });

  it('answers ConversationClosed when it is closed at that moment, and stores nothing', async () => {
    const { client } = await conversation();
    const outcome = await asOwner(lab.databaseUrl, async (closer) => {
      await closer.query('BEGIN');
      await closer.query('UPDATE conversation SET is_open = false');
      const sending = client.outcome(SEND, message('words'));
      await eventually(async () => {
        const { rows } = await closer.query('SELECT FROM pg_locks WHERE NOT granted');
        return rows.length > 0;
      });
      await closer.query('COMMIT');
      return await sending;
    });

    expect(outcome.__typename).toBe('ConversationClosed');
    expect(await texts()).toEqual([]);
  });

  it.each([
    ['holds a key to the case', 'DELETE FROM case_wrap'],
    ['who holds one works here', 'UPDATE caseworker SET is_active = false'],
  ])('takes nothing while nobody %s, and tells the reporter before they write', async (_, happens) => {
    const { client } = await conversation();
    const first = message('before that');
    const sent = await client.outcome(SEND, first);
    await lab.dataSource.query(happens);

    const { myReport } = await client.data<{ myReport: unknown }>(
      '{ myReport { hasReader canSend replyExpectedBy messages { text } } }',
    );
    const outcome = await client.outcome(SEND, message('words'));

    expect(myReport).toEqual({
      hasReader: false,
      canSend: false,
      replyExpectedBy: null,
      messages: [{ text: 'before that' }],
    });
    expect(outcome.__typename).toBe('ConversationClosed');
    expect(await client.outcome(SEND, first)).toEqual(sent);
    expect(await texts()).toHaveLength(1);
  });

  it.each<[BreakingPoint, RegExp]>([
    ['before', /^INSERT INTO message/],
    ['after', /^UPDATE case_file/],
    ['before', /^COMMIT/],
    ['after', /^COMMIT/],
  ])('loses and doubles nothing when the connection breaks %s %p', async (point, statement) => {
    const { token } = await conversation();
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).anyone().withToken(token);
    const variables = message('words');
    const broke = database.breakAt(statement, point);

    const first = await client.outcome(SEND, variables);
    await broke;
    const again = await client.outcome(SEND, variables);

    expect(first.__typename).toBe('ServiceBusy');
    expect(again).toMatchObject({ __typename: 'MessageSent', sent: { seq: 1 } });
    expect(await texts()).toHaveLength(1);
  });
});
