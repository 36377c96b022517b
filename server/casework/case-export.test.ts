import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { ADD_NOTE, EXPORT, EXPORT_WITH_NOTES } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { REPLY } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

interface File {
  readonly fileName: string;
  readonly json: string;
}

describe('exportCase', () => {
  const lab = useTestServer();

  async function exported(by: GraphQLClient, operation: string, id: string): Promise<File | null> {
    const [file] = Object.values(await by.data<Record<string, File | null>>(operation, { id }));
    return file ?? null;
  }

  async function worked(): Promise<CaseStory> {
    const story = await CaseStory.begin(lab, 'words of the report');
    await story.morgan.outcome(REPLY, keyed({ caseId: story.caseId, text: 'a reply' }));
    await story.noor.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text: 'between us' }));
    await story.move('CLOSED', 'the reason why');
    return story;
  }

  it('holds what the reporter knows, and nothing that staff said to each other', async () => {
    const story = await worked();
    const { number } = await story.record();

    const file = await exported(story.morgan, EXPORT, story.caseId);

    expect(file?.fileName).toBe(`case-${number}.json`);
    expect(JSON.parse(file?.json ?? '')).toMatchObject({
      number,
      status: 'CLOSED',
      contactDetails: null,
      answers: [{ text: 'words of the report' }, { choices: ['Bullying'] }, { month: '2026-01' }],
      messages: [{ seq: 1, author: 'CASEWORKER', text: 'a reply' }],
    });
    expect(file?.json).not.toMatch(/between us|reason why|Morgan|Noor/);
  });

  it('holds notes and the history of staff where they are asked for', async () => {
    const story = await worked();

    const file = await exported(story.morgan, EXPORT_WITH_NOTES, story.caseId);

    expect(JSON.parse(file?.json ?? '')).toMatchObject({
      answers: [{ text: 'words of the report' }, {}, {}],
      notes: [{ author: 'Noor Haddad', text: 'between us' }],
      history: [{ kind: 'REPLIED' }, { kind: 'STATUS_CHANGED', reason: 'the reason why' }],
    });
  });

  it('stands in the audit log with what it was for, and without any word of the case', async () => {
    const story = await worked();
    await exported(story.morgan, EXPORT, story.caseId);
    await exported(story.noor, EXPORT_WITH_NOTES, story.caseId);

    expect(
      await lab.dataSource.query(
        "SELECT caseworker_name, case_id, details FROM audit_entry WHERE act = 'EXPORTED' ORDER BY position",
      ),
    ).toEqual([
      {
        caseworker_name: 'Morgan Ellis',
        case_id: story.caseId,
        details: '{"purpose":"INVESTIGATION","withNotes":false}',
      },
      {
        caseworker_name: 'Noor Haddad',
        case_id: story.caseId,
        details: '{"purpose":"INVESTIGATION","withNotes":true}',
      },
    ]);
  });

  it.each([EXPORT, EXPORT_WITH_NOTES])('needs a purpose: %s', async (operation) => {
    const story = await CaseStory.begin(lab);

    for (const purpose of [null, 'CURIOSITY', '']) {
      expect(await story.morgan.errorCodes(operation, { id: story.caseId, purpose })).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
    expect(await lab.dataSource.query("SELECT FROM audit_entry WHERE act = 'EXPORTED'")).toEqual([]);
  });

  it('is null for a case of others and for none, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();

    const files = await Promise.all(
      [EXPORT, EXPORT_WITH_NOTES].flatMap((operation) =>
        [caseId, randomUUID(), 'x'].map((id) => exported(stranger, operation, id)),
      ),
    );

    expect(new Set(files)).toEqual(new Set([null]));
    for (const operation of [EXPORT, EXPORT_WITH_NOTES]) {
      expect(await lab.stranger().errorCodes(operation, { id: caseId })).toEqual(['UNAUTHENTICATED']);
    }
  });
});
