import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DISABLE } from '../testing/account-operations.ts';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { ASSIGN, HAND_OVER, KEEP_OUT } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('assignCase', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('gives a case to a colleague, takes it away again, and writes both down', async () => {
    const story = await CaseStory.begin(lab);
    const noor = await idOf(story.noor);

    const given = await story.assign(noor);
    const taken = await story.assign(null, story.noor);

    expect(given).toMatchObject({ __typename: 'CaseAssigned', case: { assignee: { name: 'Noor Haddad' } } });
    expect(taken).toMatchObject({ __typename: 'CaseAssigned', case: { assignee: null, status: 'NEW' } });
    const { history } = await story.record();
    expect(history).toMatchObject([
      { kind: 'ASSIGNED', by: { name: 'Morgan Ellis' }, assignee: { name: 'Noor Haddad' } },
      { kind: 'UNASSIGNED', by: { name: 'Noor Haddad' }, assignee: { name: 'Noor Haddad' } },
    ]);
  });

  it.each<[string, (morgan: GraphQLClient, caseId: string, caseworkerId: string) => Promise<Outcome>]>([
    ['kept out', (morgan, caseId, caseworkerId) => morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId }))],
    ['switched off', (morgan, _, id) => morgan.outcome(DISABLE, { id })],
  ])('gives no case to somebody who is just being %s', async (_, act) => {
    const story = await CaseStory.begin(lab);
    const noor = await idOf(story.noor);
    const database = await openProxy(lab.databaseUrl);
    const elsewhere = (await openSecond({ url: database.url, directUrl: lab.databaseUrl })).stranger();
    for (const [name, value] of story.morgan.cookies) elsewhere.cookies.set(name, value);
    // The audit log is written last: by then the case was taken from Noor, and nobody else sees it yet.
    const held = database.holdAt(/audit_head/);
    const going = act(elsewhere, story.caseId, noor);
    const release = await held;

    const assigning = story.assign(noor);
    await eventually(
      async () => (await lab.dataSource.query<[]>('SELECT FROM pg_locks WHERE NOT granted')).length > 0,
    );
    release();

    expect((await going).__typename).toMatch(/^(KeptOutOfCase|PersonChanged)$/);
    expect((await assigning).__typename).toBe('AssigneeCannotOpenCase');
    expect((await story.record()).assignee).toBeNull();
  });

  it('changes nothing and writes nothing down where it is so already', async () => {
    const story = await CaseStory.begin(lab);
    const noor = await idOf(story.noor);
    await story.assign(noor);
    const version = () => lab.dataSource.query('SELECT version FROM case_file');
    const before = await version();

    const outcomes = [await story.assign(noor), await story.assign(noor, story.noor)];

    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['CaseAssigned', 'CaseAssigned']);
    expect(await version()).toEqual(before);
    expect((await story.record()).history).toHaveLength(1);
  });

  it('does not take a case back with a retry that comes after a colleague’s act', async () => {
    const story = await CaseStory.begin(lab);
    const [morgan, noor] = [await idOf(story.morgan), await idOf(story.noor)];
    const first = keyed({ caseId: story.caseId, caseworkerId: morgan });
    await story.morgan.outcome(ASSIGN, first);
    await story.assign(noor, story.noor);

    const retry = await story.morgan.outcome(ASSIGN, first);

    expect(retry).toMatchObject({ __typename: 'CaseAssigned', case: { assignee: { id: noor } } });
    const other = { input: { ...first.input, caseworkerId: noor } };
    expect((await story.morgan.outcome(ASSIGN, other)).__typename).toBe('KeyReused');
  });

  it.each<[string, (story: CaseStory) => Promise<string>]>([
    ['nobody', async () => randomUUID()],
    ['no id', async () => 'x'],
    ['a NUL', async () => '\u0000'],
    [
      'somebody who joined later and holds no key',
      async () => {
        const later = lab.stranger();
        await later.data(
          `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`,
          {
            input: {
              token: await lab.seed.invitation('late@example.ac.uk'),
              name: 'Late Comer',
              password: 'gravel teapot novel spring',
            },
          },
        );
        return idOf(later);
      },
    ],
    [
      'somebody who was switched off',
      async (story) => {
        const id = await idOf(story.noor);
        await lab.dataSource.query('UPDATE caseworker SET is_active = false WHERE id = $1', [id]);
        return id;
      },
    ],
    [
      'somebody who is no caseworker any more',
      async (story) => {
        const id = await idOf(story.noor);
        await lab.dataSource.query("UPDATE caseworker SET roles = '{ADMINISTRATOR}' WHERE id = $1", [id]);
        return id;
      },
    ],
  ])('gives no case to %s', async (_, whom) => {
    const story = await CaseStory.begin(lab);

    const outcome = await story.assign(await whom(story));

    expect(outcome).toEqual({ __typename: 'AssigneeCannotOpenCase', message: expect.any(String) });
    const { assignee, history } = await story.record();
    expect({ assignee, history }).toEqual({ assignee: null, history: [] });
  });

  it('offers exactly those whom it takes', async () => {
    const story = await CaseStory.begin(lab);

    const { assignableTo } = await story.record();

    expect(assignableTo.map(({ name }) => name)).toEqual(['Morgan Ellis', 'Noor Haddad']);
    for (const { id } of assignableTo) expect((await story.assign(id)).__typename).toBe('CaseAssigned');
  });

  it('answers a case of others and none at all alike, and needs a session', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();
    const say = async (id: string) =>
      await (await stranger.post({ query: ASSIGN, variables: { input: { caseId: id } } })).text();

    const answers = new Set(await Promise.all([caseId, randomUUID(), 'x', '\u0000'].map(say)));

    expect([...answers].join()).toContain('CaseNotFound');
    expect(answers.size).toBe(1);
    expect(await lab.stranger().errorCodes(ASSIGN, { input: { caseId } })).toEqual(['UNAUTHENTICATED']);
  });
});

describe('handOverCase', () => {
  const lab = useTestServer();

  it('gives a case with a note, once, however often it is sent', async () => {
    const story = await CaseStory.begin(lab);
    const caseworkerId = await idOf(story.noor);
    const variables = keyed({ caseId: story.caseId, caseworkerId, note: 'know this' });

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => story.morgan.outcome(HAND_OVER, variables)),
    );

    expect(outcomes[0]).toMatchObject({
      __typename: 'CaseHandedOver',
      case: { assignee: { name: 'Noor Haddad' } },
      note: { text: 'know this', author: { name: 'Morgan Ellis' } },
    });
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    const { notes, history } = await story.record(story.noor);
    expect(notes).toHaveLength(1);
    expect(history).toMatchObject([{ kind: 'HANDED_OVER', assignee: { name: 'Noor Haddad' } }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nobody', { caseworkerId: randomUUID() }, 'AssigneeCannotOpenCase'],
    ['a note without words', { note: '  ' }, 'InvalidMessage'],
  ])('stores neither of both with %s', async (_, change, typename) => {
    const story = await CaseStory.begin(lab);
    const caseworkerId = await idOf(story.noor);

    const outcome = await story.morgan.outcome(
      HAND_OVER,
      keyed({ caseId: story.caseId, caseworkerId, note: 'know this', ...change }),
    );

    expect(outcome.__typename).toBe(typename);
    const { assignee, notes, history } = await story.record();
    expect({ assignee, notes, history }).toEqual({ assignee: null, notes: [], history: [] });
  });

  it('answers again what was done before, also where the colleague can open the case no more', async () => {
    const story = await CaseStory.begin(lab);
    const caseworkerId = await idOf(story.noor);
    const given = keyed({ caseId: story.caseId, caseworkerId });
    const handed = keyed({ caseId: story.caseId, caseworkerId, note: 'she knows the place' });
    await story.morgan.outcome(ASSIGN, given);
    await story.morgan.outcome(HAND_OVER, handed);
    await story.morgan.outcome(DISABLE, { id: caseworkerId });

    const again = [await story.morgan.outcome(ASSIGN, given), await story.morgan.outcome(HAND_OVER, handed)];

    expect(again).toMatchObject([
      { __typename: 'CaseAssigned', case: { assignee: null } },
      { __typename: 'CaseHandedOver', case: { assignee: null }, note: { text: 'she knows the place' } },
    ]);
    expect((await story.record()).notes).toHaveLength(1);
  });
});
