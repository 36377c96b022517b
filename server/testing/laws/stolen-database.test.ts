import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keyed } from '../case-story.ts';
import { ADD_NOTE, CHANGE_STATUS, SAVE_DRAFT, SEARCH } from '../casework-operations.ts';
import { SUBMIT } from '../operations.ts';
import { useTestServer } from '../test-server.ts';
import { dumpOf } from './dump.ts';
import { blobsOf, codeKeyOf, derive, opened, publicLabels } from './outside-crypto.ts';

const SERVER = join(import.meta.dirname, '..', '..');

/** Everything in a case that somebody wrote. */
const BODIES = [
  'case_act.sealed_reason',
  'case_file.sealed_answers',
  'case_file.sealed_contact_details',
  'case_note.sealed_text',
  'message.sealed_text',
];

describe('whoever steals the database', () => {
  const lab = useTestServer();

  /** A case with all that may be written in it, and open sessions of both sides. */
  async function lived(): Promise<{ code: string; token: string; staffToken: string }> {
    const caseworker = await lab.seed.firstAdministrator();
    const { code, enrolment } = await lab.seed.offer();
    const contactDetails = { name: 'Robin Vale', email: 'robin@example.org' };
    const input = { ...(await lab.seed.reportInput('words', enrolment)), contactDetails };
    await lab.anyone().outcome(SUBMIT, { input });
    const { client, token } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'a message');
    await lab.seed.reply(caseworker, 'a reply');
    const [caseId] = await lab.seed.caseIds(caseworker);
    await caseworker.outcome(ADD_NOTE, keyed({ caseId, text: 'a note' }));
    for (const kind of ['NOTE', 'REPLY'])
      await caseworker.outcome(SAVE_DRAFT, { input: { caseId, kind, text: 'a draft' } });
    await caseworker.outcome(CHANGE_STATUS, { input: { caseId, to: 'CLOSED', reason: 'a reason' } });
    await caseworker.data(SEARCH, { text: 'words' });
    const [staffToken = ''] = caseworker.cookies.values();
    return { code, token, staffToken };
  }

  /** All that can be derived from secrets under the labels of the source, twice over from the master secret. */
  async function derivable(secrets: readonly Buffer[]): Promise<Buffer[]> {
    const labels = await publicLabels(SERVER, lab.clock.now());
    const today = `enrolment/${lab.clock.now().toISOString().slice(0, 10)}`;
    expect(labels).toEqual(expect.arrayContaining(['code/key', 'session/key', 'idempotency', today]));
    expect(labels.length).toBeGreaterThan(25);
    const once = secrets.flatMap((secret) => labels.map((label) => derive(secret, label)));
    const twice = labels.flatMap((label) => labels.map((next) => derive(derive(lab.master, label), next)));
    return [...secrets, ...once, ...twice];
  }

  it('opens nothing with it and the master secret, though sessions of both sides are open', async () => {
    await lived();
    const blobs = blobsOf(await dumpOf(lab.databaseUrl));
    const cells = blobs.flatMap(({ bytes }) => [bytes, bytes.subarray(0, 32), bytes.subarray(-32)]);

    const keys = await derivable([lab.master, ...cells.filter(({ length }) => length >= 16)]);

    expect(keys.length).toBeGreaterThan(1_000);
    expect(blobs.length).toBeGreaterThan(20);
    expect(opened(blobs, keys)).toEqual([]);
  });

  it('opens that one conversation with its code as well, so the test above could fail', async () => {
    const { code } = await lived();
    await lab.seed.report('of somebody else');
    const blobs = blobsOf(await dumpOf(lab.databaseUrl));

    const names = opened(blobs, [await codeKeyOf(code, lab.master)]);

    expect(names).toEqual(expect.arrayContaining([...BODIES, 'conversation.private_key_wrap']));
    expect(names.filter((name) => /^(staff_|caseworker|reporter_session)/.test(name))).toEqual([]);
    const others = blobs.filter(({ table, rows }) => table === 'case_file' && rows[0] !== ownCase(blobs));
    expect(opened(others, [await codeKeyOf(code, lab.master)])).toEqual([]);
  });

  it('opens it with the token of an open session, which the table does not hold', async () => {
    const { token } = await lived();
    const blobs = blobsOf(await dumpOf(lab.databaseUrl));

    const names = opened(blobs, [derive(Buffer.from(token, 'utf8'), 'session/key')]);

    expect(names).toEqual(expect.arrayContaining([...BODIES, 'reporter_session.private_key_wrap']));
  });

  it('opens all that a caseworker may read with the token of their session, which it does not hold either', async () => {
    const { staffToken } = await lived();
    const blobs = blobsOf(await dumpOf(lab.databaseUrl));

    const names = opened(
      blobs,
      [derive(Buffer.from(staffToken, 'utf8'), 'session/key')],
      await publicLabels(SERVER, lab.clock.now()),
    );

    const kept = ['case_draft.sealed_text', 'case_wrap.case_key_wrap', 'case_wrap.fast_wrap'];
    expect(names).toEqual(expect.arrayContaining([...BODIES, ...kept]));
  });

  it('cannot tell from the length of a body whether little or much was written', async () => {
    await lab.seed.firstAdministrator();
    for (const words of ['x', 'x'.repeat(700), 'x'.repeat(1_500), 'x'.repeat(4_900)])
      await lab.seed.reportWithoutMessaging(words);

    const lengths = blobsOf(await dumpOf(lab.databaseUrl))
      .filter(({ column }) => column === 'sealed_answers')
      .map(({ bytes }) => bytes.length - 43);

    expect(lengths.sort((one, other) => one - other)).toEqual([1_024, 1_024, 2_048, 8_192]);
  });
});

/** The case that the first conversation of a dump belongs to: the only one with contact details. */
function ownCase(blobs: ReturnType<typeof blobsOf>): string | undefined {
  return blobs.find(({ column }) => column === 'sealed_contact_details')?.rows[0];
}
