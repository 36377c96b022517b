import { describe, expect, it } from '@jest/globals';
import { CHANGE_PASSWORD, DRAW_RECOVERY_KEY, RECOVER } from '../testing/account-operations.ts';
import { Authenticator } from '../testing/authenticator.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASE, INBOX_CHANGED, ME, SIGN_IN } from '../testing/operations.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const EMAIL = 'morgan@example.ac.uk';
const OTHER = 'lantern gravel orbit seven';

describe('changePassword', () => {
  const lab = useTestServer();
  const change = (client: GraphQLClient, password: string, newPassword: string) =>
    client.outcome(CHANGE_PASSWORD, { input: { password, newPassword } });
  const signIn = async (password: string) =>
    (await lab.stranger().outcome(SIGN_IN, { input: { email: EMAIL, password } })).__typename;

  it('keeps the cases, lets nobody in with the old one, and ends every other session and socket', async () => {
    const client = await lab.seed.firstAdministrator();
    const elsewhere = await lab.seed.signedInAgain(EMAIL, PASSWORD);
    const socket = await elsewhere.follow(INBOX_CHANGED);
    await socket.heardSoFar();
    await lab.seed.reportWithoutMessaging('words of the report');
    const [id] = await lab.seed.caseIds(client);

    const outcome = await change(client, PASSWORD, OTHER);

    expect(outcome).toEqual({ __typename: 'PasswordChanged', isChanged: true });
    expect((await socket.closed()).code).toBe(4401);
    expect(await elsewhere.data(ME)).toEqual({ me: null });
    expect(await client.data(ME)).toMatchObject({ me: { name: 'Morgan Ellis' } });
    expect(await signIn(PASSWORD)).toBe('SignInRefused');
    const again = await lab.seed.signedInAgain(EMAIL, OTHER);
    expect(JSON.stringify(await again.data(CASE, { id }))).toContain('words of the report');
  });

  it('refuses a wrong old password, and a new one that would be guessed', async () => {
    const client = await lab.seed.firstAdministrator();

    expect((await change(client, 'wrong violin monday lamp', OTHER)).__typename).toBe('PasswordRefused');
    expect((await change(client, PASSWORD, 'short words')).__typename).toBe('WeakPassword');
    expect((await change(client, PASSWORD, 'Password-Password-1')).__typename).toBe('WeakPassword');
    expect(await signIn(PASSWORD)).toBe('StaffSession');
  });

  it('takes 12 characters beside a second factor, which then cannot be switched off under it', async () => {
    const client = await lab.seed.firstAdministrator();
    const short = 'otter violin';
    const before = await change(client, PASSWORD, short);
    const { recoveryCodes } = await Authenticator.setUp(client, lab.clock);

    const after = await change(client, PASSWORD, short);
    const off = await client.outcome(
      'mutation($input: SwitchOffSecondFactorInput!) { switchOffSecondFactor(input: $input) { __typename } }',
      { input: { password: short, oneTimeCode: recoveryCodes[0] } },
    );

    expect([before.__typename, after.__typename, off.__typename]).toEqual([
      'WeakPassword',
      'PasswordChanged',
      'WeakPassword',
    ]);
  });

  it('is done once when two do it at the same moment', async () => {
    const client = await lab.seed.firstAdministrator();
    const second = await lab.seed.signedInAgain(EMAIL, PASSWORD);

    const outcomes = await Promise.all([
      change(client, PASSWORD, OTHER),
      second.send<{ changePassword: { __typename: string } }>(CHANGE_PASSWORD, {
        input: { password: PASSWORD, newPassword: 'willow copper ninety drum' },
      }),
    ]);

    const worked = [await signIn(OTHER), await signIn('willow copper ninety drum')];
    expect(outcomes).toHaveLength(2);
    expect(worked.sort()).toEqual(['SignInRefused', 'StaffSession']);
  });

  it('needs a session, and lets nobody guess the password with one', async () => {
    const client = await lab.seed.firstAdministrator();
    const answers: string[] = [];
    for (let turn = 0; turn < 11; turn += 1) {
      answers.push((await client.outcome(DRAW_RECOVERY_KEY, { password: 'x' })).__typename);
    }

    expect(answers.filter((answer) => answer === 'PasswordRefused').length).toBeGreaterThanOrEqual(10);
    expect(await lab.stranger().errorCodes(DRAW_RECOVERY_KEY, { password: PASSWORD })).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});

describe('recoverAccount', () => {
  const lab = useTestServer();
  const recover = (email: string, recoveryKey: string, password = OTHER) => ({
    input: { email, recoveryKey, password },
  });

  async function drawKey(client: GraphQLClient): Promise<string> {
    const drawn = await client.outcome(DRAW_RECOVERY_KEY, { password: PASSWORD });
    expect(drawn.__typename).toBe('RecoveryKeyDrawn');
    return String(drawn['recoveryKey']);
  }

  it('sets another password that opens the cases of before, ends all sessions and draws another key', async () => {
    const client = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words of the report');
    const [id] = await lab.seed.caseIds(client);
    const key = await drawKey(client);

    const first = await lab
      .stranger()
      .outcome(RECOVER, recover(` ${EMAIL.toUpperCase()} `, key.toLowerCase()));
    const spent = await lab.stranger().outcome(RECOVER, recover(EMAIL, key, 'willow copper ninety drum'));

    expect(first).toEqual({ __typename: 'AccountRecovered', recoveryKey: expect.not.stringContaining(key) });
    expect(spent.__typename).toBe('RecoveryRefused');
    expect(await client.data(ME)).toEqual({ me: null });
    const again = await lab.seed.signedInAgain(EMAIL, OTHER);
    expect(JSON.stringify(await again.data(CASE, { id }))).toContain('words of the report');
  });

  it('makes the earlier key useless as soon as another one is drawn', async () => {
    const client = await lab.seed.firstAdministrator();
    const earlier = await drawKey(client);
    const later = await drawKey(client);

    expect((await lab.stranger().outcome(RECOVER, recover(EMAIL, earlier))).__typename).toBe(
      'RecoveryRefused',
    );
    expect((await lab.stranger().outcome(RECOVER, recover(EMAIL, later))).__typename).toBe(
      'AccountRecovered',
    );
  });

  it('leaves a second factor where it is', async () => {
    const client = await lab.seed.firstAdministrator();
    const key = await drawKey(client);
    await Authenticator.setUp(client, lab.clock);

    await lab.stranger().outcome(RECOVER, recover(EMAIL, key));

    const input = { email: EMAIL, password: OTHER };
    expect((await lab.stranger().outcome(SIGN_IN, { input })).__typename).toBe('OneTimeCodeNeeded');
  });

  it.each<[string, (key: string) => [string, string]]>([
    ['an unknown address', (key) => ['nobody@example.ac.uk', key]],
    ['a wrong key', (key) => [EMAIL, `${key.startsWith('0') ? '1' : '0'}${key.slice(1)}`]],
    ['a key of another account', () => [EMAIL, '0000-0000-0000-0000-0000-0000-0000-0000-0000']],
    ['no key', () => [EMAIL, '']],
    ['a zero byte', () => [`${EMAIL}\u0000`, '\u0000']],
  ])('answers %s with the same bytes after one Argon2 run', async (_, change) => {
    const key = await drawKey(await lab.seed.firstAdministrator());
    const before = lab.argon2Runs();

    const variables = recover(...change(key));
    const response = await lab.stranger().post({ query: RECOVER, variables });

    expect(await response.text()).toBe(
      '{"data":{"recoverAccount":{"__typename":"RecoveryRefused","message":"The mail address or the recovery key is not right, or the key was used before. A key works once."}}}\n',
    );
    expect(lab.argon2Runs() - before).toBe(1);
  });

  it('says that a password is too short for an account only to whoever has its key', async () => {
    const key = await drawKey(await lab.seed.firstAdministrator());
    const short = 'otter violin m';
    const ask = async (email: string, recoveryKey: string, password: string) =>
      (await lab.stranger().outcome(RECOVER, recover(email, recoveryKey, password))).__typename;

    expect(await ask(EMAIL, key, short)).toBe('WeakPassword');
    expect(await ask(EMAIL, 'nothing', short)).toBe('RecoveryRefused');
    expect(await ask('nobody@example.ac.uk', key, short)).toBe('RecoveryRefused');
    expect(await ask('nobody@example.ac.uk', key, 'otter violi')).toBe('WeakPassword');
    expect(await ask(EMAIL, key, OTHER)).toBe('AccountRecovered');
  });
});
