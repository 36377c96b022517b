import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory } from '../testing/case-story.ts';
import { LABELS, SET_LABELS } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASES } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('setCaseLabels', () => {
  const lab = useTestServer();

  const set = (by: GraphQLClient, caseId: string, change: Record<string, unknown>) =>
    by.outcome(SET_LABELS, { input: { caseId, ...change } });
  const textsOf = (labels: { text: string }[]) => labels.map(({ text }) => text);

  it('puts labels of the vocabulary on and takes them off, and writes each down', async () => {
    const story = await CaseStory.begin(lab);
    const { caseLabels } = await story.morgan.data<{ caseLabels: { id: string; text: string }[] }>(LABELS);

    await set(story.morgan, story.caseId, { add: ['urgent', 'linked', 'urgent'] });
    const outcome = await set(story.noor, story.caseId, { add: ['outside'], remove: ['linked'] });

    expect(textsOf(caseLabels)).toContain('Safeguarding');
    expect(outcome).toMatchObject({ __typename: 'CaseLabelsSet' });
    const { labels, history } = await story.record();
    expect(textsOf(labels)).toEqual(['Not for us', 'Urgent']);
    expect(history.map(({ kind, label }) => [kind, (label as { id: string }).id]).sort()).toEqual([
      ['LABELLED', 'linked'],
      ['LABELLED', 'outside'],
      ['LABELLED', 'urgent'],
      ['UNLABELLED', 'linked'],
    ]);
  });

  it('changes nothing where it is so already', async () => {
    const story = await CaseStory.begin(lab);
    await set(story.morgan, story.caseId, { add: ['urgent'] });
    const before = await lab.dataSource.query('SELECT version FROM case_file');

    await set(story.morgan, story.caseId, { add: ['urgent'], remove: ['linked', '\u0000', 'none'] });

    expect(await lab.dataSource.query('SELECT version FROM case_file')).toEqual(before);
    expect((await story.record()).history).toHaveLength(1);
  });

  it('keeps what two people do at once', async () => {
    const story = await CaseStory.begin(lab);
    const ids = ['urgent', 'linked', 'outside', 'needs-advice', 'safeguarding'];

    await Promise.all(
      ids.map((id, turn) => set(turn % 2 ? story.noor : story.morgan, story.caseId, { add: [id] })),
    );

    expect((await story.record()).labels.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('refuses a label that is none, and puts no other on', async () => {
    const story = await CaseStory.begin(lab);

    const outcome = await set(story.morgan, story.caseId, { add: ['urgent', 'nothing'] });

    expect(outcome).toEqual({ __typename: 'UnknownLabel', message: expect.any(String) });
    expect((await story.record()).labels).toEqual([]);
  });

  it('still shows a label that the vocabulary has no more, and lets it be taken off', async () => {
    const story = await CaseStory.begin(lab);
    await lab.dataSource.query("INSERT INTO case_label VALUES ($1, 'bygone')", [story.caseId]);
    const before = (await story.record()).labels;

    await set(story.morgan, story.caseId, { remove: ['bygone'] });

    expect(before).toEqual([{ id: 'bygone', text: 'bygone' }]);
    expect((await story.record()).labels).toEqual([]);
  });

  it('lets the inbox be filtered by a label', async () => {
    const story = await CaseStory.begin(lab);
    await lab.seed.reportWithoutMessaging('another');
    await set(story.morgan, story.caseId, { add: ['urgent'] });
    const ids = async (label: string) => {
      const { cases } = await story.noor.data<{ cases: { edges: { node: { id: string } }[] } }>(CASES, {
        filter: { label },
      });
      return cases.edges.map(({ node }) => node.id);
    };

    expect([await ids('urgent'), await ids('linked'), await ids('\u0000')]).toEqual([[story.caseId], [], []]);
  });

  it('answers a case of others and none at all alike, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();

    const outcomes = await Promise.all(
      [caseId, randomUUID(), 'x'].map((id) => set(stranger, id, { add: ['urgent'] })),
    );

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(outcomes.map(() => 'CaseNotFound'));
    expect(await lab.stranger().errorCodes(SET_LABELS, { input: { caseId } })).toEqual(['UNAUTHENTICATED']);
    expect(await lab.stranger().errorCodes(LABELS)).toEqual(['UNAUTHENTICATED']);
  });
});
