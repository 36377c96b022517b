import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { CASE, MARK_READ, SUBMIT, WHOLE_CASES } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('case', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('shows answers and messages to a caseworker who holds a key', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words of the report');
    await lab.seed.message((await lab.seed.reporter(code)).client, 'a message');
    const [id] = await lab.seed.caseIds(caseworker);

    expect(await caseworker.data(CASE, { id })).toMatchObject({
      case: {
        id,
        number: expect.stringMatching(/^\w{3}-\w{3}$/),
        status: 'NEW',
        messaging: true,
        contactDetails: null,
        answers: [
          { question: 'what-happened', questionText: 'What happened?', text: 'words of the report' },
          { question: 'kinds', choices: ['Bullying'] },
          { question: 'when', month: '2026-01' },
        ],
        messages: [{ seq: 1, author: 'REPORTER', text: 'a message' }],
      },
    });
  });

  it("shows questions and choices in the organisation's first language, and as the reporter read them", async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const input = { ...(await lab.seed.reportInput('الكلمات')), locale: 'ar' };
    await lab.anyone().outcome(SUBMIT, { input });
    const [id] = await lab.seed.caseIds(caseworker);

    const { case: shown } = await caseworker.data<{ case: Record<string, unknown> }>(
      `query($id: ID!) { case(id: $id) { locale category answers { questionText text choices }
         asAsked: answers(asAsked: true) { questionText text choices } } }`,
      { id },
    );

    expect(shown).toMatchObject({
      locale: 'ar',
      category: ['Bullying'],
      answers: [
        { questionText: 'What happened?', text: 'الكلمات' },
        { choices: ['Bullying'] },
        { questionText: 'Roughly when did it happen?' },
      ],
      asAsked: [
        { questionText: expect.stringMatching(/^\p{Script=Arabic}/u), text: 'الكلمات' },
        { choices: [expect.stringMatching(/^\p{Script=Arabic}/u)] },
        { questionText: expect.stringMatching(/^\p{Script=Arabic}/u) },
      ],
    });
  });

  it('answers null for a case of others and for none at all, in the same bytes', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const [mine = ''] = await lab.seed.caseIds(caseworker);
    const colleague = await lab.seed.colleague();
    const ask = async (id: string) => (await colleague.post({ query: CASE, variables: { id } })).text();

    const answers = await Promise.all([mine, randomUUID(), '', 'x', '\u0000', 'ÿ', '1; --'].map(ask));

    expect(new Set(answers)).toEqual(new Set(['{"data":{"case":null}}\n']));
  });

  it('needs a session', async () => {
    expect(await lab.stranger().errorCodes(CASE, { id: randomUUID() })).toEqual(['UNAUTHENTICATED']);
    expect(await lab.stranger().errorCodes(MARK_READ, { caseId: randomUUID(), upToSeq: 1 })).toEqual([
      'UNAUTHENTICATED',
    ]);
  });

  it('reads 50 cases with all they hold with as many statements as five', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    for (let sent = 0; sent < 40; sent += 10)
      await Promise.all(Array.from({ length: 10 }, () => lab.seed.reportWithoutMessaging('words')));
    for (let sent = 0; sent < 10; sent += 1) {
      const { code } = await lab.seed.report('words');
      await lab.seed.message((await lab.seed.reporter(code)).client, 'a message');
    }
    await lab.dataSource.query('UPDATE case_file SET assignee_id = (SELECT id FROM caseworker)');
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();
    for (const [name, value] of caseworker.cookies) client.cookies.set(name, value);
    const heard = async (first: number) => {
      let shown = '';
      const statements = await database.heardDuring(async () => {
        shown = JSON.stringify(await client.data(WHOLE_CASES, { first }));
      });
      const ofFeeds =
        /^(SELECT 1|LISTEN|NOTIFY|DELETE|WITH over|SELECT DISTINCT|SELECT "OrganisationEntity")/;
      return { shown, statements: statements.filter((each) => !ofFeeds.test(each)).length };
    };
    await heard(1);

    const [few, many] = [await heard(5), await heard(50)];

    expect(many.shown.match(/a message/g)).toHaveLength(10);
    expect(many.shown.match(/"Morgan Ellis"/g)).toHaveLength(50);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(8);
  });

  it('shows the sound cases of a list beside one whose body was changed', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('the sound one');
    const [sound] = await lab.seed.caseIds(caseworker);
    await lab.seed.reportWithoutMessaging('the broken one');
    await lab.dataSource.query(
      'UPDATE case_file SET sealed_answers = set_byte(sealed_answers, 99, get_byte(sealed_answers, 99) # 1) WHERE id <> $1',
      [sound],
    );

    const broken = (await lab.seed.caseIds(caseworker)).find((id) => id !== sound);

    expect(JSON.stringify(await caseworker.data(CASE, { id: sound }))).toContain('the sound one');
    expect(await caseworker.errorCodes(CASE, { id: broken })).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});

describe('markCaseRead', () => {
  const lab = useTestServer();

  async function unread(): Promise<{
    hasUnread: () => Promise<boolean>;
    mark: (upToSeq: number) => Promise<unknown>;
    write: () => Promise<void>;
    id: string;
  }> {
    const caseworker = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const [id = ''] = await lab.seed.caseIds(caseworker);
    return {
      id,
      hasUnread: async () =>
        (await caseworker.data<{ case: { hasUnread: boolean } }>(CASE, { id })).case.hasUnread,
      mark: (upToSeq) => caseworker.data(MARK_READ, { caseId: id, upToSeq }),
      write: () => lab.seed.message(client, 'more'),
    };
  }

  it('makes a new case read, and a further message makes it unread again', async () => {
    const { hasUnread, mark, write } = await unread();

    const seen = [await hasUnread()];
    await mark(0);
    seen.push(await hasUnread());
    await write();
    seen.push(await hasUnread());
    await mark(1);
    seen.push(await hasUnread());

    expect(seen).toEqual([true, false, true, false]);
  });

  it('never goes backwards', async () => {
    const { hasUnread, mark, write } = await unread();
    await write();
    await mark(1);

    await mark(0);
    await mark(-5);

    expect(await hasUnread()).toBe(false);
  });

  it('never goes ahead of what is there, so that the next message is unread', async () => {
    const { hasUnread, mark, write } = await unread();
    await write();

    await mark(2_147_483_647);
    const before = await hasUnread();
    await write();

    expect([before, await hasUnread()]).toEqual([false, true]);
  });

  it('is each caseworker’s own, and false for a case of others and for none', async () => {
    const { id, mark, hasUnread } = await unread();
    const colleague = await lab.seed.colleague();

    const answers = await Promise.all(
      [id, randomUUID(), 'x', '\u0000'].map((caseId) => colleague.data(MARK_READ, { caseId, upToSeq: 1 })),
    );

    expect(answers).toEqual(answers.map(() => ({ markCaseRead: false })));
    expect(await hasUnread()).toBe(true);
    expect(await mark(0)).toEqual({ markCaseRead: true });
  });

  it('is not told to the reporter or to any open inbox', async () => {
    const { mark } = await unread();
    const rows = () =>
      lab.dataSource.query('SELECT f, c FROM case_file f JOIN conversation c ON c.case_id = f.id');
    const before = await rows();

    await mark(0);

    expect(await rows()).toEqual(before);
  });
});
