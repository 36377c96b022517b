import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dayIn } from '../shared/day.ts';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { CHANGE_STATUS } from '../testing/casework-operations.ts';
import { MY_REPORT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const DAY = 86_400_000;

describe('changeCaseStatus', () => {
  const lab = useTestServer();

  it('moves a case on, says so in the history, and tells the reporter no inner workings', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const told: unknown[] = [];

    for (const [to, reason] of [['ON_HOLD', 'the secret why'], ['OPEN'], ['CLOSED', 'done']] as const) {
      expect(await story.move(to, reason)).toMatchObject({
        __typename: 'CaseStatusChanged',
        case: { status: to },
      });
      told.push(await client.data(MY_REPORT));
    }

    expect((await story.record()).history).toMatchObject([
      { kind: 'STATUS_CHANGED', fromStatus: 'NEW', toStatus: 'ON_HOLD', reason: 'the secret why' },
      { kind: 'STATUS_CHANGED', fromStatus: 'ON_HOLD', toStatus: 'OPEN', reason: null },
      { kind: 'STATUS_CHANGED', fromStatus: 'OPEN', toStatus: 'CLOSED', reason: 'done' },
    ]);
    expect(told).toMatchObject([
      { myReport: { status: 'IN_PROGRESS' } },
      { myReport: { status: 'IN_PROGRESS' } },
      { myReport: { status: 'CLOSED' } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret why|ON_HOLD/);
  });

  it.each<[string, string, string | undefined]>([
    ['the status it has', 'NEW', undefined],
    ['closing without a reason', 'CLOSED', undefined],
    ['closing with blanks for a reason', 'CLOSED', ' \n '],
    ['a reason that is too long', 'CLOSED', 'x'.repeat(5_001)],
  ])('refuses %s and writes nothing', async (_, to, reason) => {
    const story = await CaseStory.begin(lab);

    const outcome = await story.move(to, reason);

    expect(outcome).toEqual({ __typename: 'StatusChangeRefused', message: expect.any(String) });
    const { status, history } = await story.record();
    expect({ status, history }).toEqual({ status: 'NEW', history: [] });
  });

  it('takes the same key again after a refusal, and repeats no change with it', async () => {
    const story = await CaseStory.begin(lab);
    const close = keyed({ caseId: story.caseId, to: 'CLOSED' });
    const refused = await story.morgan.outcome(CHANGE_STATUS, close);
    const reasoned = { input: { ...close.input, reason: 'done' } };

    const first = await story.morgan.outcome(CHANGE_STATUS, reasoned);
    await story.move('OPEN', undefined, story.noor);
    const retry = await story.morgan.outcome(CHANGE_STATUS, reasoned);

    expect(refused.__typename).toBe('StatusChangeRefused');
    expect(first).toMatchObject({ case: { status: 'CLOSED' } });
    expect(retry).toMatchObject({ __typename: 'CaseStatusChanged', case: { status: 'OPEN' } });
  });

  it('lets one of ten who close at once do it, and tells the others that it is so already', async () => {
    const story = await CaseStory.begin(lab);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        story.move('CLOSED', `reason ${turn}`, turn % 2 ? story.noor : story.morgan),
      ),
    );

    const changed = outcomes.filter((outcome) => outcome.__typename === 'CaseStatusChanged');
    expect(changed).toHaveLength(1);
    expect((await story.record()).history).toHaveLength(1);
  });

  it('waits for no reporter who cannot write back', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);

    const outcome = await morgan.outcome(CHANGE_STATUS, { input: { caseId, to: 'WAITING_FOR_REPORTER' } });

    expect(outcome.__typename).toBe('StatusChangeRefused');
  });

  it.each(['CLOSED', 'WAITING_FOR_REPORTER'])(
    'sets no case to %s over a message that came after what was shown',
    async (to) => {
      const story = await CaseStory.begin(lab);
      const { client } = await lab.seed.reporter(story.code);
      await lab.seed.message(client, 'the first');
      const shown = { ...keyed({ caseId: story.caseId, to, reason: 'done', afterSeq: 1 }) };
      await lab.seed.message(client, 'help me');

      const refused = await story.morgan.outcome(CHANGE_STATUS, shown);
      const { status, replyDueBy, history } = await story.record();
      const seen = { input: { ...shown.input, afterSeq: 2 } };

      expect(refused).toEqual({ __typename: 'StatusChangeRefused', message: expect.stringMatching(/wrote/) });
      expect({ status, history }).toEqual({ status: 'NEW', history: [] });
      expect(replyDueBy).not.toBeNull();
      expect(await story.morgan.outcome(CHANGE_STATUS, seen)).toMatchObject({ case: { status: to } });
    },
  );

  it('moves a case on where a colleague wrote last, where an answer stays due, and for whoever names no message', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    await lab.seed.message(client, 'help me');
    const move = (to: string, afterSeq?: number) =>
      story.morgan.outcome(CHANGE_STATUS, {
        input: { caseId: story.caseId, to, reason: 'done', ...(afterSeq !== undefined && { afterSeq }) },
      });

    expect(await move('ON_HOLD', 0)).toMatchObject({ case: { status: 'ON_HOLD' } });
    expect(await move('CLOSED')).toMatchObject({ case: { status: 'CLOSED' } });
    expect(await move('OPEN', 0)).toMatchObject({ case: { status: 'OPEN' } });
    await lab.seed.reply(story.noor, 'we read it');
    expect(await move('CLOSED', 1)).toMatchObject({ case: { status: 'CLOSED' } });
  });

  it('gives a retry of what was stored its answer, whatever was written since', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const close = keyed({ caseId: story.caseId, to: 'CLOSED', reason: 'done', afterSeq: 0 });

    await story.morgan.outcome(CHANGE_STATUS, close);
    await lab.seed.message(client, 'help me');

    expect(await story.morgan.outcome(CHANGE_STATUS, close)).toMatchObject({
      __typename: 'CaseStatusChanged',
      case: { status: 'OPEN' },
    });
  });

  it('answers a case of others and none at all alike, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [mine = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();
    const variables = (caseId: string) => ({ input: { caseId, to: 'OPEN' } });
    const say = async (id: string) =>
      await (await stranger.post({ query: CHANGE_STATUS, variables: variables(id) })).text();

    const answers = new Set(await Promise.all([mine, randomUUID(), 'x', '\u0000'].map(say)));

    expect([...answers].join()).toContain('CaseNotFound');
    expect(answers.size).toBe(1);
    expect(await lab.stranger().errorCodes(CHANGE_STATUS, variables(mine))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a closed case', () => {
  const lab = useTestServer();

  it('is opened again by a message of its reporter, who is promised an answer, and no history tells of it', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');
    const closed = await story.record();
    const { client } = await lab.seed.reporter(story.code);

    await lab.seed.message(client, 'one more thing');

    expect(closed).toMatchObject({ status: 'CLOSED', replyDueBy: null, reopensUntil: expect.any(String) });
    const reopened = await story.record();
    expect(reopened).toMatchObject({ status: 'OPEN', reopensUntil: null, replyTurn: 'FIRST' });
    expect(reopened.history).toEqual(closed.history);
    expect(await client.data(MY_REPORT)).toMatchObject({
      myReport: { status: 'IN_PROGRESS', replyExpectedBy: reopened.replyDueBy },
    });
  });

  it('says until which day that is so', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');

    const { reopensUntil } = await story.record();

    lab.clock.advance(90 * DAY);
    expect(reopensUntil).toBe(dayIn('Europe/London', lab.clock.now()));
  });
});
