import { describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { CASES, INBOX_CHANGED, LOG_OUT, MY_REPORT, REPLIED, WHOLE_CASES } from '../operations.ts';
import { asOwner } from '../test-database.ts';
import { useTestServer } from '../test-server.ts';
import { dumpOf } from './dump.ts';

describe('a reporter who comes and reads', () => {
  const lab = useTestServer();

  /** All that staff and the tables show, but for the reporter's own session. */
  async function visible(ask: (query: string) => Promise<Response>): Promise<string> {
    const answers = await Promise.all([CASES, WHOLE_CASES].map(async (query) => (await ask(query)).text()));
    const dump = await dumpOf(lab.databaseUrl);
    const tables = dump.filter(({ name }) => !['reporter_session', 'staff_session'].includes(name));
    const versions = await asOwner(
      lab.databaseUrl,
      async (client) =>
        (
          await client.query(
            'SELECT xmin, ctid FROM case_file UNION ALL SELECT xmin, ctid FROM conversation UNION ALL SELECT xmin, ctid FROM message',
          )
        ).rows,
    );
    return JSON.stringify([answers, tables, versions]);
  }

  it('changes nothing that staff can see, and no inbox hears of it', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    await lab.seed.reply(caseworker, 'a reply');
    const inbox = await caseworker.follow(INBOX_CHANGED);
    await inbox.heardSoFar();
    // Made for the open inbox, whatever a reporter does.
    await eventually(
      async () => (await lab.dataSource.query('SELECT FROM case_wrap WHERE fast_wrap IS NULL')).length === 0,
    );
    const look = () => visible((query) => caseworker.post({ query }));
    const views = [await look()];

    const { client } = await lab.seed.reporter(code);
    views.push(await look());
    await client.data(MY_REPORT);
    const socket = await client.follow(REPLIED);
    await socket.event();
    views.push(await look());
    socket.subscribe('2', REPLIED, { afterSeq: 0 });
    await socket.event();
    socket.cut();
    await client.data(LOG_OUT);
    views.push(await look());
    await lab.anyone().withToken('x'.repeat(43)).data(MY_REPORT);
    views.push(await look());

    expect(new Set(views).size).toBe(1);
    expect(await inbox.heardSoFar()).toEqual([]);
  });

  it('leaves a trace when they write, so the test above could fail', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const look = () => visible((query) => caseworker.post({ query }));
    const { client } = await lab.seed.reporter(code);
    const before = await look();

    await lab.seed.message(client, 'a message');

    expect(await look()).not.toBe(before);
  });

  it('is shown days, by role: no time of day, no name, nothing about reading', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const socket = await client.follow(REPLIED);
    await lab.seed.reply(caseworker, 'a reply');
    await socket.event();

    const frames = socket.heard.join('\n');
    const answer = JSON.stringify(await client.data(MY_REPORT));

    expect(frames).toContain('a reply');
    for (const text of [frames, answer]) {
      expect(text).not.toMatch(/\d\d:\d\d|Morgan|morgan@|\bread\b|seen|typing/i);
    }
  });

  it('is not announced by a caseworker who reads: the reporter’s frames and answers stay the same', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    await lab.seed.message(client, 'a message');
    const socket = await client.follow(REPLIED);
    const before = await client.data(MY_REPORT);

    await caseworker.data(WHOLE_CASES);
    const [id] = await lab.seed.caseIds(caseworker);
    await caseworker.data('mutation($id: ID!) { markCaseRead(caseId: $id, upToSeq: 1) }', { id });

    expect(await client.data(MY_REPORT)).toEqual(before);
    expect(await socket.heardSoFar()).toEqual([]);
  });
});
