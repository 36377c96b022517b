import { describe, expect, it } from '@jest/globals';
import { LOG_OUT, MY_REPORT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const AFTER = 'query($afterSeq: Int!) { myReport { messages(afterSeq: $afterSeq) { seq } } }';

interface MyReport {
  readonly myReport: Record<string, unknown> | null;
}

describe('myReport', () => {
  const lab = useTestServer();

  it('shows the reporter what they answered, as they were asked it', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words of the report');
    const { client } = await lab.seed.reporter(code);

    const { myReport } = await client.data<MyReport>(MY_REPORT);

    expect(myReport).toMatchObject({
      status: 'RECEIVED',
      canSend: true,
      messages: [],
      answers: [
        { question: 'what-happened', questionText: 'What happened?', text: 'words of the report' },
        { question: 'kinds', choices: ['Bullying'] },
        { question: 'when', month: '2026-01' },
      ],
    });
  });

  it('is null without a session, with a token that never was, and with one that ended, in the same bytes', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client, token } = await lab.seed.reporter(code);
    await client.data(LOG_OUT);

    const [nobody, unknown, ended, odd] = await Promise.all(
      [
        lab.anyone(),
        lab.anyone().withToken('A'.repeat(43)),
        lab.anyone().withToken(token),
        lab.anyone().withToken('%00'),
      ].map(async (one) => (await one.post({ query: MY_REPORT })).text()),
    );

    expect(nobody).toBe('{"data":{"myReport":null}}\n');
    expect([unknown, ended, odd]).toEqual([nobody, nobody, nobody]);
  });

  it('shows nobody else: two reporters, two reports', async () => {
    await lab.seed.firstAdministrator();
    const one = await lab.seed.report('words of one');
    const other = await lab.seed.report('words of the other');
    const { client } = await lab.seed.reporter(one.code);

    const shown = JSON.stringify(await client.data(MY_REPORT));

    expect(shown).toContain('words of one');
    expect(shown).not.toContain('words of the other');
    expect(other.code).not.toBe(one.code);
  });

  it('gives the messages of both sides in one line, or only those after a place', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'one');
    await lab.seed.reply(caseworker, 'two');
    await lab.seed.message(client, 'three');

    const { myReport } = await client.data<MyReport>(MY_REPORT);
    const later = await client.data(AFTER, { afterSeq: 2 });
    const none = await client.data(AFTER, { afterSeq: 2_147_483_647 });

    expect(myReport?.['messages']).toMatchObject([
      { seq: 1, author: 'REPORTER', text: 'one' },
      { seq: 2, author: 'CASEWORKER', text: 'two' },
      { seq: 3, author: 'REPORTER', text: 'three' },
    ]);
    expect(later).toEqual({ myReport: { messages: [{ seq: 3 }] } });
    expect(none).toEqual({ myReport: { messages: [] } });
  });

  it('expects an answer from the first message until the reply, and again from the next message', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);
    const due = async () => (await client.data<MyReport>(MY_REPORT)).myReport?.['replyExpectedBy'];

    const first = await due();
    await lab.seed.reply(caseworker, 'reply');
    const answered = await due();
    await lab.seed.message(client, 'more');
    const again = await due();

    expect([first, answered, again]).toEqual([expect.any(String), null, expect.any(String)]);
  });

  it('is gone with the report, and so is the session', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);

    await lab.dataSource.query('DELETE FROM case_file');

    expect(await client.data(MY_REPORT)).toEqual({ myReport: null });
  });

  it('names a day and never a time of day', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);
    await lab.seed.reply(caseworker, 'reply');

    const shown = JSON.stringify(await client.data(MY_REPORT));

    expect(shown).toMatch(/"\d{4}-\d\d-\d\d"/);
    expect(shown).not.toMatch(/\d\d:\d\d/);
  });
});
