import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { LOG_IN, SUBMIT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { type TestServer, useTestServer } from '../testing/test-server.ts';

type Input = Record<string, unknown>;

async function reportCount(lab: TestServer): Promise<number> {
  const [row] = await lab.dataSource.query<{ rows: number }[]>('SELECT count(*) AS rows FROM case_file');
  return row?.rows ?? -1;
}

/** Sends until the service is not busy, as an honest client does, but without its pauses. */
async function persist(client: GraphQLClient, input: Input): Promise<Outcome> {
  for (;;) {
    const outcome = await client.outcome(SUBMIT, { input });
    if (outcome.__typename !== 'ServiceBusy') return outcome;
  }
}

describe('submitReport with one idempotency key', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('answers the same input the same way and stores it once', async () => {
    await lab.seed.firstAdministrator();
    const { code, input } = await lab.seed.report('words');
    const first = await lab.anyone().outcome(SUBMIT, { input });

    lab.clock.advance(7 * 24 * 3_600_000);
    const again = await lab.anyone().outcome(SUBMIT, { input });

    expect(again).toEqual(first);
    expect(await reportCount(lab)).toBe(1);
    expect((await lab.anyone().outcome(LOG_IN, { code })).__typename).toBe('ReporterSession');
  });

  it('draws another number where a case has the one that was drawn, and stores it all the same', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.report('the first');
    // What a sequence gave stays given when the transaction is undone: so only the first draw meets the other case.
    await lab.dataSource.query(`
      CREATE SEQUENCE draw;
      CREATE FUNCTION take_a_number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('draw') = 1 THEN NEW.number := (SELECT number FROM case_file); END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER take_a_number BEFORE INSERT ON case_file FOR EACH ROW EXECUTE FUNCTION take_a_number()`);

    const { code } = await lab.seed.report('the second');
    const [draws] = await lab.dataSource.query<unknown[]>('SELECT last_value::int AS drawn FROM draw');

    expect(draws).toEqual({ drawn: 2 });
    expect(await reportCount(lab)).toBe(2);
    expect((await lab.anyone().outcome(LOG_IN, { code })).__typename).toBe('ReporterSession');
  });

  it.each<[string, (input: Input) => Input]>([
    ['another text', (input) => ({ ...input, answers: [{ question: 'what-happened', text: 'other' }] })],
    ['one answer less', (input) => ({ ...input, answers: (input['answers'] as unknown[]).slice(1) })],
    ['another language', (input) => ({ ...input, locale: 'cy' })],
    ['no enrolment', ({ enrolment: _, ...input }) => input],
    ['contact details', (input) => ({ ...input, contactDetails: { name: 'Robin', email: 'r@example.org' } })],
  ])('answers %s with KeyReused and writes nothing', async (_, change) => {
    await lab.seed.firstAdministrator();
    const { input } = await lab.seed.report('words');

    const outcome = await lab.anyone().outcome(SUBMIT, { input: change(input) });

    expect(outcome).toEqual({ __typename: 'KeyReused', message: expect.any(String) });
    expect(await reportCount(lab)).toBe(1);
  });

  it('takes the same input for the same, in whatever order its parts stand and however its lines end', async () => {
    await lab.seed.firstAdministrator();
    const input: Input = {
      ...(await lab.seed.reportInput('one line\nand another ')),
      contactDetails: { name: 'Robin', email: 'robin@example.org' },
    };
    await lab.anyone().outcome(SUBMIT, { input });
    const answers = (input['answers'] as { text?: string }[])
      .map(({ text, ...answer }) => ({ ...(text && { text: text.replace('\n', '\r\n') }), ...answer }))
      .reverse();
    const turned = Object.fromEntries(
      Object.entries({
        ...input,
        answers,
        contactDetails: { phone: null, email: 'robin@example.org', name: 'Robin\r\n' },
      }).reverse(),
    );

    const outcome = await lab.anyone().outcome(SUBMIT, { input: turned });

    expect(outcome.__typename).toBe('ReportSubmitted');
    expect(await reportCount(lab)).toBe(1);
  });

  it('takes the choices of one answer for the same in whatever order they were ticked', async () => {
    await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');
    const ticked = (choices: string[]) => ({ ...input, answers: [{ question: 'kinds', choices }] });
    await lab.anyone().outcome(SUBMIT, { input: ticked(['bullying', 'hate']) });

    const outcome = await lab.anyone().outcome(SUBMIT, { input: ticked(['hate', 'bullying']) });

    expect(outcome.__typename).toBe('ReportSubmitted');
  });

  it('stores one of 100 twins sent at once without messaging, and answers all the same', async () => {
    await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');

    const outcomes = await Promise.all(Array.from({ length: 100 }, () => persist(lab.anyone(), input)));

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.__typename).toBe('ReportSubmitted');
    expect(await reportCount(lab)).toBe(1);
  });

  it('stores one of 100 twins sent at once with messaging, though Argon2 takes no more than it can', async () => {
    await lab.seed.firstAdministrator();
    const { code, enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);

    const outcomes = await Promise.all(Array.from({ length: 100 }, () => persist(lab.anyone(), input)));

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ __typename: 'ReportSubmitted', messaging: true });
    expect(await reportCount(lab)).toBe(1);
    expect((await lab.anyone().outcome(LOG_IN, { code })).__typename).toBe('ReporterSession');
  });

  it('stores one of 40 twins that two processes are handed at once', async () => {
    await lab.seed.firstAdministrator();
    const second = await openSecond();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);
    const doors = Array.from({ length: 40 }, (_, turn) => (turn % 2 ? second.anyone() : lab.anyone()));

    const outcomes = await Promise.all(doors.map((door) => persist(door, input)));

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await reportCount(lab)).toBe(1);
  });

  it('lets one of two different inputs under one key win, and calls the other KeyReused', async () => {
    await lab.seed.firstAdministrator();
    const one = await lab.seed.reportInput('one');
    const other = { ...(await lab.seed.reportInput('other')), idempotencyKey: one['idempotencyKey'] };

    const outcomes = await Promise.all([persist(lab.anyone(), one), persist(lab.anyone(), other)]);

    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['KeyReused', 'ReportSubmitted']);
    expect(await reportCount(lab)).toBe(1);
  });

  it('lets one of two reports with one enrolment win, under keys of their own', async () => {
    await lab.seed.firstAdministrator();
    const { enrolment } = await lab.seed.offer();
    const input = await lab.seed.reportInput('words', enrolment);
    const other = { ...input, idempotencyKey: randomUUID() };

    const outcomes = await Promise.all([persist(lab.anyone(), input), persist(lab.anyone(), other)]);

    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['KeyReused', 'ReportSubmitted']);
    expect(await reportCount(lab)).toBe(1);
  });

  it('keeps the key of a report that lost its enrolment to another free for a new one', async () => {
    await lab.seed.firstAdministrator();
    const { input } = await lab.seed.report('words');
    const other = { ...input, idempotencyKey: randomUUID() };
    await lab.anyone().outcome(SUBMIT, { input: other });

    const { enrolment } = await lab.seed.offer();
    const outcome = await lab.anyone().outcome(SUBMIT, { input: { ...other, enrolment } });

    expect(outcome.__typename).toBe('ReportSubmitted');
    expect(await reportCount(lab)).toBe(2);
  });
});
