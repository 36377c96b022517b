import type { Argon2Queue } from '../crypto/argon2-queue.ts';
import { wrapKey } from '../crypto/key-wrapping.ts';
import { derivePasswordKeys, newPasswordSalt } from '../crypto/password-keys.ts';
import { formatRecoveryKey, newRecoveryKey, recoveryWrappingKey } from '../crypto/recovery-key.ts';
import type { CaseworkerEntity } from './caseworker.entity.ts';
import { passwordWrapPlace, recoveryWrapPlace } from './key-places.ts';

/** What a password is checked by, and what it opens, as columns. */
export type UnderPassword = Pick<CaseworkerEntity, 'passwordSalt' | 'passwordVerifier' | 'passwordWrap'>;

/** Puts the private key of a member of staff under what they can open it with. */
export class AccountKeys {
  constructor(private readonly argon2: Argon2Queue) {}

  /**
   * One Argon2 run, in whose lane the caller waits.
   *
   * @param privateKey X25519, 32 bytes.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async underPassword(
    id: string,
    password: string,
    privateKey: Buffer,
    lane: string,
  ): Promise<UnderPassword> {
    const passwordSalt = newPasswordSalt();
    const keys = await this.argon2.run(lane, () => derivePasswordKeys(password, passwordSalt));
    return {
      passwordSalt,
      passwordVerifier: keys.verifier,
      passwordWrap: wrapKey(privateKey, keys.passwordKey, passwordWrapPlace(id)),
    };
  }

  /** Draws a recovery key. @returns it as it is printed, and the private key under it. */
  underRecoveryKey(id: string, privateKey: Buffer): { recoveryKey: string; recoveryWrap: Buffer } {
    const drawn = newRecoveryKey();
    return {
      recoveryKey: formatRecoveryKey(drawn),
      recoveryWrap: wrapKey(privateKey, recoveryWrappingKey(drawn), recoveryWrapPlace(id)),
    };
  }
}
