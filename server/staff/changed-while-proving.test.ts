import { describe, expect, it } from '@jest/globals';
import { CHANGE_PASSWORD, SWITCH_OFF_SECOND_FACTOR } from '../testing/account-operations.ts';
import { Authenticator } from '../testing/authenticator.ts';
import type { Outcome } from '../testing/graphql-client.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

/** Long enough beside a second factor, and too short without one. */
const SHORT = 'lantern glow';

describe('an account that is changed while its password is proved', () => {
  const lab = useTestServer();

  const changedWhile = (statement: string, act: () => Promise<Outcome>) =>
    meanwhile(lab.dataSource, (manager) => manager.query(statement), act);

  it('keeps its second factor where the password that was proved is one no more', async () => {
    const client = await lab.seed.firstAdministrator();
    const { recoveryCodes } = await Authenticator.setUp(client, lab.clock);

    const outcome = await changedWhile("UPDATE caseworker SET password_verifier = '\\x00'", () =>
      client.outcome(SWITCH_OFF_SECOND_FACTOR, {
        input: { password: PASSWORD, oneTimeCode: recoveryCodes[0] },
      }),
    );

    expect(outcome.__typename).toBe('PasswordRefused');
    expect(await lab.dataSource.query('SELECT FROM caseworker WHERE totp_secret IS NULL')).toEqual([]);
  });

  it('gets no password that is too short without the second factor that was just switched off', async () => {
    const client = await lab.seed.firstAdministrator();
    await Authenticator.setUp(client, lab.clock);

    const outcome = await changedWhile('UPDATE caseworker SET totp_secret = NULL', () =>
      client.outcome(CHANGE_PASSWORD, { input: { password: PASSWORD, newPassword: SHORT } }),
    );
    const again = await client.outcome(CHANGE_PASSWORD, {
      input: { password: PASSWORD, newPassword: SHORT },
    });

    expect([outcome.__typename, again.__typename]).toEqual(['PasswordRefused', 'WeakPassword']);
  });
});
