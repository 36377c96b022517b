import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CASE, SUBMIT } from '../testing/operations.ts';
import { type TestServer, useTestServer } from '../testing/test-server.ts';

/** Rows that a report leaves, by table. */
async function stored(lab: TestServer): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['case_file', 'case_wrap', 'conversation', 'idempotency']) {
    const [row] = await lab.dataSource.query<{ rows: number }[]>(`SELECT count(*) AS rows FROM ${table}`);
    counts[table] = row?.rows ?? -1;
  }
  return counts;
}

const NOTHING = { case_file: 0, case_wrap: 0, conversation: 0, idempotency: 0 };

describe('submitReport', () => {
  const lab = useTestServer();

  it('stores a report whole and says by when to expect an answer', async () => {
    await lab.seed.firstAdministrator();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toEqual({
      __typename: 'ReportSubmitted',
      submittedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      messaging: true,
      replyExpectedBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(String(outcome['replyExpectedBy']) > String(outcome['submittedOn'])).toBe(true);
    expect(await stored(lab)).toEqual({ case_file: 1, case_wrap: 1, conversation: 1, idempotency: 1 });
  });

  it('stores a report without messaging and promises no answer', async () => {
    await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');
    const runs = lab.argon2Runs();

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({ messaging: false, replyExpectedBy: null });
    expect(await stored(lab)).toEqual({ case_file: 1, case_wrap: 1, conversation: 0, idempotency: 1 });
    expect(lab.argon2Runs()).toBe(runs);
  });

  it('wraps the report for everybody who may read it at that moment, and for nobody who comes later', async () => {
    const first = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('before');
    const later = await lab.seed.colleague();
    await lab.seed.reportWithoutMessaging('after');

    expect(await lab.seed.caseIds(first)).toHaveLength(2);
    expect(await lab.seed.caseIds(later)).toHaveLength(1);
  });

  it('takes contact details on the route that asks for them, and shows them to the caseworker alone', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const contactDetails = { name: ' Robin Vale ', email: 'robin@example.org' };
    const input = { ...(await lab.seed.reportInput('words')), contactDetails };

    await lab.anyone().outcome(SUBMIT, { input });

    const [id] = await lab.seed.caseIds(caseworker);
    const { case: found } = await caseworker.data<{ case: unknown }>(CASE, { id });
    expect(found).toMatchObject({
      contactDetails: { name: 'Robin Vale', email: 'robin@example.org', phone: null },
    });
  });

  it('answers faulty contact details beside their field and stores nothing', async () => {
    await lab.seed.firstAdministrator();
    const input = { ...(await lab.seed.reportInput('words')), contactDetails: { name: '' } };

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({
      __typename: 'InvalidReport',
      faults: [{ question: 'contact-details' }, { question: 'contact-details' }],
    });
    expect(await stored(lab)).toEqual(NOTHING);
  });

  it.each<[string, Record<string, unknown>, unknown[]]>([
    ['no answer at all', { answers: [] }, []],
    ['a questionnaire that never was', { questionnaireVersion: randomUUID() }, []],
    ['a version that is no id', { questionnaireVersion: "'; DROP TABLE case_file; --" }, []],
    ['a version with a zero byte', { questionnaireVersion: '\u0000' }, []],
    ['an unknown question', { answers: [{ question: 'x', text: 'y' }] }, []],
    ['an empty answer', { answers: [{ question: 'what-happened', text: ' ' }] }, ['what-happened']],
    ['a month to come', { answers: [{ question: 'when', month: '2999-01' }] }, ['when']],
    ['a long answer', { answers: [{ question: 'where-details', text: 'x'.repeat(201) }] }, ['where-details']],
    ['a book', { answers: [{ question: 'what-happened', text: 'x'.repeat(100_000) }] }, ['what-happened']],
    ['a long month', { answers: [{ question: 'when', month: '2026-01'.repeat(1_000) }] }, ['when']],
    [
      'a choice made a thousand times',
      { answers: [{ question: 'kinds', choices: Array(1_000).fill('bullying') }] },
      ['kinds'],
    ],
    ['a question with a long name', { answers: [{ question: 'x'.repeat(1_000), text: 'y' }] }, []],
  ])('answers %s with InvalidReport and stores nothing', async (_, change, questions) => {
    await lab.seed.firstAdministrator();
    const input = { ...(await lab.seed.reportInput('words')), ...change };

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({
      __typename: 'InvalidReport',
      message: expect.stringMatching(/Nothing has been sent\.$/),
      faults: questions.map((question) => ({ question })),
    });
    expect(await stored(lab)).toEqual(NOTHING);
  });

  it('may be sent again with the same key once its faults are put right', async () => {
    await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');
    await lab.anyone().outcome(SUBMIT, { input: { ...input, answers: [] } });

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome.__typename).toBe('ReportSubmitted');
  });

  it.each<[string, Record<string, unknown>]>([
    ['a key of another type', { idempotencyKey: { a: 1 } }],
    ['a key that is too short to be random', { idempotencyKey: 'x'.repeat(15) }],
    ['a key that is too long', { idempotencyKey: 'x'.repeat(101) }],
    ['no key', { idempotencyKey: null }],
    ['answers of another type', { answers: 'words' }],
    ['an answer of another type', { answers: [{ question: 'what-happened', text: 7 }] }],
    ['an answer with an unknown field', { answers: [{ question: 'what-happened', words: 'x' }] }],
    ['too many answers', { answers: Array.from({ length: 201 }, () => ({ question: 'x', text: 'y' })) }],
    ['a locale that is none', { locale: 'x' }],
    ['an enrolment past every bound', { enrolment: 'x'.repeat(1_001) }],
    ['contact details without a name', { contactDetails: { email: 'robin@example.org' } }],
  ])('refuses %s as BAD_USER_INPUT, without echo, and stores nothing', async (_, change) => {
    await lab.seed.firstAdministrator();
    const input = { ...(await lab.seed.reportInput('quartzlantern')), ...change };

    const response = await lab.anyone().post({ query: SUBMIT, variables: { input } });

    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(text).not.toMatch(/quartzlantern|xxxx|Did you mean/);
    expect(await stored(lab)).toEqual(NOTHING);
  });

  it('is closed while nobody could read a report, and stores nothing', async () => {
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome.__typename).toBe('SubmissionsClosed');
    expect(await stored(lab)).toEqual(NOTHING);
    expect(lab.argon2Runs()).toBe(0);
  });

  it('is open again for the same key once somebody can read it', async () => {
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);
    await lab.anyone().outcome(SUBMIT, { input });
    await lab.seed.firstAdministrator();

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({ __typename: 'ReportSubmitted', messaging: true });
  });

  it('is closed once the only caseworker was switched off or holds another role', async () => {
    await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');

    await lab.dataSource.query("UPDATE caseworker SET roles = '{ADMINISTRATOR}'");
    const withoutRole = await lab.anyone().outcome(SUBMIT, { input });
    await lab.dataSource.query("UPDATE caseworker SET roles = '{CASEWORKER}', is_active = false");
    const switchedOff = await lab.anyone().outcome(SUBMIT, { input });

    expect([withoutRole.__typename, switchedOff.__typename]).toEqual([
      'SubmissionsClosed',
      'SubmissionsClosed',
    ]);
    expect(await stored(lab)).toEqual(NOTHING);
  });

  it('keeps the language of the organisation where the client names one that it does not have', async () => {
    await lab.seed.firstAdministrator();
    const input = { ...(await lab.seed.reportInput('words')), locale: '__proto__' };

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    const rows = await lab.dataSource.query('SELECT locale FROM case_file');
    expect(outcome.__typename).toBe('ReportSubmitted');
    expect(rows).toEqual([{ locale: 'en' }]);
  });
});
