import { describe, expect, it } from '@jest/globals';
import {
  BEGIN_SECOND_FACTOR,
  CONFIRM_SECOND_FACTOR,
  ME_AND_SET_UP,
  MY_SECOND_FACTOR,
  NEED_SECOND_FACTOR,
  SECOND_FACTOR_POLICY,
  SWITCH_OFF_SECOND_FACTOR,
} from '../testing/account-operations.ts';
import { Authenticator } from '../testing/authenticator.ts';
import { MY_SETTINGS } from '../testing/casework-operations.ts';
import { CASES, INBOX_CHANGED, ME, SIGN_IN, SIGN_OUT } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const EMAIL = 'morgan@example.ac.uk';
const STEP = 30_000; // milliseconds
const signIn = (oneTimeCode?: string, password = PASSWORD) => ({
  input: { email: EMAIL, password, oneTimeCode },
});

describe('a second factor', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('is set up with a secret for an authenticator, and asked for after the right password only', async () => {
    const client = await lab.seed.firstAdministrator();
    const begun = await client.outcome(BEGIN_SECOND_FACTOR);
    const phone = new Authenticator(String(begun['secret']), lab.clock);

    const on = await client.outcome(CONFIRM_SECOND_FACTOR, { code: phone.code() });
    lab.clock.advance(STEP);

    expect(begun).toMatchObject({
      __typename: 'SecondFactorBegun',
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Example%20University:morgan%40example\.ac\.uk\?/),
    });
    expect(on).toEqual({
      __typename: 'SecondFactorOn',
      recoveryCodes: Array.from({ length: 10 }, () => expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)),
    });
    expect(await client.data(MY_SECOND_FACTOR)).toEqual({
      mySecondFactor: { isOn: true, isNeeded: false, recoveryCodesLeft: 10 },
    });
    const typed = async (code?: string, password?: string) =>
      (await lab.stranger().outcome(SIGN_IN, signIn(code, password))).__typename;
    expect(await typed()).toBe('OneTimeCodeNeeded');
    expect(await typed(phone.code(), 'wrong violin monday lamp')).toBe('SignInRefused');
    expect(await typed(phone.code())).toBe('StaffSession');
  });

  it('answers no code, a wrong one and a used one with the same bytes', async () => {
    const client = await lab.seed.firstAdministrator();
    const { phone } = await Authenticator.setUp(client, lab.clock);
    const used = phone.code();
    const wrong = used === '000000' ? '000001' : '000000';
    const ask = async (code?: string) =>
      (await lab.stranger().post({ query: SIGN_IN, variables: signIn(code) })).text();

    const answers = [
      await ask(),
      await ask(''),
      await ask(wrong),
      await ask(used),
      await ask('\u0000'.repeat(9)),
    ];

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('OneTimeCodeNeeded');
  });

  it.each([
    ['one step before', -1, 'StaffSession'],
    ['one step after', 1, 'StaffSession'],
    ['two steps before', -2, 'OneTimeCodeNeeded'],
    ['two steps after', 2, 'OneTimeCodeNeeded'],
  ])('takes or refuses the code of %s', async (_, steps, answer) => {
    const { phone } = await Authenticator.setUp(await lab.seed.firstAdministrator(), lab.clock);
    lab.clock.advance(10 * STEP);

    expect(await lab.stranger().outcome(SIGN_IN, signIn(phone.code(steps)))).toMatchObject({
      __typename: answer,
    });
  });

  it('takes a code once, also when two bring it at the same moment to two processes', async () => {
    const { phone } = await Authenticator.setUp(await lab.seed.firstAdministrator(), lab.clock);
    const second = await openSecond();
    lab.clock.advance(2 * STEP);
    const code = phone.code();

    const outcomes = await Promise.all(
      [lab.stranger(), second.stranger(), lab.stranger()].map((client) =>
        client.outcome(SIGN_IN, signIn(` ${code.slice(0, 3)} ${code.slice(3)}`)),
      ),
    );

    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
      'OneTimeCodeNeeded',
      'OneTimeCodeNeeded',
      'StaffSession',
    ]);
  });

  it('takes each recovery code once in place of a code', async () => {
    const client = await lab.seed.firstAdministrator();
    const { recoveryCodes } = await Authenticator.setUp(client, lab.clock);
    const [code = ''] = recoveryCodes;

    const first = await lab.stranger().outcome(SIGN_IN, signIn(code.toLowerCase().replace('-', ' ')));
    const again = await lab.stranger().outcome(SIGN_IN, signIn(code));

    expect([first.__typename, again.__typename]).toEqual(['StaffSession', 'OneTimeCodeNeeded']);
    expect(await client.data(MY_SECOND_FACTOR)).toMatchObject({ mySecondFactor: { recoveryCodesLeft: 9 } });
  });

  it('lets nobody guess codes: after ten tries the account waits', async () => {
    const { phone } = await Authenticator.setUp(await lab.seed.firstAdministrator(), lab.clock);
    lab.clock.advance(2 * STEP);
    const wrong = phone.code() === '123456' ? '654321' : '123456';

    const answers: string[] = [];
    // One of the ten was used up by setting it up.
    for (let turn = 0; turn < 10; turn += 1) {
      answers.push((await lab.stranger().outcome(SIGN_IN, signIn(wrong))).__typename);
    }

    expect(answers).toEqual([...Array.from({ length: 9 }, () => 'OneTimeCodeNeeded'), 'ServiceBusy']);
  });

  it('is refused with a wrong first code, and cannot be set up twice', async () => {
    const client = await lab.seed.firstAdministrator();
    const early = await client.outcome(CONFIRM_SECOND_FACTOR, { code: '123456' });
    await Authenticator.setUp(client, lab.clock);

    expect(early).toEqual({ __typename: 'OneTimeCodeRefused', message: expect.any(String) });
    expect((await client.outcome(BEGIN_SECOND_FACTOR)).__typename).toBe('SecondFactorIsOn');
  });

  it('ends the other sessions of this person when it is switched on', async () => {
    const client = await lab.seed.firstAdministrator();
    const elsewhere = await lab.seed.signedInAgain(EMAIL, PASSWORD);

    await Authenticator.setUp(client, lab.clock);

    expect(await elsewhere.data(ME)).toEqual({ me: null });
    expect(await client.data(ME)).toMatchObject({ me: { name: 'Morgan Ellis' } });
  });

  it('is switched off with password and code, and with nothing less', async () => {
    const client = await lab.seed.firstAdministrator();
    const { phone, recoveryCodes } = await Authenticator.setUp(client, lab.clock);
    const used = phone.code();
    const off = async (password: string, oneTimeCode?: string) =>
      client.outcome(SWITCH_OFF_SECOND_FACTOR, { input: { password, oneTimeCode } });

    const refused = [
      await off('wrong violin monday lamp', recoveryCodes[0]),
      await off(PASSWORD, used),
      await off(PASSWORD, ''),
    ];
    const done = await off(PASSWORD, recoveryCodes[0]);

    expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(refused[0]?.__typename).toBe('PasswordRefused');
    expect(done).toEqual({
      __typename: 'SecondFactorOff',
      secondFactor: { isOn: false, recoveryCodesLeft: 0 },
    });
    expect((await lab.stranger().outcome(SIGN_IN, signIn())).__typename).toBe('StaffSession');
  });

  it('stands sealed in the database, and its recovery codes as keyed digests', async () => {
    const client = await lab.seed.firstAdministrator();
    const begun = await client.outcome(BEGIN_SECOND_FACTOR);
    const phone = new Authenticator(String(begun['secret']), lab.clock);
    await client.outcome(CONFIRM_SECOND_FACTOR, { code: phone.code() });

    const [row] = await lab.dataSource.query<{ sealed: number; digest: number }[]>(
      `SELECT octet_length(totp_secret) AS sealed,
              (SELECT min(octet_length(code_digest)) FROM recovery_code) AS digest FROM caseworker`,
    );

    expect(row).toEqual({ sealed: 20 + 41, digest: 32 });
  });
});

describe('the policy on second factors', () => {
  const lab = useTestServer();

  const nobodyChose = () => lab.dataSource.query('DELETE FROM staff_policy');

  it('asks for one as soon as a second person works here, where nobody chose', async () => {
    const client = await lab.seed.firstAdministrator();
    await nobodyChose();
    const alone = await client.data(SECOND_FACTOR_POLICY);

    const colleague = await lab.seed.colleague();

    expect(alone).toEqual({ secondFactorPolicy: { isNeeded: false, chosen: null } });
    for (const each of [client, colleague]) {
      expect(await each.data(ME_AND_SET_UP)).toMatchObject({ me: { mustSetUpSecondFactor: true } });
    }
  });

  it('lets whoever has none do nothing but set one up, on HTTP and on sockets', async () => {
    const client = await lab.seed.firstAdministrator();
    const socket = await client.follow(INBOX_CHANGED);
    await socket.heardSoFar();

    await client.data(NEED_SECOND_FACTOR, { isNeeded: true });

    expect((await socket.closed()).code).toBe(4401);
    for (const query of [CASES, MY_SETTINGS, SECOND_FACTOR_POLICY, 'query { colleagues { name } }']) {
      expect(await client.errorCodes(query)).toEqual(['FORBIDDEN']);
    }
    expect(await client.errorCodes(NEED_SECOND_FACTOR, { isNeeded: false })).toEqual(['FORBIDDEN']);
    const again = await client.follow(INBOX_CHANGED);
    expect(JSON.stringify((await again.next()).payload)).toContain('FORBIDDEN');

    await Authenticator.setUp(client, lab.clock);

    expect(await client.data(ME_AND_SET_UP)).toMatchObject({ me: { mustSetUpSecondFactor: false } });
    expect(await client.errorCodes(CASES)).toEqual([]);
  });

  it('lets somebody in who has none yet, says so at once, and lets them out again', async () => {
    const client = await lab.seed.firstAdministrator();
    await client.data(NEED_SECOND_FACTOR, { isNeeded: true });
    const other = lab.stranger();

    const { signIn: session } = await other.data<{ signIn: unknown }>(
      `mutation($input: SignInInput!) { signIn(input: $input) {
         ... on StaffSession { caseworker { mustSetUpSecondFactor } } } }`,
      signIn(),
    );
    await other.data(SIGN_OUT);

    expect(session).toEqual({ caseworker: { mustSetUpSecondFactor: true } });
    expect(await other.data(ME)).toEqual({ me: null });
  });

  it('is an administrator’s', async () => {
    await lab.seed.firstAdministrator();
    const colleague = await lab.seed.colleague();

    expect(await colleague.errorCodes(NEED_SECOND_FACTOR, { isNeeded: true })).toEqual(['FORBIDDEN']);
    expect(await colleague.errorCodes(SECOND_FACTOR_POLICY)).toEqual(['FORBIDDEN']);
    expect(await lab.stranger().errorCodes(NEED_SECOND_FACTOR, { isNeeded: true })).toEqual([
      'UNAUTHENTICATED',
    ]);
    expect(await lab.stranger().errorCodes(BEGIN_SECOND_FACTOR)).toEqual(['UNAUTHENTICATED']);
  });
});
