import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { LOG_IN, SEND } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';
import { MARK_READ } from './testing/retention-operations.ts';

const DAY = 86_400_000; // milliseconds

const ASK = `mutation($input: AskForDeletionInput!) { askForDeletion(input: $input) { __typename
  ... on CaseDeleted { caseId } ... on DeletionAsked { case { deletion { purpose askedBy { name } askedOn expiresOn } } }
  ... on Problem { message } } }`;
const CONFIRM = `mutation($input: ConfirmDeletionInput!) { confirmDeletion(input: $input) { __typename
  ... on CaseDeleted { caseId } ... on Problem { message } } }`;
const CANCEL = `mutation($id: ID!) { cancelDeletion(caseId: $id) { __typename
  ... on DeletionCancelled { case { deletion { purpose } } } ... on Problem { message } } }`;

describe('the deletion of a case by hand', () => {
  const lab = useTestServer();

  const ask = (story: CaseStory, by: GraphQLClient, purpose = 'DUPLICATE', key: string = randomUUID()) =>
    by.outcome(ASK, { input: { caseId: story.caseId, purpose, idempotencyKey: key } });
  const confirm = (story: CaseStory, by: GraphQLClient, key: string = randomUUID()) =>
    by.outcome(CONFIRM, { input: { caseId: story.caseId, idempotencyKey: key } });
  const cancel = (story: CaseStory, by: GraphQLClient) => by.outcome(CANCEL, { id: story.caseId });
  const read = (story: CaseStory, by: GraphQLClient, seq = 0) =>
    by.data(MARK_READ, { id: story.caseId, seq });

  const caseCount = async () => (await lab.dataSource.query<unknown[]>('SELECT FROM case_file')).length;
  const acts = async () =>
    lab.dataSource.query<{ act: string; name: string; details: string }[]>(
      `SELECT act, caseworker_name AS name, details FROM audit_entry
       WHERE act LIKE 'DELETION%' OR act = 'CASE_DELETED' ORDER BY position`,
    );

  /** A closed case that both who hold it have opened. */
  async function closed(): Promise<CaseStory> {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');
    await read(story, story.morgan);
    await read(story, story.noor);
    return story;
  }

  /** Takes the case from Noor, so that Morgan alone is left. */
  async function withoutNoor(story: CaseStory): Promise<void> {
    await lab.dataSource.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [await idOf(story.noor)]);
  }

  it('is asked for with a purpose, confirmed by a second person, and then leaves nothing', async () => {
    const story = await closed();
    const { number } = await story.record();

    const asked = await ask(story, story.morgan, 'REPORTER_ASKED');
    const seen = await story.noor.data('query($id: ID!) { case(id: $id) { deletion { purpose } } }', {
      id: story.caseId,
    });
    const confirmed = await confirm(story, story.noor);

    expect(asked).toMatchObject({
      __typename: 'DeletionAsked',
      case: { deletion: { purpose: 'REPORTER_ASKED', askedBy: { name: 'Morgan Ellis' } } },
    });
    expect(seen).toEqual({ case: { deletion: { purpose: 'REPORTER_ASKED' } } });
    expect(confirmed).toEqual({ __typename: 'CaseDeleted', caseId: story.caseId });
    expect(await caseCount()).toBe(0);
    expect((await lab.anyone().outcome(LOG_IN, { code: story.code })).__typename).toBe('CodeNotRecognised');
    expect(await acts()).toEqual([
      { act: 'DELETION_ASKED', name: 'Morgan Ellis', details: '{"purpose":"REPORTER_ASKED"}' },
      {
        act: 'CASE_DELETED',
        name: 'Noor Haddad',
        details: expect.stringContaining('"purpose":"REPORTER_ASKED"'),
      },
    ]);
    expect(
      await lab.dataSource.query("SELECT case_number FROM audit_entry WHERE act = 'CASE_DELETED'"),
    ).toEqual([{ case_number: number }]);
  });

  it('is done at once where nobody else can open the case', async () => {
    const story = await closed();
    await withoutNoor(story);

    expect(await ask(story, story.morgan)).toEqual({ __typename: 'CaseDeleted', caseId: story.caseId });
    expect(await caseCount()).toBe(0);
  });

  it('is not done alone by somebody who kept others out of the case', async () => {
    const story = await closed();
    await story.morgan.outcome(
      'mutation($input: KeepOutOfCaseInput!) { keepOutOfCase(input: $input) { __typename } }',
      keyed({ caseId: story.caseId, caseworkerId: await idOf(story.noor) }),
    );

    expect(await ask(story, story.morgan)).toMatchObject({
      __typename: 'DeletionRefused',
      message: expect.stringContaining('You kept somebody out of this case'),
    });
    expect(await caseCount()).toBe(1);
  });

  it.each<[string, (story: CaseStory) => Promise<Outcome>, string]>([
    [
      'of an open case',
      async (story) => {
        await story.move('OPEN');
        return ask(story, story.morgan);
      },
      'This case is open.',
    ],
    [
      'confirmed by who asked',
      async (story) => {
        await ask(story, story.morgan);
        return confirm(story, story.morgan);
      },
      'You asked for this yourself.',
    ],
    [
      'that nobody asked for',
      (story) => confirm(story, story.noor),
      'Nobody asks for the deletion of this case',
    ],
    [
      'asked for twice by two',
      async (story) => {
        await ask(story, story.morgan);
        return ask(story, story.noor);
      },
      'Somebody asked for this already.',
    ],
  ])('is refused: %s', async (_, attempt, message) => {
    const story = await closed();

    const outcome = await attempt(story);

    expect(outcome).toMatchObject({ __typename: 'DeletionRefused' });
    expect(outcome['message']).toContain(message);
    expect(await caseCount()).toBe(1);
  });

  it('is refused to somebody who has not opened what the reporter wrote', async () => {
    const story = await CaseStory.begin(lab);
    const { client } = await lab.seed.reporter(story.code);
    await client.outcome(SEND, keyed({ text: 'there is more' }));
    await story.move('CLOSED', 'done');
    await read(story, story.morgan, 1);
    await ask(story, story.morgan);

    expect(await confirm(story, story.noor)).toMatchObject({
      __typename: 'DeletionRefused',
      message: expect.stringContaining('that you have not opened'),
    });
    expect(await caseCount()).toBe(1);
  });

  it('is off when its reporter writes, however quickly the case is closed again', async () => {
    const story = await closed();
    await ask(story, story.morgan);
    const { client } = await lab.seed.reporter(story.code);
    await client.outcome(SEND, keyed({ text: 'wait' }));

    expect(await confirm(story, story.noor)).toMatchObject({ __typename: 'DeletionRefused' });
    await story.move('CLOSED', 'again');
    await read(story, story.noor, 1);
    expect(await confirm(story, story.noor)).toMatchObject({ __typename: 'DeletionRefused' });
    expect(await caseCount()).toBe(1);
  });

  it('is off after 14 days', async () => {
    const story = await closed();
    await ask(story, story.morgan);
    lab.clock.advance(15 * DAY);
    const noor = await lab.seed.signedInAgain('noor@example.ac.uk', 'harbour pencil comet wool');

    expect(await confirm(story, noor)).toMatchObject({ __typename: 'DeletionRefused' });
  });

  it('is withdrawn by who asked and declined by others, and both stand in the audit log', async () => {
    const story = await closed();
    await ask(story, story.morgan);
    const withdrawn = await cancel(story, story.morgan);
    await ask(story, story.morgan);
    const declined = await cancel(story, story.noor);
    const twice = await cancel(story, story.noor);

    for (const outcome of [withdrawn, declined, twice]) {
      expect(outcome).toEqual({ __typename: 'DeletionCancelled', case: { deletion: null } });
    }
    expect((await acts()).map(({ act, name }) => [act, name])).toEqual([
      ['DELETION_ASKED', 'Morgan Ellis'],
      ['DELETION_WITHDRAWN', 'Morgan Ellis'],
      ['DELETION_ASKED', 'Morgan Ellis'],
      ['DELETION_REFUSED', 'Noor Haddad'],
    ]);
    expect(await confirm(story, story.noor)).toMatchObject({ __typename: 'DeletionRefused' });
  });

  it('answers the same to the same key, also when the case is gone, and refuses another input under it', async () => {
    const story = await closed();
    const [askKey, confirmKey] = [randomUUID(), randomUUID()];
    await ask(story, story.morgan, 'DUPLICATE', askKey);
    const other = await ask(story, story.morgan, 'LEGAL_DUTY', askKey);

    const both = await Promise.all([
      confirm(story, story.noor, confirmKey),
      confirm(story, story.noor, confirmKey),
    ]);
    const later = await confirm(story, story.noor, confirmKey);

    expect(other).toMatchObject({ __typename: 'KeyReused' });
    for (const outcome of [...both, later]) {
      expect(outcome).toEqual({ __typename: 'CaseDeleted', caseId: story.caseId });
    }
    expect((await acts()).filter(({ act }) => act === 'CASE_DELETED')).toHaveLength(1);
  });

  it('is nothing to those who cannot open the case, to strangers, and for wrong input', async () => {
    const story = await closed();
    await withoutNoor(story);

    for (const caseId of [story.caseId, randomUUID(), 'x']) {
      const input = { caseId, idempotencyKey: randomUUID() };
      expect((await story.noor.outcome(ASK, { input: { ...input, purpose: 'DUPLICATE' } })).__typename).toBe(
        'CaseNotFound',
      );
      expect((await story.noor.outcome(CONFIRM, { input })).__typename).toBe('CaseNotFound');
      expect((await story.noor.outcome(CANCEL, { id: caseId })).__typename).toBe('CaseNotFound');
      expect(await lab.stranger().errorCodes(CONFIRM, { input })).toEqual(['UNAUTHENTICATED']);
    }
    for (const bad of [{ purpose: 'BORED' }, { purpose: null }, { idempotencyKey: 'short' }]) {
      const input = { caseId: story.caseId, purpose: 'DUPLICATE', idempotencyKey: randomUUID(), ...bad };
      expect(await story.morgan.errorCodes(ASK, { input })).toEqual(['BAD_USER_INPUT']);
    }
    expect(await caseCount()).toBe(1);
  });
});
