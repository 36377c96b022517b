import { describe, expect, it } from '@jest/globals';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { LOG_IN, SEND } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';
import { closedStory } from './testing/closed-story.ts';
import { keepFor, MARK_READ, PREVIEW } from './testing/retention-operations.ts';

const DAY = 86_400_000; // milliseconds

/** Tables in which something of a case stands. */
const OF_CASES = [
  'case_file',
  'case_wrap',
  'conversation',
  'message',
  'reporter_session',
  'case_note',
  'case_act',
  'case_draft',
  'case_label',
  'case_exclusion',
  'colleague_on_case',
]; // prettier-ignore

describe('retention', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const run = async (app = lab.app) =>
    app.jobs.find(({ name }) => name === 'retention')?.run(new AbortController().signal);

  const caseCount = async () => (await lab.dataSource.query<unknown[]>('SELECT FROM case_file')).length;

  const inDays = (days: number) =>
    new Date(lab.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);

  const again = () => lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp');

  it('deletes a case with everything in it on its day, and not one day before', async () => {
    await closedStory(lab);
    await lab.letDaysPass(99);
    await run();
    const before = await caseCount();

    await lab.letDaysPass(1);
    await run();

    expect(before).toBe(1);
    for (const table of OF_CASES) {
      expect([table, await lab.dataSource.query(`SELECT * FROM ${table}`)]).toEqual([table, []]);
    }
    expect(
      await lab.dataSource.query(
        'SELECT act, actor, case_number, details FROM audit_entry ORDER BY position DESC LIMIT 1',
      ),
    ).toEqual([
      {
        act: 'CASE_DELETED',
        actor: 'SERVICE',
        case_number: expect.any(String),
        details: expect.stringMatching(/^\{"heldBy":\[.+\],"purpose":"RETENTION"\}$/),
      },
    ]);
  });

  it('leaves a tombstone that leads to no case', async () => {
    const story = await closedStory(lab);
    const { number } = await story.record();
    await lab.letDaysPass(100);

    await run();

    const [tombstone] = await lab.dataSource.query<Record<string, unknown>[]>('SELECT * FROM case_tombstone');
    expect(tombstone).toMatchObject({ status: 'CLOSED', messaging: true, has_contact_details: false });
    expect(JSON.stringify(tombstone)).not.toContain(number);
    expect(Object.values(tombstone ?? {})).not.toContain(story.caseId);
  });

  it('answers the code of a deleted case as one that never was, after the same work', async () => {
    const story = await closedStory(lab);
    await lab.letDaysPass(100);
    await run();
    const never = await lab.seed.unusedCode();

    const answers: unknown[] = [];
    for (const code of [story.code, never]) {
      const runs = lab.argon2Runs();
      answers.push([await lab.anyone().outcome(LOG_IN, { code }), lab.argon2Runs() - runs]);
    }

    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([expect.objectContaining({ __typename: 'CodeNotRecognised' }), 1]);
  });

  it('keeps a case in which its reporter wrote something that nobody has opened, until somebody does', async () => {
    const story = await CaseStory.begin(lab);
    await keepFor(story.morgan, 100);
    const { client } = await lab.seed.reporter(story.code);
    await client.outcome(SEND, keyed({ text: 'there is more' }));
    await story.move('CLOSED', 'done');
    await lab.letDaysPass(150);
    await run();
    const kept = await caseCount();

    await (await again()).data(MARK_READ, { id: story.caseId, seq: 1 });
    await run();

    expect(kept).toBe(1);
    expect(await caseCount()).toBe(0);
  });

  it('keeps a case that its reporter opened again', async () => {
    const story = await closedStory(lab);
    await lab.letDaysPass(89);
    const { client } = await lab.seed.reporter(story.code);
    await client.outcome(SEND, keyed({ text: 'it happened again' }));
    await (await again()).data(MARK_READ, { id: story.caseId, seq: 2 });
    await lab.letDaysPass(300);

    await run();

    expect(await caseCount()).toBe(1);
  });

  it('deletes nothing where no time is set', async () => {
    const story = await CaseStory.begin(lab);
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 0 });
    await story.move('CLOSED', 'done');
    await lab.letDaysPass(3_000);

    await run();

    expect(await caseCount()).toBe(1);
  });

  it('gives 14 days of notice where a shorter time is set, to staff and to the reporter', async () => {
    const story = await CaseStory.begin(lab);
    await story.morgan.data(MARK_READ, { id: story.caseId, seq: 0 });
    await story.move('CLOSED', 'done');
    await lab.letDaysPass(400);
    await lab.dataSource.query('UPDATE conversation SET is_open = true');
    const morgan = await again();
    await keepFor(morgan, 100);
    const { client } = await lab.seed.reporter(story.code);

    const told = [
      await morgan.data('query($id: ID!) { case(id: $id) { deletesOn } }', { id: story.caseId }),
      await client.data('{ myReport { deletesOn } }'),
    ];
    await run();
    const kept = await caseCount();
    await lab.letDaysPass(14);
    await run();

    expect(told).toEqual([{ case: { deletesOn: inDays(0) } }, { myReport: { deletesOn: inDays(0) } }]);
    expect([kept, await caseCount()]).toEqual([1, 0]);
  });

  it('tells nobody a day while a case is open', async () => {
    const story = await CaseStory.begin(lab);
    await keepFor(story.morgan, 100);
    const { client } = await lab.seed.reporter(story.code);

    expect(await client.data('{ myReport { deletesOn } }')).toEqual({ myReport: { deletesOn: null } });
  });

  it('deletes each case once where two processes do so at the same time', async () => {
    await closedStory(lab);
    await lab.letDaysPass(100);
    const { app } = await openSecond();

    await Promise.all([run(), run(app), run()]);

    expect(await lab.dataSource.query("SELECT FROM audit_entry WHERE act = 'CASE_DELETED'")).toHaveLength(1);
    expect(await lab.dataSource.query('SELECT FROM case_tombstone')).toHaveLength(1);
  });

  it('never loses a message that was acknowledged while its case was to be deleted', async () => {
    const story = await closedStory(lab);
    const { client } = await lab.seed.reporter(story.code);
    // Due, while the conversation is still open: as close as the two can come.
    await lab.dataSource.query(
      "UPDATE case_file SET closed_on = closed_on - 100; UPDATE organisation SET retention_set_on = '2020-01-01'",
    );
    lab.clock.advance(2_000);

    const [sent] = await Promise.all([
      client.outcome(SEND, keyed({ text: 'wait' })).catch(() => null),
      run(),
    ]);

    const messages = await lab.dataSource.query("SELECT FROM message WHERE author = 'REPORTER'");
    expect(messages).toHaveLength(sent?.__typename === 'MessageSent' ? 1 : 0);
    expect(await caseCount()).toBe(messages.length);
  });

  it('stops between two cases when the program ends', async () => {
    await closedStory(lab);
    await lab.letDaysPass(100);

    await lab.app.jobs[0]?.run(AbortSignal.abort());

    expect(await caseCount()).toBe(1);
  });

  describe('tried out', () => {
    const preview = async (by: GraphQLClient, days: number) =>
      (await by.data<{ retentionPreview: Record<string, unknown> }>(PREVIEW, { days })).retentionPreview;

    it('lists what would go and what would be kept back, and deletes nothing', async () => {
      const story = await closedStory(lab);
      await lab.seed.report('nobody opens this');
      const other = (await lab.seed.caseIds(story.morgan)).find((id) => id !== story.caseId) ?? '';
      await story.morgan.outcome(
        'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }',
        {
          input: { caseId: other, to: 'CLOSED', reason: 'done' },
        },
      );
      await lab.letDaysPass(200);

      const seen = await preview(await again(), 120);

      expect(seen).toMatchObject({ through: inDays(30), count: 2, others: null });
      expect(seen['cases']).toHaveLength(2);
      expect(seen['cases']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ caseId: story.caseId, isKeptBack: false, closedOn: inDays(-200) }),
          expect.objectContaining({ caseId: other, isKeptBack: true }),
        ]),
      );
      expect(await caseCount()).toBe(2);
    });

    it('tells no case and no small number of cases that one cannot open', async () => {
      const story = await closedStory(lab);
      await lab.dataSource.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [
        await idOf(story.morgan),
      ]);

      expect(await preview(story.morgan, 1)).toMatchObject({ cases: [], count: 0, others: null });
    });

    it.each([-1, 100_001])('refuses %i days', async (days) => {
      const morgan = await lab.seed.firstAdministrator();

      expect(await morgan.errorCodes(PREVIEW, { days })).toEqual(['BAD_USER_INPUT']);
    });
  });
});
