import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { eventually } from '../testing/eventually.ts';
import { CASE, ME, SIGN_IN, SIGN_OUT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { asOwner } from '../testing/test-database.ts';
import { useTestServer } from '../testing/test-server.ts';

const EMAIL = 'morgan@example.ac.uk';

function credentials(email: unknown, password: unknown) {
  return { input: { email, password } };
}

describe('signIn', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  it('opens a session that reads the cases of before', async () => {
    const before = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words of the report');
    const [id] = await lab.seed.caseIds(before);
    const client = lab.stranger();

    const outcome = await client.outcome(SIGN_IN, credentials(' Morgan@Example.ac.uk ', PASSWORD));

    expect(outcome).toEqual({
      __typename: 'StaffSession',
      caseworker: { id: expect.any(String), name: 'Morgan Ellis' },
      endsAt: expect.stringMatching(/:(00|15|30|45):00\.000Z$/),
    });
    expect(JSON.stringify(await client.data(CASE, { id }))).toContain('words of the report');
  });

  it('takes a password in whichever form a keyboard composes its accents', async () => {
    await lab.seed.firstAdministrator();
    const token = await lab.seed.invitation('noor@example.ac.uk');
    const composed = 'café violin monday lamp'.normalize('NFC');
    const input = { token, name: 'Noor', password: composed };
    await lab
      .stranger()
      .outcome(
        'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }',
        { input },
      );

    const outcome = await lab
      .stranger()
      .outcome(SIGN_IN, credentials('noor@example.ac.uk', composed.normalize('NFD')));

    expect(outcome.__typename).toBe('StaffSession');
  });

  it.each<[string, string, string]>([
    ['an unknown address', 'nobody@example.ac.uk', PASSWORD],
    ['a wrong password', EMAIL, 'another violin monday lamp'],
    ['an empty password', EMAIL, ''],
    ['an empty address', '', PASSWORD],
    ['a password with white space around', EMAIL, ` ${PASSWORD} `],
    ['an address with a zero byte', `${EMAIL}\u0000`, PASSWORD],
    ['half a pair of surrogates', '\ud800@example.ac.uk', PASSWORD],
  ])('answers %s with the same bytes after one Argon2 run', async (_, email, password) => {
    await lab.seed.firstAdministrator();
    const before = lab.argon2Runs();

    const response = await lab.stranger().post({ query: SIGN_IN, variables: credentials(email, password) });

    expect(await response.text()).toBe(
      '{"data":{"signIn":{"__typename":"SignInRefused","message":"The mail address or the password is not right."}}}\n',
    );
    expect(lab.argon2Runs() - before).toBe(1);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('answers somebody who was switched off as if they had never been', async () => {
    const client = await lab.seed.firstAdministrator();
    await lab.dataSource.query('UPDATE caseworker SET is_active = false');

    const outcome = await lab.stranger().outcome(SIGN_IN, credentials(EMAIL, PASSWORD));

    expect(outcome.__typename).toBe('SignInRefused');
    expect(await client.data(ME)).toEqual({ me: null });
  });

  it.each<[string, string, string]>([
    ['the password is changed', "password_verifier = decode(repeat('00', 32), 'hex')", 'SignInRefused'],
    ['the account is switched off', 'is_active = false', 'SignInRefused'],
    ['a second factor is set up', "totp_secret = decode('01', 'hex')", 'OneTimeCodeNeeded'],
  ])('opens no session when %s at that moment', async (_, change, refusal) => {
    await lab.seed.firstAdministrator();
    await lab.dataSource.query('DELETE FROM staff_session');

    const outcome = await asOwner(lab.databaseUrl, async (changer) => {
      await changer.query('BEGIN');
      await changer.query(`UPDATE caseworker SET ${change}`);
      let isAnswered = false;
      const signingIn = lab
        .stranger()
        .outcome(SIGN_IN, credentials(EMAIL, PASSWORD))
        .finally(() => {
          isAnswered = true;
        });
      await eventually(async () => {
        const { rows } = await changer.query('SELECT FROM pg_locks WHERE NOT granted');
        return isAnswered || rows.length > 0;
      });
      await changer.query('COMMIT');
      return await signingIn;
    });

    expect(outcome.__typename).toBe(refusal);
    expect(await lab.dataSource.query('SELECT FROM staff_session')).toEqual([]);
  });

  it('sends the database the same statements for a wrong password and for an unknown address', async () => {
    await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url });
    const heard = async (email: string) =>
      (
        await database.heardDuring(() =>
          server.stranger().outcome(SIGN_IN, credentials(email, 'wrong violin monday lamp')),
        )
      ).filter((statement) => !/^(SELECT 1|LISTEN|NOTIFY)/.test(statement));

    const [wrong, unknown] = [await heard(EMAIL), await heard('nobody@example.ac.uk')];

    expect(wrong).toHaveLength(1);
    expect(unknown).toEqual(wrong);
  });

  it.each<[string, object]>([
    ['a password of another type', credentials(EMAIL, ['x'])],
    ['no address', credentials(null, PASSWORD)],
    ['a password past every bound', credentials(EMAIL, 'x'.repeat(1_001))],
  ])('refuses %s as BAD_USER_INPUT, without an Argon2 run', async (_, variables) => {
    expect(await lab.stranger().errorCodes(SIGN_IN, variables)).toEqual(['BAD_USER_INPUT']);
    expect(lab.argon2Runs()).toBe(0);
  });

  it('answers ServiceBusy while the database is away, and works again after', async () => {
    await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();

    database.sever();
    const away = await client.outcome(SIGN_IN, credentials(EMAIL, PASSWORD));
    database.mend();
    const back = await client.outcome(SIGN_IN, credentials(EMAIL, PASSWORD));

    expect([away.__typename, back.__typename]).toEqual(['ServiceBusy', 'StaffSession']);
  });
});

describe('signOut', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('ends the session in every process and takes the cookie away', async () => {
    const client = await lab.seed.firstAdministrator();
    const second = await openSecond();
    const elsewhere = second.stranger();
    for (const [name, value] of client.cookies) elsewhere.cookies.set(name, value);
    const before = await elsewhere.data<{ me: unknown }>(ME);

    const answer = await client.data(SIGN_OUT);

    expect(before.me).not.toBeNull();
    expect(answer).toEqual({ signOut: true });
    expect(client.cookies.size).toBe(0);
    expect(await elsewhere.data(ME)).toEqual({ me: null });
  });

  it('leaves other sessions of the same person as they are', async () => {
    const client = await lab.seed.firstAdministrator();
    const other = lab.stranger();
    await other.outcome(SIGN_IN, credentials(EMAIL, PASSWORD));

    await client.data(SIGN_OUT);

    expect((await other.data<{ me: unknown }>(ME)).me).not.toBeNull();
  });

  it('is true twice, and for whoever had no session', async () => {
    const client = await lab.seed.firstAdministrator();

    expect([
      await client.data(SIGN_OUT),
      await client.data(SIGN_OUT),
      await lab.stranger().data(SIGN_OUT),
    ]).toEqual([{ signOut: true }, { signOut: true }, { signOut: true }]);
  });
});
