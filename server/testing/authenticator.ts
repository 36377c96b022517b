import { expect } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { BEGIN_SECOND_FACTOR, CONFIRM_SECOND_FACTOR } from './account-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestClock } from './test-server.ts';

/** A phone that shows codes: reads nothing but the address in a QR code. */
export class Authenticator {
  private readonly totp: TOTP;

  constructor(
    secret: string,
    private readonly clock: Pick<TestClock, 'now'>,
  ) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** The code of now, or of so many steps of 30 s later. */
  code(steps = 0): string {
    return this.totp.generate({ timestamp: this.clock.now().getTime() + steps * 30_000 });
  }

  /** Sets up a second factor for whoever is signed in. */
  static async setUp(
    client: GraphQLClient,
    clock: Pick<TestClock, 'now'>,
  ): Promise<{ phone: Authenticator; recoveryCodes: string[] }> {
    const begun = await client.outcome(BEGIN_SECOND_FACTOR);
    const phone = new Authenticator(String(begun['secret']), clock);
    const on = await client.outcome(CONFIRM_SECOND_FACTOR, { code: phone.code() });
    expect(on.__typename).toBe('SecondFactorOn');
    return { phone, recoveryCodes: on['recoveryCodes'] as string[] };
  }
}
