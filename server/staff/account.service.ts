import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { unwrapKey } from '../crypto/key-wrapping.ts';
import { parseRecoveryKey, recoveryWrappingKey } from '../crypto/recovery-key.ts';
import { SealBroken } from '../crypto/sealing.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Caseworker } from '../viewer.ts';
import {
  AccountRecovered,
  PasswordChanged,
  PasswordRefused,
  RecoveryKeyDrawn,
  RecoveryRefused,
} from './account.type.ts';
import type { AccountKeys } from './account-keys.service.ts';
import { CaseworkerEntity } from './caseworker.entity.ts';
import { emailKey } from './email-address.ts';
import { recoveryWrapPlace } from './key-places.ts';
import { isTooShortForAll, passwordFault, SHORTEST_WITH_SECOND_FACTOR, tooShort } from './password-policy.ts';
import type { StaffService } from './staff.service.ts';
import { WeakPassword } from './staff.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** What members of staff do with their own account. */
export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly keys: AccountKeys,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditService,
  ) {}

  /** Puts the private key under another password. Every other session of this person ends. */
  async changePassword(
    { caseworkerId, sessionHash }: Caseworker,
    { password, newPassword }: { password: string; newPassword: string },
    lane: string,
  ): Promise<PasswordChanged | PasswordRefused | WeakPassword> {
    const proved = await this.staff.proveAgain(caseworkerId, password, lane);
    if (!proved) return new PasswordRefused();
    const { caseworker, privateKey } = proved;
    const fault = await passwordFault(newPassword, ownerOf(caseworker));
    if (fault) return new WeakPassword(fault);
    const columns = await this.keys.underPassword(caseworkerId, newPassword, privateKey, lane);
    const isDone = await this.replace(caseworker, columns, AuditAct.PASSWORD_CHANGED, sessionHash);
    return isDone ? new PasswordChanged() : new PasswordRefused();
  }

  /** Whether this is the password of somebody by now. One Argon2 run. */
  async isPasswordOf({ caseworkerId }: Caseworker, password: string, lane: string): Promise<boolean> {
    return (await this.staff.proveAgain(caseworkerId, password, lane)) !== null;
  }

  /** Draws another recovery key; the earlier one opens nothing from then on. */
  async drawRecoveryKey(
    { caseworkerId }: Caseworker,
    password: string,
    lane: string,
  ): Promise<RecoveryKeyDrawn | PasswordRefused> {
    const proved = await this.staff.proveAgain(caseworkerId, password, lane);
    if (!proved) return new PasswordRefused();
    const { recoveryKey, recoveryWrap } = this.keys.underRecoveryKey(caseworkerId, proved.privateKey);
    const isDone = await inTransaction(this.dataSource, async (manager) => {
      const { affected } = await manager.update(
        CaseworkerEntity,
        { id: caseworkerId, passwordVerifier: proved.caseworker.passwordVerifier, isActive: true },
        { recoveryWrap },
      );
      if (!affected) return false;
      this.audit.record(manager, { caseworkerId }, AuditAct.RECOVERY_KEY_DRAWN);
      return true;
    });
    return isDone ? new RecoveryKeyDrawn(recoveryKey) : new PasswordRefused();
  }

  /**
   * Sets another password with the recovery key, and draws another recovery key. Opens no session: whoever has a second
   * factor still needs it to sign in.
   *
   * One Argon2 run and one read whether or not there is such an account, and whether or not the key is right.
   */
  async recover(
    { email, recoveryKey, password }: { email: string; recoveryKey: string; password: string },
    lane: string,
  ): Promise<AccountRecovered | RecoveryRefused | WeakPassword> {
    if (isTooShortForAll(password)) return new WeakPassword(tooShort(SHORTEST_WITH_SECOND_FACTOR));
    const found = await this.dataSource.manager.findOneBy(CaseworkerEntity, { emailKey: emailKey(email) });
    const privateKey = found?.isActive ? openWith(recoveryKey, found) : null;
    const id = found?.id ?? NOBODY;
    const columns = await this.keys.underPassword(id, password, privateKey ?? Buffer.alloc(32), lane);
    if (!found || !privateKey) return new RecoveryRefused();
    const fault = await passwordFault(password, ownerOf(found));
    if (fault) return new WeakPassword(fault);
    const drawn = this.keys.underRecoveryKey(id, privateKey);
    const replaced = { ...columns, recoveryWrap: drawn.recoveryWrap };
    const isDone = await this.replace(found, replaced, AuditAct.ACCOUNT_RECOVERED);
    return isDone ? new AccountRecovered(drawn.recoveryKey) : new RecoveryRefused();
  }

  /**
   * Stores what was made from `before`, unless somebody changed password or key since, or switched off the second factor
   * beside which a password may be shorter.
   *
   * @param keptSession SHA-256 of the token of the session that stays. @default none
   */
  private async replace(
    before: CaseworkerEntity,
    columns: Partial<CaseworkerEntity>,
    act: AuditAct,
    keptSession?: Buffer,
  ): Promise<boolean> {
    const isDone = await inTransaction(this.dataSource, async (manager) => {
      const { id, passwordVerifier, recoveryWrap, totpSecret } = before;
      const unchanged = {
        id,
        passwordVerifier,
        recoveryWrap,
        isActive: true,
        ...(totpSecret && { totpSecret }),
      };
      const { affected } = await manager.update(CaseworkerEntity, unchanged, columns);
      if (!affected) return false;
      await this.sessions.endAllOf(manager, id, keptSession);
      this.audit.record(manager, { caseworkerId: id }, act);
      return true;
    });
    if (isDone) this.sessions.tell();
    return isDone;
  }
}

/** Stands in for the id of an account that does not exist. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function ownerOf({ name, email, totpSecret }: CaseworkerEntity) {
  return { name, email, hasSecondFactor: totpSecret !== null };
}

function openWith(typed: string, { id, recoveryWrap }: CaseworkerEntity): Buffer | null {
  const key = parseRecoveryKey(typed);
  if (key === null) return null;
  try {
    return unwrapKey(recoveryWrap, recoveryWrappingKey(key), recoveryWrapPlace(id));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
