import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { ADD_NOTE } from '../testing/casework-operations.ts';
import { MY_REPORT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('addCaseNote', () => {
  const lab = useTestServer();

  it('stores a note that colleagues read, with its writer and time', async () => {
    const story = await CaseStory.begin(lab);

    const outcome = await story.morgan.outcome(
      ADD_NOTE,
      keyed({ caseId: story.caseId, text: ' first\r\nline ' }),
    );

    const note = { text: 'first\nline', author: { name: 'Morgan Ellis' } };
    expect(outcome).toMatchObject({ __typename: 'CaseNoteAdded', note });
    const { notes } = await story.record(story.noor);
    expect(notes).toEqual([{ ...note, id: expect.any(String), writtenAt: expect.stringMatching(/T.*Z$/) }]);
  });

  it('lists notes in the order they were written', async () => {
    const story = await CaseStory.begin(lab);
    for (const text of ['one', 'two', 'three']) {
      await story.noor.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text }));
    }

    expect((await story.record()).notes.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('never shows the reporter anything of it', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const before = await client.data(MY_REPORT);

    await story.morgan.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text: 'about them' }));

    expect(await client.data(MY_REPORT)).toEqual(before);
  });

  it('answers the same key and words the same way, and stores one of 20 twins sent at once', async () => {
    const story = await CaseStory.begin(lab);
    const variables = keyed({ caseId: story.caseId, text: 'once' });

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => story.morgan.outcome(ADD_NOTE, variables)),
    );

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect((await story.record()).notes).toHaveLength(1);
  });

  it('answers the same key with other words with KeyReused', async () => {
    const story = await CaseStory.begin(lab);
    const first = keyed({ caseId: story.caseId, text: 'one' });
    await story.morgan.outcome(ADD_NOTE, first);

    const outcome = await story.morgan.outcome(ADD_NOTE, { input: { ...first.input, text: 'two' } });

    expect(outcome.__typename).toBe('KeyReused');
    expect((await story.record()).notes).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['5,001 characters', 'x'.repeat(5_001)],
  ])('refuses %s with a sentence and stores nothing', async (_, text) => {
    const story = await CaseStory.begin(lab);

    const outcome = await story.morgan.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text }));

    expect(outcome).toEqual({ __typename: 'InvalidMessage', message: expect.any(String) });
    expect((await story.record()).notes).toEqual([]);
  });

  it('answers a case of others and none at all alike, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();
    const say = async (id: string) =>
      await (await stranger.post({ query: ADD_NOTE, variables: keyed({ caseId: id, text: 'x' }) })).text();

    const answers = new Set(await Promise.all([caseId, randomUUID(), 'x', '\u0000'].map(say)));

    expect([...answers].join()).toContain('CaseNotFound');
    expect(answers.size).toBe(1);
    expect(await lab.stranger().errorCodes(ADD_NOTE, keyed({ caseId, text: 'x' }))).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});
