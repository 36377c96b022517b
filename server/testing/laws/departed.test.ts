import { describe, expect, it } from '@jest/globals';
import { inTransaction } from '../../database/transaction.ts';
import { keyed } from '../case-story.ts';
import { ADD_NOTE, CHANGE_STATUS, RECORD, SAVE_DRAFT, SEARCH } from '../casework-operations.ts';
import { depart } from '../departures.ts';
import type { GraphQLClient } from '../graphql-client.ts';
import { CASE, MY_REPORT, REPLIED, REPLY, SEND } from '../operations.ts';
import { useTestServer } from '../test-server.ts';
import { dumpOf } from './dump.ts';
import { blobsOf, derive, opened } from './outside-crypto.ts';

const TEXTS = ['message', 'case_note', 'case_act', 'case_draft', 'case_file'];

describe('whoever left', () => {
  const lab = useTestServer();

  /** A case with a message, which two caseworkers hold; one of them has searched through it, so that it opens fast. */
  async function shared() {
    const staying = await lab.seed.firstAdministrator();
    const leaving = await lab.seed.colleague();
    const { code } = await lab.seed.report('words of before');
    const { client: reporter } = await lab.seed.reporter(code);
    await lab.seed.message(reporter, 'a message of before');
    for (const each of [staying, leaving]) await each.data(SEARCH, { text: 'words' });
    const [caseId = ''] = await lab.seed.caseIds(staying);
    return { staying, leaving, reporter, code, caseId };
  }

  /** Everything that can be written in a case. */
  async function writeOn(caseworker: GraphQLClient, reporter: GraphQLClient, caseId: string): Promise<void> {
    await lab.seed.message(reporter, 'a message of after');
    await lab.seed.reply(caseworker, 'a reply of after');
    await caseworker.outcome(ADD_NOTE, keyed({ caseId, text: 'a note of after' }));
    await caseworker.outcome(SAVE_DRAFT, { input: { caseId, kind: 'NOTE', text: 'a draft of after' } });
    await caseworker.outcome(CHANGE_STATUS, { input: { caseId, to: 'CLOSED', reason: 'a reason of after' } });
  }

  it('opens nothing that is written later, with the key of before and the dumps of before and after', async () => {
    const { staying, leaving, reporter, caseId } = await shared();
    const [token = ''] = leaving.cookies.values();
    const [other = ''] = staying.cookies.values();
    const before = blobsOf(await dumpOf(lab.databaseUrl));

    await depart(lab, 'noor@example.ac.uk');
    await writeOn(staying, reporter, caseId);

    const after = blobsOf(await dumpOf(lab.databaseUrl));
    const known = new Set(before.map(({ bytes }) => bytes.toString('hex')));
    const isText = ({ table }: { table: string }) => TEXTS.includes(table);
    const later = after.filter((blob) => isText(blob) && !known.has(blob.bytes.toString('hex')));
    const wraps = [...before, ...after].filter((blob) => !isText(blob));
    const keyOf = (session: string) => derive(Buffer.from(session, 'utf8'), 'session/key');
    const written = [
      'case_act.sealed_reason',
      'case_draft.sealed_text',
      'case_note.sealed_text',
      'message.sealed_text',
    ];
    const openedWith = (session: string) => opened([...wraps, ...later], [keyOf(session)]);
    expect(openedWith(token)).toEqual(expect.arrayContaining(['case_wrap.case_key_wrap']));
    expect(openedWith(token).filter((name) => written.includes(name))).toEqual([]);
    expect(openedWith(other)).toEqual(expect.arrayContaining(written));
  });

  it('leaves all that was written before and after to the others and the reporter', async () => {
    const { staying, reporter, code, caseId } = await shared();

    await depart(lab, 'noor@example.ac.uk');
    await writeOn(staying, reporter, caseId);

    const again = await lab.seed.reporter(code);
    for (const text of [
      JSON.stringify(await reporter.data(MY_REPORT)),
      JSON.stringify(await again.client.data(MY_REPORT)),
      JSON.stringify(await staying.data(CASE, { id: caseId })),
    ]) {
      expect(text).toMatch(/words of before/);
      expect(text).toMatch(/a message of before.*a message of after.*a reply of after/);
    }
    const record = JSON.stringify(await staying.data(RECORD, { id: caseId }));
    expect(record).toMatch(/a note of after/);
    expect(record).toMatch(/a reason of after/);
    expect(record).toMatch(/a draft of after/);
    const search = await staying.outcome(SEARCH, { text: 'after' });
    expect(search).toMatchObject({ hits: [{ case: { id: caseId } }] });
    expect(await staying.outcome(SEARCH, { text: 'after' })).toMatchObject({
      hits: [{ case: { id: caseId } }],
    });
  });

  it('keeps no reply from a reporter who was following before', async () => {
    const { staying, reporter } = await shared();
    const socket = await reporter.follow(REPLIED, { afterSeq: 1 });
    await lab.seed.reply(staying, 'of before');
    await socket.event();

    await depart(lab, 'noor@example.ac.uk');
    await lab.seed.reply(staying, 'of after');

    expect(JSON.stringify(await socket.event())).toContain('of after');
  });

  it('has taken no report along that was sent at the same moment', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.colleague();

    await Promise.all([
      ...Array.from({ length: 8 }, (_, number) => lab.seed.reportWithoutMessaging(`words ${number}`)),
      depart(lab, 'noor@example.ac.uk'),
    ]);

    const wraps = await lab.dataSource.query(
      "SELECT 1 FROM case_wrap w JOIN caseworker c ON c.id = w.caseworker_id WHERE c.email = 'noor@example.ac.uk'",
    );
    expect(wraps).toEqual([]);
  });

  it('hinders nobody who writes at the same moment, and all of it can be read', async () => {
    const { staying, reporter, caseId } = await shared();
    const texts = Array.from({ length: 6 }, (_, number) => `at once ${number}`);

    const outcomes = await Promise.all([
      ...texts.map((text) => reporter.outcome(SEND, keyed({ text }))),
      ...texts.map((text) => staying.outcome(REPLY, keyed({ caseId, text: `answer ${text}` }))),
      ...texts.map((text) => staying.outcome(ADD_NOTE, keyed({ caseId, text: `note ${text}` }))),
      depart(lab, 'noor@example.ac.uk'),
    ]);

    const names = outcomes.flatMap((outcome) => outcome?.__typename ?? []);
    expect(new Set(names)).toEqual(new Set(['MessageSent', 'ReplySent', 'CaseNoteAdded']));
    const mine = JSON.stringify(await reporter.data(MY_REPORT));
    const theirs = JSON.stringify(await staying.data(RECORD, { id: caseId }));
    for (const text of texts) {
      expect(mine).toContain(`"${text}"`);
      expect(mine).toContain(`"answer ${text}"`);
      expect(theirs).toContain(`"note ${text}"`);
    }
  });

  it('is undone when the departure is', async () => {
    const { staying, reporter, leaving, caseId } = await shared();

    await expect(depart(lab, 'noor@example.ac.uk', new Error('undone'))).rejects.toThrow('undone');
    await lab.seed.message(reporter, 'a message of after');

    for (const each of [staying, leaving]) {
      expect(JSON.stringify(await each.data(CASE, { id: caseId }))).toContain('a message of after');
    }
    await inTransaction(lab.dataSource, async (manager) => {
      const rows = await manager.query<{ size: number }[]>(
        'SELECT length(case_key_wrap) AS size FROM case_wrap',
      );
      expect(rows).toEqual([{ size: 81 }, { size: 81 }]);
    });
  });

  it('no longer has the cases that were assigned to them', async () => {
    const { staying, caseId } = await shared();
    await lab.dataSource.query(
      "UPDATE case_file SET assignee_id = (SELECT id FROM caseworker WHERE email = 'noor@example.ac.uk')",
    );

    await depart(lab, 'noor@example.ac.uk');

    const { case: found } = await staying.data<{ case: { assignee: unknown } }>(RECORD, { id: caseId });
    expect(found.assignee).toBeNull();
    expect(await lab.seed.caseIds(staying)).toEqual([caseId]);
  });
});
