import { describe, expect, it } from '@jest/globals';
import {
  ACCEPT_RESET,
  CHANGE_ROLES,
  DISABLE,
  DRAW_RECOVERY_KEY,
  PEOPLE,
  RECOVER,
  REMOVE,
  RESET,
} from '../testing/account-operations.ts';
import { idOf, keyed } from '../testing/case-story.ts';
import { GRANT_MANY, KEEP_OUT } from '../testing/casework-operations.ts';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { CASE } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const NEW = 'lantern gravel orbit seven';

describe('cases that nobody else can open', () => {
  const lab = useTestServer();

  /** Noor alone holds one case; both hold another. */
  async function sole() {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    for (const words of ['for Noor alone', 'for both']) await lab.seed.reportWithoutMessaging(words);
    const ids = await lab.seed.caseIds(noor);
    const shown = await Promise.all(ids.map((id) => noor.data(CASE, { id })));
    const caseId = ids[shown.findIndex((each) => JSON.stringify(each).includes('alone'))] ?? '';
    await morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: await idOf(morgan) }));
    return { morgan, noor, caseId, id: await idOf(noor) };
  }
  const actsAndDetails = async () =>
    (
      await lab.dataSource.query<{ act: string; details: string }[]>(
        'SELECT act, details FROM audit_entry ORDER BY position',
      )
    ).map(({ act, details }) => [act, details] as const);

  it.each<[string, (morgan: GraphQLClient, id: string, losing?: number) => Promise<Outcome>]>([
    ['switching their holder off', (morgan, id, losing) => morgan.outcome(DISABLE, { id, losing })],
    ['removing their holder', (morgan, id, losing) => morgan.outcome(REMOVE, { id, losing })],
    [
      'taking the role from their holder',
      (morgan, id, losing) => morgan.outcome(CHANGE_ROLES, { id, roles: ['ADMINISTRATOR'], losing }),
    ],
  ])('keep an administrator from %s, until they say how many they mean to lose', async (_, act) => {
    const { morgan, noor, caseId, id } = await sole();
    const before = await morgan.data(PEOPLE);

    const refusals = [await act(morgan, id), await act(morgan, id, 0)];
    const kept = await noor.data<{ case: object | null }>(CASE, { id: caseId });
    const unchanged = await morgan.data(PEOPLE);
    const done = await act(morgan, id, 1);

    for (const refusal of refusals) {
      expect(refusal).toEqual({ __typename: 'CasesWouldBeLost', message: expect.any(String), count: 1 });
      expect(JSON.stringify(refusal)).not.toContain(caseId);
    }
    expect(kept.case).not.toBeNull();
    expect(unchanged).toEqual(before);
    expect(done.__typename).toBe('PersonChanged');
    expect((await actsAndDetails()).at(-1)?.[1]).toContain('"casesLost":1');
  });

  it('do not count once a colleague holds them too', async () => {
    const { morgan, id, noor, caseId } = await sole();
    const robin = lab.stranger();
    await robin.outcome(
      `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`,
      {
        input: { token: await lab.seed.invitation('robin@example.ac.uk'), name: 'Robin Lake', password: NEW },
      },
    );
    await noor.outcome(GRANT_MANY, { input: { caseworkerId: await idOf(robin) } });

    const done = await morgan.outcome(REMOVE, { id });

    expect(done.__typename).toBe('PersonChanged');
    expect(JSON.stringify(await robin.data(CASE, { id: caseId }))).toContain('for Noor alone');
  });

  it('keep an administrator from drawing a link to begin anew, until they say how many they mean to lose', async () => {
    const { morgan, noor, caseId, id } = await sole();

    const refused = await morgan.outcome(RESET, { id });
    const drawn = await morgan.outcome(RESET, { id, losing: 1 });
    const still = await noor.data<{ case: object | null }>(CASE, { id: caseId });
    const accepted = await lab
      .stranger()
      .outcome(ACCEPT_RESET, { input: { token: drawn['token'], password: NEW } });

    expect(refused).toEqual({ __typename: 'CasesWouldBeLost', message: expect.any(String), count: 1 });
    expect(drawn.__typename).toBe('ResetDrawn');
    expect(still.case).not.toBeNull();
    expect(accepted.__typename).toBe('Welcome');
    const acts = await actsAndDetails();
    expect(acts).toContainEqual(['PASSWORD_RESET', '{"casesLost":1}']);
    expect(acts).toContainEqual(['PERSON_SWITCHED_ON', '{"casesLost":1}']);
  });

  it('are not lost by a link that was drawn before there were so many', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const id = await idOf(noor);
    const drawn = await morgan.outcome(RESET, { id });
    await lab.seed.reportWithoutMessaging('came after the link');
    const [caseId = ''] = await lab.seed.caseIds(noor);
    await morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: await idOf(morgan) }));
    const accept = (token: unknown) =>
      lab.stranger().outcome(ACCEPT_RESET, { input: { token, password: NEW } });

    const refused = [await accept(drawn['token']), await accept(drawn['token'])];
    const stillReads = await noor.data<{ case: object | null }>(CASE, { id: caseId });
    const again = await morgan.outcome(RESET, { id, losing: 1 });
    const old = await accept(drawn['token']);
    const accepted = await accept(again['token']);

    expect(refused.map(({ __typename }) => __typename)).toEqual(['ResetOutdated', 'ResetOutdated']);
    expect(stillReads.case).not.toBeNull();
    expect(old.__typename).toBe('InvitationRefused');
    expect(accepted.__typename).toBe('Welcome');
  });
});

describe('the audit log of accounts', () => {
  const lab = useTestServer();

  it('tells a recovery key that was drawn, and a way back with one, apart from a password that was changed', async () => {
    const noor = await lab.seed.firstAdministrator().then(() => lab.seed.colleague());
    const password = 'harbour pencil comet wool';

    const wrong = await noor.outcome(DRAW_RECOVERY_KEY, { password: 'not the right one' });
    const drawn = await noor.outcome(DRAW_RECOVERY_KEY, { password });
    const input = { email: 'noor@example.ac.uk', recoveryKey: drawn['recoveryKey'], password: NEW };
    const recovered = await lab.stranger().outcome(RECOVER, { input });

    expect([wrong, drawn, recovered].map(({ __typename }) => __typename)).toEqual([
      'PasswordRefused',
      'RecoveryKeyDrawn',
      'AccountRecovered',
    ]);
    const rows = await lab.dataSource.query<{ act: string; name: string }[]>(
      `SELECT act, caseworker_name AS name FROM audit_entry WHERE act <> 'JOINED' AND act <> 'SIGNED_IN'
       ORDER BY position`,
    );
    expect(rows).toEqual([
      { act: 'RECOVERY_KEY_DRAWN', name: 'Noor Haddad' },
      { act: 'ACCOUNT_RECOVERED', name: 'Noor Haddad' },
    ]);
  });
});
