import { describe, expect, it } from '@jest/globals';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { ADD_NOTE, HAND_OVER, SAVE_DRAFT } from '../testing/casework-operations.ts';
import { LOG_OUT, MY_REPORT } from '../testing/operations.ts';
import { asOwner } from '../testing/test-database.ts';
import { useTestServer } from '../testing/test-server.ts';

const CANARY = 'canary-7f3a';

describe('the history of a case', () => {
  const lab = useTestServer();

  it('holds nothing that a reporter does', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('WAITING_FOR_REPORTER');
    const before = (await story.record()).history;

    const { client } = await lab.seed.reporter(story.code);
    await client.data(MY_REPORT);
    await lab.seed.message(client, 'which opens the case again');
    await client.data(LOG_OUT);

    const after = await story.record();
    expect(after.status).toBe('OPEN');
    expect(after.history).toEqual(before);
    expect(await lab.dataSource.query('SELECT FROM case_act')).toHaveLength(1);
  });

  it('says when staff did what, the oldest first', async () => {
    const story = await CaseStory.begin(lab);
    const before = lab.clock.now().toISOString();
    await story.move('OPEN');
    await story.assign(await idOf(story.noor));
    await lab.seed.reply(story.noor, 'words');

    const { history } = await story.record();

    expect(history.map(({ kind }) => kind)).toEqual(['STATUS_CHANGED', 'ASSIGNED', 'REPLIED']);
    const times = [before, ...history.map(({ at }) => String(at)), lab.clock.now().toISOString()];
    expect(times).toEqual([...times].sort());
  });

  it('is sealed where it holds words, like notes and drafts: no table holds them in the clear', async () => {
    const story = await CaseStory.begin(lab);
    const { caseId, morgan, noor } = story;
    await morgan.outcome(ADD_NOTE, keyed({ caseId, text: CANARY }));
    await morgan.outcome(HAND_OVER, keyed({ caseId, caseworkerId: await idOf(noor), note: CANARY }));
    await morgan.outcome(SAVE_DRAFT, { input: { caseId, kind: 'REPLY', text: CANARY } });
    await story.move('CLOSED', CANARY);
    const record = await story.record();
    expect(JSON.stringify(record).split(CANARY)).toHaveLength(5);

    const rows = await asOwner(lab.databaseUrl, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
      );
      const texts = [];
      for (const { name } of tables) {
        texts.push(...(await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows);
      }
      return texts.map(({ row }) => row).join('\n');
    });

    expect(rows).toContain(caseId);
    expect(rows).not.toContain(CANARY);
    expect(rows).not.toContain(Buffer.from(CANARY).toString('hex'));
  });

  it.each(['case_note.sealed_text', 'case_act.sealed_reason', 'case_draft.sealed_text'])(
    'refuses %s of another row',
    async (place) => {
      const story = await CaseStory.begin(lab);
      const { caseId, morgan, noor } = story;
      for (const by of [morgan, noor]) {
        await by.outcome(ADD_NOTE, keyed({ caseId, text: 'words' }));
        await by.outcome(SAVE_DRAFT, { input: { caseId, kind: 'NOTE', text: 'words' } });
      }
      await story.move('CLOSED', 'one');
      await story.move('OPEN', 'two');
      const [table = '', column = ''] = place.split('.');

      await lab.dataSource.query(
        `UPDATE ${table} SET ${column} = (SELECT other.${column} FROM ${table} other
         WHERE other.ctid <> ${table}.ctid AND other.${column} IS NOT NULL LIMIT 1)`,
      );

      await expect(story.record()).rejects.toThrow('INTERNAL_SERVER_ERROR');
    },
  );
});
