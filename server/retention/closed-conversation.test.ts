import { describe, expect, it } from '@jest/globals';
import { CaseStory } from '../testing/case-story.ts';
import { eventually } from '../testing/eventually.ts';
import { LOG_IN, SEND } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const CODE_WORKS_UNTIL = '{ myReport { codeWorksUntil } }';

describe('the conversation of a closed case', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const openConversations = async () =>
    (await lab.dataSource.query<unknown[]>('SELECT id FROM conversation WHERE is_open')).length;

  /** A second server sweeps when it opens; the round is over once a session that ended long ago is gone. */
  async function sweep(): Promise<void> {
    await lab.dataSource.query(
      `INSERT INTO colleague_on_case VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '2000-01-01')`,
    );
    await openSecond();
    await eventually(
      async () => (await lab.dataSource.query<unknown[]>('SELECT FROM colleague_on_case')).length === 0,
    );
  }

  it('stays open for 90 days, is closed for good after them, and its sessions end', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');
    await lab.letDaysPass(90);
    await sweep();
    const { client, token } = await lab.seed.reporter(story.code);
    const before = await openConversations();
    const told = await client.data(CODE_WORKS_UNTIL);
    const today = lab.clock.now().toISOString().slice(0, 10);

    await lab.letDaysPass(1);
    await openSecond();
    await eventually(async () => (await openConversations()) === 0);

    expect(before).toBe(1);
    expect(told).toEqual({ myReport: { codeWorksUntil: today } });
    expect(token).toEqual(expect.any(String));
    expect(
      await client.errorCodes(SEND, { input: { idempotencyKey: 'x'.repeat(20), text: 'late' } }),
    ).toEqual(['UNAUTHENTICATED']);
    expect((await lab.anyone().outcome(LOG_IN, { code: story.code })).__typename).toBe('CodeNotRecognised');
    const noor = await lab.seed.signedInAgain('noor@example.ac.uk', 'harbour pencil comet wool');
    expect(await story.record(noor)).toMatchObject({ status: 'CLOSED', canReply: false, reopensUntil: null });
  });

  it('is not touched while the case is open, however old it is', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');
    await story.move('OPEN');
    await lab.letDaysPass(400);

    await sweep();

    expect(await openConversations()).toBe(1);
    const { client } = await lab.seed.reporter(story.code);
    expect(await client.data(CODE_WORKS_UNTIL)).toEqual({ myReport: { codeWorksUntil: null } });
  });

  it('has the time that the organisation set', async () => {
    const story = await CaseStory.begin(lab);
    await lab.dataSource.query('UPDATE organisation SET reopen_days = 7');
    await story.move('CLOSED', 'done');
    await lab.letDaysPass(8);

    await openSecond();

    await eventually(async () => (await openConversations()) === 0);
    expect(await openConversations()).toBe(0);
  });
});
