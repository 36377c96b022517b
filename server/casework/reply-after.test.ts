import { describe, expect, it } from '@jest/globals';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { CHANGE_STATUS, REPLY_AFTER } from '../testing/casework-operations.ts';
import { MY_REPORT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('replyToReporter with afterSeq', () => {
  const lab = useTestServer();

  it('stores one of two replies sent at once, tells the other before it goes out, and keeps both in the end', async () => {
    const story = await CaseStory.begin(lab);
    const inputs = [story.morgan, story.noor].map((by, turn) => ({
      by,
      variables: keyed({ caseId: story.caseId, text: `reply ${turn}`, afterSeq: 0 }),
    }));

    const outcomes = await Promise.all(inputs.map(({ by, variables }) => by.outcome(REPLY_AFTER, variables)));

    const second = outcomes.findIndex((outcome) => outcome.__typename === 'ConversationMovedOn');
    expect(outcomes[1 - second]).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
    expect(outcomes[second]).toMatchObject({
      newMessages: 1,
      message: expect.stringMatching(/^There is a new/),
    });
    expect((await story.record()).messages).toHaveLength(1);
    const { by, variables } = inputs[second] ?? inputs[0] ?? { by: story.morgan, variables: keyed({}) };
    const again = await by.outcome(REPLY_AFTER, { input: { ...variables.input, afterSeq: 1 } });
    expect(again).toMatchObject({ __typename: 'ReplySent', sent: { seq: 2 } });
    expect((await story.record()).messages.map(({ text }) => text).sort()).toEqual(['reply 0', 'reply 1']);
  });

  it('counts what the reporter wrote meanwhile, too', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    await lab.seed.message(client, 'one');
    await lab.seed.message(client, 'two');

    const outcome = await story.morgan.outcome(
      REPLY_AFTER,
      keyed({ caseId: story.caseId, text: 'reply', afterSeq: 0 }),
    );

    expect(outcome).toMatchObject({ __typename: 'ConversationMovedOn', newMessages: 2 });
    expect(await client.data(MY_REPORT)).toMatchObject({ myReport: { messages: [{ seq: 1 }, { seq: 2 }] } });
  });

  it('keeps both in order where nobody says what they saw', async () => {
    const story = await CaseStory.begin(lab);

    const outcomes = await Promise.all(
      [story.morgan, story.noor].map((by) =>
        by.outcome(REPLY_AFTER, keyed({ caseId: story.caseId, text: 'x' })),
      ),
    );

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['ReplySent', 'ReplySent']);
    expect((await story.record()).messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('answers a retry as before, although its own reply is what came after', async () => {
    const story = await CaseStory.begin(lab);
    const variables = keyed({ caseId: story.caseId, text: 'reply', afterSeq: 0 });

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => story.morgan.outcome(REPLY_AFTER, variables)),
    );
    const later = await story.morgan.outcome(REPLY_AFTER, variables);

    expect(new Set([...outcomes, later].map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(later).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
    expect((await story.record()).history).toMatchObject([{ kind: 'REPLIED', messageSeq: 1 }]);
  });

  it('stores a reply of somebody who claims to have seen more than there is', async () => {
    const story = await CaseStory.begin(lab);

    const outcome = await story.morgan.outcome(
      REPLY_AFTER,
      keyed({ caseId: story.caseId, text: 'reply', afterSeq: 99 }),
    );

    expect(outcome).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
  });
});

describe('replyToReporter with seenOpen', () => {
  const lab = useTestServer();

  it('stores nothing in a case that was closed meanwhile, and stores it when told that it is', async () => {
    const story = await CaseStory.begin(lab);
    await story.noor.outcome(CHANGE_STATUS, {
      input: { caseId: story.caseId, to: 'CLOSED', reason: 'done' },
    });
    const variables = keyed({ caseId: story.caseId, text: 'reply', afterSeq: 0, seenOpen: true });

    const held = await story.morgan.outcome(REPLY_AFTER, variables);

    expect(held).toMatchObject({
      __typename: 'CaseClosedMeanwhile',
      message: expect.stringMatching(/closed/),
    });
    expect((await story.record()).messages).toEqual([]);
    const sent = await story.morgan.outcome(REPLY_AFTER, { input: { ...variables.input, seenOpen: false } });
    expect(sent).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
  });

  it('stores it in an open case, and answers its retry as before although the case was closed since', async () => {
    const story = await CaseStory.begin(lab);
    const variables = keyed({ caseId: story.caseId, text: 'reply', seenOpen: true });

    const first = await story.morgan.outcome(REPLY_AFTER, variables);
    await story.noor.outcome(CHANGE_STATUS, {
      input: { caseId: story.caseId, to: 'CLOSED', reason: 'done' },
    });
    const again = await story.morgan.outcome(REPLY_AFTER, variables);

    expect(first).toMatchObject({ __typename: 'ReplySent', sent: { seq: 1 } });
    expect(again).toEqual(first);
  });
});
