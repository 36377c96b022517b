import { describe, expect, it } from '@jest/globals';
import {
  ACCEPT_RESET,
  CHANGE_ROLES,
  DISABLE,
  LINK_OFFER,
  PEOPLE,
  REMOVE,
  RESET,
} from '../testing/account-operations.ts';
import { Authenticator } from '../testing/authenticator.ts';
import { SEARCH } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { CASE, CASES, INBOX_CHANGED, ME, SIGN_IN } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const NOOR = { email: 'noor@example.ac.uk', password: 'harbour pencil comet wool' };
const OTHER = 'lantern gravel orbit seven';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly roles: readonly string[];
}

async function idOf(client: GraphQLClient, name: string): Promise<string> {
  const { people } = await client.data<{ people: Listed[] }>(PEOPLE);
  return people.find((person) => person.name.startsWith(name))?.id ?? '';
}

describe('people', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('lists everybody, for administrators only', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();

    const { people } = await morgan.data<{ people: Listed[] }>(PEOPLE);

    expect(people).toEqual([
      expect.objectContaining({
        name: 'Morgan Ellis',
        state: 'ACTIVE',
        roles: ['ADMINISTRATOR', 'CASEWORKER'],
      }),
      expect.objectContaining({ name: 'Noor Haddad', state: 'ACTIVE', hasSecondFactor: false, teams: [] }),
    ]);
    const id = people[0]?.id;
    for (const [query, variables] of [
      [PEOPLE, {}],
      [CHANGE_ROLES, { id, roles: ['CASEWORKER'] }],
      [DISABLE, { id }],
      [REMOVE, { id }],
      [RESET, { id }],
    ] as const) {
      expect(await noor.errorCodes(query, variables)).toEqual(['FORBIDDEN']);
      expect(await lab.stranger().errorCodes(query, variables)).toEqual(['UNAUTHENTICATED']);
    }
  });

  it.each([
    ['switched off', DISABLE, 'DISABLED'],
    ['removed', REMOVE, 'REMOVED'],
  ])(
    'who is %s loses sessions, sockets and keys at once, in every process, and cannot come back',
    async (_, act, state) => {
      const morgan = await lab.seed.firstAdministrator();
      const noor = await lab.seed.colleague();
      await lab.seed.reportWithoutMessaging('words of the report');
      const [caseId] = await lab.seed.caseIds(noor);
      const second = await openSecond();
      const elsewhere = second.stranger();
      for (const [name, value] of noor.cookies) elsewhere.cookies.set(name, value);
      const socket = await elsewhere.follow(INBOX_CHANGED);
      await socket.heardSoFar();
      const id = await idOf(morgan, 'Noor');
      const begun = Date.now();

      const outcome = await morgan.outcome(act, { id });
      const { code } = await socket.closed();

      expect(outcome).toMatchObject({
        __typename: 'PersonChanged',
        person: { state },
        warning: expect.stringContaining('Only one person'),
      });
      expect(code).toBe(4401);
      expect(Date.now() - begun).toBeLessThan(5_000);
      expect(await elsewhere.data(ME)).toEqual({ me: null });
      expect((await lab.stranger().outcome(SIGN_IN, { input: NOOR })).__typename).toBe('SignInRefused');
      expect(await lab.dataSource.query('SELECT 1 FROM case_wrap WHERE caseworker_id = $1', [id])).toEqual(
        [],
      );
      expect(await lab.seed.caseIds(morgan)).toEqual([caseId]);
      // A second box: what is written from now on is sealed under a key that the other never had.
      const [{ boxes } = { boxes: 0 }] = await lab.dataSource.query<{ boxes: number }[]>(
        'SELECT octet_length(case_key_wrap) / 81 AS boxes FROM case_wrap',
      );
      expect(boxes).toBe(2);
      expect(JSON.stringify(await morgan.data(CASE, { id: caseId }))).toContain('words of the report');
      await lab.seed.reportWithoutMessaging('a later one');
      expect(await lab.dataSource.query('SELECT 1 FROM case_wrap WHERE caseworker_id = $1', [id])).toEqual(
        [],
      );
      expect(await morgan.outcome(act, { id })).toEqual(outcome);
    },
  );

  it('keeps of somebody who was removed their name alone, and frees their address', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    const id = await idOf(morgan, 'Noor');

    await morgan.outcome(REMOVE, { id });

    const [row] = await lab.dataSource.query<Record<string, unknown>[]>(
      'SELECT * FROM caseworker WHERE id = $1',
      [id],
    );
    expect(row).toMatchObject({ name: 'Noor Haddad', email: '', roles: [], password_wrap: Buffer.alloc(0) });
    expect(JSON.stringify(row)).not.toContain('noor@');
    await lab.seed.colleague();
  });

  it('refuses what would leave nobody to read reports, or nobody to run the installation', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const id = await idOf(morgan, 'Morgan');
    const alone = [
      await morgan.outcome(DISABLE, { id }),
      await morgan.outcome(REMOVE, { id }),
      await morgan.outcome(CHANGE_ROLES, { id, roles: ['ADMINISTRATOR'] }),
      await morgan.outcome(CHANGE_ROLES, { id, roles: ['CASEWORKER'] }),
    ];
    await lab.seed.colleague();

    const withAColleague = [
      await morgan.outcome(DISABLE, { id }),
      await morgan.outcome(CHANGE_ROLES, { id, roles: ['CASEWORKER'] }),
    ];

    for (const outcome of [...alone, ...withAColleague]) {
      expect(outcome).toEqual({ __typename: 'NotEnoughPeople', message: expect.any(String) });
    }
    expect(await morgan.data(ME)).toMatchObject({ me: { roles: ['ADMINISTRATOR', 'CASEWORKER'] } });
  });

  it('never lets two administrators remove each other at the same moment, in two processes', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const [morganId, noorId] = [await idOf(morgan, 'Morgan'), await idOf(morgan, 'Noor')];
    await morgan.outcome(CHANGE_ROLES, { id: noorId, roles: ['ADMINISTRATOR', 'CASEWORKER'] });
    const second = await openSecond();
    const other = second.stranger();
    await other.outcome(SIGN_IN, { input: NOOR });

    // Until both are in the middle of it: whoever is removed before they ask has no session any more.
    const refusals = await meanwhile(
      lab.dataSource,
      (manager) => manager.query('LOCK TABLE staff_policy IN EXCLUSIVE MODE'),
      () =>
        Promise.all([morgan.errorCodes(REMOVE, { id: noorId }), other.errorCodes(REMOVE, { id: morganId })]),
      2,
    );

    expect(refusals.sort((one, two) => one.length - two.length)).toEqual([[], ['FORBIDDEN']]);
    expect(await noor.data(ME)).toEqual({ me: null });
    expect(await lab.dataSource.query('SELECT 1 FROM caseworker WHERE is_active')).toHaveLength(1);
  });

  it('ends the sessions of whoever gets other roles, and leaves an administrator without cases no way to any', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    await lab.seed.reportWithoutMessaging('words of the report');
    const [caseId] = await lab.seed.caseIds(morgan);
    const id = await idOf(morgan, 'Morgan');
    await morgan.outcome(CHANGE_ROLES, {
      id: await idOf(morgan, 'Noor'),
      roles: ['ADMINISTRATOR', 'CASEWORKER'],
    });

    const outcome = await morgan.outcome(CHANGE_ROLES, { id, roles: ['ADMINISTRATOR'] });
    const again = await lab.seed.signedInAgain('morgan@example.ac.uk', PASSWORD);
    const socket = await again.follow(INBOX_CHANGED);
    await lab.seed.reportWithoutMessaging('words of another report');

    expect(outcome).toMatchObject({ __typename: 'PersonChanged', person: { roles: ['ADMINISTRATOR'] } });
    expect(await morgan.data(ME)).toEqual({ me: null });
    expect(await again.data(CASES)).toMatchObject({ cases: { totalCount: 0, edges: [] } });
    expect(await again.data(CASE, { id: caseId })).toEqual({ case: null });
    expect(JSON.stringify(await again.data(SEARCH, { text: 'words' }))).not.toContain(caseId);
    expect(JSON.stringify(await again.data('query { caseViews { count } colleagues { name } }'))).not.toMatch(
      /"count":[1-9]|Morgan/,
    );
    expect(
      await again.data('mutation($id: ID!) { exportCase(id: $id, purpose: ADVICE) { __typename } }', {
        id: caseId,
      }),
    ).toEqual({
      exportCase: null,
    });
    expect(JSON.stringify(await socket.heardSoFar())).not.toContain('caseId');
  });

  it('changes nothing and ends no session where the roles stay', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const id = await idOf(morgan, 'Morgan');

    await morgan.outcome(CHANGE_ROLES, { id, roles: ['CASEWORKER', 'ADMINISTRATOR', 'CASEWORKER'] });

    expect(await morgan.data(ME)).toMatchObject({ me: { roles: ['ADMINISTRATOR', 'CASEWORKER'] } });
    expect(await morgan.errorCodes(CHANGE_ROLES, { id, roles: [] })).toEqual(['BAD_USER_INPUT']);
    expect(await morgan.outcome(CHANGE_ROLES, { id: 'x', roles: ['CASEWORKER'] })).toMatchObject({
      __typename: 'PersonNotFound',
    });
  });
});

describe('beginning anew', () => {
  const lab = useTestServer();
  const accept = (token: unknown, password = OTHER) => ({ input: { token, password } });

  it('gives another key pair and password, takes the second factor away, and opens nothing of before', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    await Authenticator.setUp(noor, lab.clock);
    await lab.seed.reportWithoutMessaging('of before');
    const drawn = await morgan.outcome(RESET, { id: await idOf(morgan, 'Noor') });
    const untouched = await lab.seed.caseIds(noor);

    const offer = await lab.stranger().data(LINK_OFFER, { token: drawn['token'] });
    const client = lab.stranger();
    const outcome = await client.outcome(ACCEPT_RESET, accept(drawn['token']));

    expect(untouched).toHaveLength(1);
    expect(offer).toEqual({ linkOffer: { email: NOOR.email, isReset: true } });
    expect(outcome).toMatchObject({ __typename: 'Welcome', recoveryKey: expect.any(String) });
    expect(await noor.data(ME)).toEqual({ me: null });
    expect(await lab.seed.caseIds(client)).toEqual([]);
    await lab.seed.reportWithoutMessaging('of later');
    expect(await lab.seed.caseIds(client)).toHaveLength(1);
    expect(await lab.seed.caseIds(morgan)).toHaveLength(2);
    await lab.seed.signedInAgain(NOOR.email, OTHER);
  });

  it('works once, for a day, and with the last link only', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    const id = await idOf(morgan, 'Noor');
    const draw = async () => (await morgan.outcome(RESET, { id }))['token'];
    const earlier = await draw();
    const last = await draw();
    const ask = async (token: unknown) =>
      (await lab.stranger().outcome(ACCEPT_RESET, accept(token))).__typename;

    const weak = await lab.stranger().outcome(ACCEPT_RESET, accept(last, 'Noor-Haddad-2026'));
    const answers = [await ask(earlier), await ask(last), await ask(last), await ask('\u0000')];
    const tooOld = await draw();
    lab.clock.advance(24 * 3_600_000 + 1_000);

    expect(weak.__typename).toBe('WeakPassword');
    expect(answers).toEqual(['InvitationRefused', 'Welcome', 'InvitationRefused', 'InvitationRefused']);
    expect(await ask(tooOld)).toBe('InvitationRefused');
    expect(await lab.stranger().data(LINK_OFFER, { token: tooOld })).toEqual({ linkOffer: null });
  });

  it('lets in again who was switched off, and only them: a link of before counts no more', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    const id = await idOf(morgan, 'Noor');
    const before = await morgan.outcome(RESET, { id });
    await morgan.outcome(DISABLE, { id });
    const after = await morgan.outcome(RESET, { id });
    const ask = async (token: unknown) =>
      (await lab.stranger().outcome(ACCEPT_RESET, accept(token))).__typename;

    expect(await ask(before['token'])).toBe('InvitationRefused');
    expect(await ask(after['token'])).toBe('Welcome');
    expect(await morgan.data(PEOPLE)).toMatchObject({
      people: [{}, { name: 'Noor Haddad', state: 'ACTIVE' }],
    });
  });
});
