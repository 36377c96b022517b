import { describe, expect, it } from '@jest/globals';
import { addDays, dayIn, weekdayOf } from '../shared/day.ts';
import { CaseStory } from '../testing/case-story.ts';
import { CHANGE_HOURS, SERVICE_HOURS } from '../testing/casework-operations.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { MY_REPORT, ORGANISATION, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const DAY = 86_400_000; // milliseconds

interface Hours {
  readonly timeZone: string;
  readonly periods: { weekday: number; from: string; to: string }[];
  readonly closureDays: string[];
  readonly targetWorkingDays: number;
}

describe('changeServiceHours', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const hoursOf = async (by: GraphQLClient) =>
    (await by.data<{ serviceHours: Hours }>(SERVICE_HOURS)).serviceHours;
  const change = async (by: GraphQLClient, part: Partial<Hours>) =>
    by.outcome(CHANGE_HOURS, { input: { ...(await hoursOf(by)), ...part } });

  it('moves open deadlines by a closure day on their way, also those that reporters are told, and back again', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const told = async () =>
      (await client.data<{ myReport: { replyExpectedBy: string } }>(MY_REPORT)).myReport.replyExpectedBy;
    const before = await told();

    const closed = await change(story.morgan, { closureDays: [before] });
    const moved = await told();
    const back = await change(story.morgan, { closureDays: [] });

    expect(closed).toMatchObject({ __typename: 'ServiceHoursChanged', movedDeadlines: 1 });
    expect(moved > before).toBe(true);
    expect(weekdayOf(moved)).toBeLessThan(6);
    expect((await story.record()).replyDueBy).toBe(before);
    expect(back).toMatchObject({ movedDeadlines: 1 });
    expect(await told()).toBe(before);
  });

  it('takes reports on the days before a closure of a year, and promises the day behind it', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const day = dayIn('Europe/London', lab.clock.now());
    const closureDays = Array.from({ length: 370 }, (_, number) => addDays(day, 3 + number));
    const changed = await change(morgan, { closureDays, targetWorkingDays: 2 });
    lab.clock.advance(DAY);

    const { enrolment } = await lab.seed.offer();
    const sent = await lab.anyone().outcome(SUBMIT, {
      input: await lab.seed.reportInput('words', enrolment),
    });

    expect(changed.__typename).toBe('ServiceHoursChanged');
    expect(sent.__typename).toBe('ReportSubmitted');
    expect(String(sent['replyExpectedBy']) > String(closureDays.at(-1))).toBe(true);
  });

  it('needs no second connection, which all the others may wait for', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const input = { ...(await hoursOf(morgan)), targetWorkingDays: 7 };
    const there = (await openSecond({ poolSize: 1 })).stranger();
    for (const [name, value] of morgan.cookies) there.cookies.set(name, value);
    // Settings are read anew after a second.
    lab.clock.advance(2_000);

    expect((await there.outcome(CHANGE_HOURS, { input })).__typename).toBe('ServiceHoursChanged');
  });

  it('leaves alone what nobody waits for', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');

    const outcome = await change(story.morgan, { targetWorkingDays: 10 });

    expect(outcome).toMatchObject({ movedDeadlines: 0 });
    expect((await story.record()).replyDueBy).toBeNull();
  });

  it('is what promises are made by from then on, in every process', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const second = await openSecond();
    const today = dayIn('UTC', lab.clock.now());
    const promised = async (door: GraphQLClient) =>
      (
        await door.data<{ organisation: { replyExpectedBy: string } }>(
          'query { organisation { replyExpectedBy } }',
        )
      ).organisation.replyExpectedBy;
    const periods = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));

    await change(morgan, { timeZone: 'UTC', targetWorkingDays: 3, periods });

    expect(await promised(lab.anyone())).toBe(addDays(today, 3));
    await eventually(async () => (await promised(second.anyone())) === addDays(today, 3));
    const { organisation } = await lab
      .anyone()
      .data<{ organisation: { responseTarget: string } }>(ORGANISATION);
    expect(organisation.responseTarget).toContain('3 working days');
  });

  it('puts right what another process promised by the calendar of a moment ago', async () => {
    const story = await CaseStory.begin(lab);
    const { replyDueBy } = await story.record();
    await lab.dataSource.query("UPDATE case_file SET reply_due_by = '2000-01-03'");

    await openSecond();

    await eventually(async () => (await story.record()).replyDueBy === replyDueBy);
    expect((await story.record()).replyDueBy).toBe(replyDueBy);
  });

  it.each<[string, Partial<Hours>]>([
    ['a time zone that is none', { timeZone: 'Mars/Base' }],
    ['no working day', { periods: [] }],
    ['a promise of no days', { targetWorkingDays: 0 }],
  ])('refuses %s with a sentence and changes nothing', async (_, part) => {
    const morgan = await lab.seed.firstAdministrator();
    const before = await hoursOf(morgan);

    const outcome = await change(morgan, part);

    expect(outcome).toEqual({ __typename: 'InvalidServiceHours', message: expect.any(String) });
    expect(await hoursOf(morgan)).toEqual(before);
  });

  it('is for administrators alone; every caseworker may read the hours', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const input = await hoursOf(noor);

    expect(input).toEqual(await hoursOf(morgan));
    expect(await noor.errorCodes(CHANGE_HOURS, { input })).toEqual(['FORBIDDEN']);
    expect(await lab.stranger().errorCodes(CHANGE_HOURS, { input })).toEqual(['UNAUTHENTICATED']);
    expect(await lab.stranger().errorCodes(SERVICE_HOURS)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('the reply clock of a case', () => {
  const lab = useTestServer();

  it('is paused while the reporter is waited for, and goes on when they write', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const first = await story.record();
    await story.move('WAITING_FOR_REPORTER');
    const paused = await story.record();

    await lab.seed.message(client, 'here it is');

    const going = await story.record();
    expect([first.replyTurn, paused.replyDueBy, paused.replyTurn]).toEqual(['FIRST', null, null]);
    expect(going).toMatchObject({ status: 'OPEN', replyDueBy: first.replyDueBy, replyTurn: 'FIRST' });
    expect([first, paused, going].map((each) => each.isReplyPaused)).toEqual([false, true, false]);
  });

  it('is not paused where the reporter is waited for after a reply to what they sent', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    await lab.seed.reply(story.morgan, 'a question');
    await story.move('WAITING_FOR_REPORTER');
    const answered = await story.record();
    await lab.seed.message(client, 'I have to think about it');
    await story.move('WAITING_FOR_REPORTER');

    const unanswered = await story.record();

    expect([answered.isReplyPaused, unanswered.isReplyPaused]).toEqual([false, true]);
  });

  it('goes on while the case is on hold, stops on a reply, and starts anew for the next message', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    const { replyDueBy } = await story.record();
    await story.move('ON_HOLD');
    const onHold = await story.record();
    await lab.seed.reply(story.morgan, 'an answer');
    const answered = await story.record();

    await lab.seed.message(client, 'thank you, and');

    expect(onHold.replyDueBy).toBe(replyDueBy);
    expect([answered.replyDueBy, answered.replyTurn]).toEqual([null, null]);
    expect(await story.record()).toMatchObject({ replyDueBy, replyTurn: 'NEXT', status: 'ON_HOLD' });
  });
});
