import { describe, expect, it } from '@jest/globals';
import {
  ACCEPT_RESET,
  BEGIN_SECOND_FACTOR,
  CHANGE_PASSWORD,
  CONFIRM_SECOND_FACTOR,
  DRAW_RECOVERY_KEY,
  RECOVER,
  REMOVE,
  RESET,
} from '../testing/account-operations.ts';
import { Authenticator } from '../testing/authenticator.ts';
import { idOf } from '../testing/case-story.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { ACCEPT, SIGN_IN } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const EMAIL = 'morgan@example.ac.uk';
const NEW = 'lantern gravel orbit seven';
const STEP = 30_000; // milliseconds
const MAY_BE_DONE = expect.stringContaining('It may have been done: try to sign in with the new password.');

describe('an act on an account whose answer is lost', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  /** Morgan at a server whose way to the database breaks behind the next COMMIT. */
  async function scene() {
    const morgan = await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const there = server.stranger();
    for (const [name, value] of morgan.cookies) there.cookies.set(name, value);
    const losing = async (by: GraphQLClient, query: string, variables: object) => {
      const broke = database.breakAt(/^COMMIT/, 'after');
      const answer = await by.outcome(query, variables);
      await broke;
      return answer;
    };
    return { morgan, there, stranger: server.stranger(), losing };
  }
  const signIn = (password: string, oneTimeCode?: string, email = EMAIL) =>
    lab.stranger().outcome(SIGN_IN, { input: { email, password, oneTimeCode } });

  it('is done again where a password was changed', async () => {
    const { there, losing } = await scene();
    const input = { password: PASSWORD, newPassword: NEW };

    const lost = await losing(there, CHANGE_PASSWORD, { input });
    const again = await there.outcome(CHANGE_PASSWORD, { input });
    const other = await there.outcome(CHANGE_PASSWORD, {
      input: { ...input, newPassword: 'willow copper ninety drum' },
    });

    expect([lost, again, other].map((answer) => answer.__typename)).toEqual([
      'ServiceBusy',
      'PasswordChanged',
      'PasswordRefused',
    ]);
    expect((await signIn(NEW)).__typename).toBe('StaffSession');
  });

  it('gives the recovery codes again where a second factor was confirmed, and they work', async () => {
    const { there, losing } = await scene();
    const begun = await there.outcome(BEGIN_SECOND_FACTOR);
    const code = new Authenticator(String(begun['secret']), lab.clock).code();

    const lost = await losing(there, CONFIRM_SECOND_FACTOR, { code });
    const again = await there.outcome(CONFIRM_SECOND_FACTOR, { code });
    const twice = await there.outcome(CONFIRM_SECOND_FACTOR, { code });

    expect(lost.__typename).toBe('ServiceBusy');
    expect(again).toMatchObject({ __typename: 'SecondFactorOn' });
    expect(twice).toEqual(again);
    const [first = ''] = again['recoveryCodes'] as string[];
    expect((await signIn(PASSWORD, first)).__typename).toBe('StaffSession');
  });

  it.each<[string, (phone: Authenticator, recoveryCode: string) => string]>([
    ['the code of an authenticator', (phone) => phone.code()],
    ['a recovery code', (_, recoveryCode) => recoveryCode],
  ])('gives recovery codes to nobody any more once somebody signed in with %s', async (_, codeOf) => {
    const client = await lab.seed.firstAdministrator();
    const begun = await client.outcome(BEGIN_SECOND_FACTOR);
    const phone = new Authenticator(String(begun['secret']), lab.clock);
    const confirming = phone.code();
    const on = await client.outcome(CONFIRM_SECOND_FACTOR, { code: confirming });
    const [recoveryCode = ''] = on['recoveryCodes'] as string[];
    lab.clock.advance(STEP);
    const used = codeOf(phone, recoveryCode);

    expect((await signIn(PASSWORD, used)).__typename).toBe('StaffSession');
    const answers = [
      await client.outcome(CONFIRM_SECOND_FACTOR, { code: used }),
      await client.outcome(CONFIRM_SECOND_FACTOR, { code: confirming }),
    ];

    expect(answers.map((answer) => answer.__typename)).toEqual(['OneTimeCodeRefused', 'OneTimeCodeRefused']);
  });

  it('says that the new password may count where an account was recovered', async () => {
    const { morgan, stranger, losing } = await scene();
    const { recoveryKey } = await morgan.outcome(DRAW_RECOVERY_KEY, { password: PASSWORD });

    const lost = await losing(stranger, RECOVER, { input: { email: EMAIL, recoveryKey, password: NEW } });

    expect(lost).toMatchObject({ __typename: 'ServiceBusy', message: MAY_BE_DONE });
    expect((await signIn(NEW)).__typename).toBe('StaffSession');
    expect(await stranger.outcome(RECOVER, { input: { email: EMAIL, recoveryKey, password: NEW } })).toEqual({
      __typename: 'RecoveryRefused',
      message: expect.stringContaining('or the key was used before. A key works once.'),
    });
  });

  it('is answered as the first time where somebody was removed, and noted once', async () => {
    const { there, losing } = await scene();
    const id = await idOf(await lab.seed.colleague());

    const lost = await losing(there, REMOVE, { id });
    const again = await there.outcome(REMOVE, { id });

    expect(lost.__typename).toBe('ServiceBusy');
    expect(again).toMatchObject({ __typename: 'PersonChanged', person: { id, state: 'REMOVED' } });
    expect(await lab.dataSource.query("SELECT 1 FROM audit_entry WHERE act = 'PERSON_REMOVED'")).toHaveLength(
      1,
    );
  });

  it('says that the new password may count where somebody joined', async () => {
    const { stranger, losing } = await scene();
    const token = await lab.seed.invitation('noor@example.ac.uk');

    const lost = await losing(stranger, ACCEPT, { input: { token, name: 'Noor Haddad', password: NEW } });

    expect(lost).toMatchObject({ __typename: 'ServiceBusy', message: MAY_BE_DONE });
    expect((await signIn(NEW, undefined, 'noor@example.ac.uk')).__typename).toBe('StaffSession');
  });

  it('says that the new password may count where an account was begun anew', async () => {
    const { morgan, stranger, losing } = await scene();
    const noor = await lab.seed.colleague();
    const { token } = await morgan.outcome(RESET, { id: await idOf(noor) });

    const lost = await losing(stranger, ACCEPT_RESET, { input: { token, password: NEW } });

    expect(lost).toMatchObject({ __typename: 'ServiceBusy', message: MAY_BE_DONE });
    expect((await signIn(NEW, undefined, 'noor@example.ac.uk')).__typename).toBe('StaffSession');
  });
});
