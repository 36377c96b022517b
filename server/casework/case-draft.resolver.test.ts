import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { ADD_NOTE, SAVE_DRAFT } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { REPLY } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('saveDraft', () => {
  const lab = useTestServer();

  const save = (by: GraphQLClient, caseId: string, kind: string, text: string) =>
    by.outcome(SAVE_DRAFT, { input: { caseId, kind, text } });

  it('keeps one draft of each kind as it was typed, until it is emptied', async () => {
    const story = await CaseStory.begin(lab);
    await save(story.morgan, story.caseId, 'REPLY', 'Dear');
    await save(story.morgan, story.caseId, 'REPLY', ' Dear reporter, ');
    await save(story.morgan, story.caseId, 'NOTE', 'to do');
    const before = (await story.record()).drafts;

    await save(story.morgan, story.caseId, 'REPLY', ' \n ');

    expect(before).toEqual([
      { kind: 'NOTE', text: 'to do' },
      { kind: 'REPLY', text: ' Dear reporter, ' },
    ]);
    expect((await story.record()).drafts).toEqual([{ kind: 'NOTE', text: 'to do' }]);
  });

  it('is there in another session of the same caseworker, and never a colleague’s', async () => {
    const story = await CaseStory.begin(lab);
    await save(story.noor, story.caseId, 'REPLY', 'half a sen');

    const again = await lab.seed.signedInAgain('noor@example.ac.uk', 'harbour pencil comet wool');

    expect((await story.record(again)).drafts).toEqual([{ kind: 'REPLY', text: 'half a sen' }]);
    expect((await story.record(story.morgan)).drafts).toEqual([]);
  });

  it('goes once the note or the reply is stored, and only that one', async () => {
    const story = await CaseStory.begin(lab);
    const left: unknown[] = [];
    for (const kind of ['NOTE', 'REPLY']) await save(story.morgan, story.caseId, kind, 'mine');
    await save(story.noor, story.caseId, 'REPLY', 'hers');

    await story.morgan.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text: 'note' }));
    left.push((await story.record()).drafts.map(({ kind }) => kind));
    await story.morgan.outcome(REPLY, keyed({ caseId: story.caseId, text: 'reply' }));
    left.push((await story.record()).drafts.map(({ kind }) => kind));

    expect(left).toEqual([['REPLY'], []]);
    expect((await story.record(story.noor)).drafts).toEqual([{ kind: 'REPLY', text: 'hers' }]);
  });

  it('keeps a draft that grew too long to be sent, up to 8,000 characters', async () => {
    const story = await CaseStory.begin(lab);
    const long = '𝛑'.repeat(8_000);

    const outcomes = [
      await save(story.morgan, story.caseId, 'REPLY', long),
      await save(story.morgan, story.caseId, 'REPLY', `${long}x`),
    ];

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['DraftSaved', 'InvalidMessage']);
    expect((await story.record()).drafts).toEqual([{ kind: 'REPLY', text: long }]);
  });

  it('changes nothing that a colleague or the reporter could notice', async () => {
    const story = await CaseStory.begin(lab);
    const rows = () =>
      lab.dataSource.query('SELECT f, c FROM case_file f JOIN conversation c ON c.case_id = f.id');
    const before = await rows();

    await save(story.morgan, story.caseId, 'REPLY', 'Dear');

    expect(await rows()).toEqual(before);
  });

  it('answers a case of others and none at all alike, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();

    const outcomes = await Promise.all(
      [caseId, randomUUID(), 'x'].map((id) => save(stranger, id, 'NOTE', 'x')),
    );

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(outcomes.map(() => 'CaseNotFound'));
    expect(
      await lab.stranger().errorCodes(SAVE_DRAFT, { input: { caseId, kind: 'NOTE', text: 'x' } }),
    ).toEqual(['UNAUTHENTICATED']);
  });
});
