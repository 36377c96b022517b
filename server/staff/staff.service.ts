import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Argon2Queue } from '../crypto/argon2-queue.ts';
import { unwrapKey } from '../crypto/key-wrapping.ts';
import { derivePasswordKeys, newPasswordSalt } from '../crypto/password-keys.ts';
import { sameBytes } from '../crypto/same-bytes.ts';
import { CaseworkerEntity } from './caseworker.entity.ts';
import { toCaseworker } from './caseworker.view.ts';
import { emailKey } from './email-address.ts';
import { passwordWrapPlace } from './key-places.ts';
import type { Caseworker } from './staff.type.ts';
import { StaffRole } from './staff-role.type.ts';

/** Who works here, and who they prove to be. */
export class StaffService {
  /** Stands in for the salt of an account that does not exist. */
  private readonly nobodysSalt = newPasswordSalt();

  constructor(
    private readonly dataSource: DataSource,
    private readonly argon2: Argon2Queue,
  ) {}

  /**
   * Proves a mail address and a password.
   *
   * One Argon2 run and one read whether or not the account exists, so that nobody learns who works here.
   *
   * @returns the person with their private key, X25519, 32 bytes; null when either is wrong or the account is
   *   switched off.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async prove(
    email: string,
    password: string,
    lane: string,
  ): Promise<{ caseworker: CaseworkerEntity; privateKey: Buffer } | null> {
    const found = await this.dataSource.manager.findOneBy(CaseworkerEntity, {
      emailKey: emailKey(email),
    });
    const keys = await this.argon2.run(lane, () =>
      derivePasswordKeys(password, found?.passwordSalt ?? this.nobodysSalt),
    );
    if (!found?.isActive || !sameBytes(keys.verifier, found.passwordVerifier)) return null;
    const privateKey = unwrapKey(found.passwordWrap, keys.passwordKey, passwordWrapPlace(found.id));
    return { caseworker: found, privateKey };
  }

  /** Everybody whom a new case is wrapped for. Read inside the transaction that stores it. */
  async eligibleCaseworkers(manager: EntityManager): Promise<{ id: string; publicKey: Buffer }[]> {
    const rows = await manager.query<{ id: string; public_key: Buffer }[]>(
      'SELECT id, public_key FROM caseworker WHERE is_active AND $1 = ANY(roles)',
      [StaffRole.CASEWORKER],
    );
    return rows.map((row) => ({ id: row.id, publicKey: row.public_key }));
  }

  /** Whether anybody could read a report that is sent now. */
  async acceptsReports(): Promise<boolean> {
    return (await this.eligibleCaseworkers(this.dataSource.manager)).length > 0;
  }

  /** The people with these ids, in no order, as colleagues may know them. */
  async byIds(ids: readonly string[]): Promise<Caseworker[]> {
    const rows = await this.dataSource.manager.findBy(CaseworkerEntity, {
      id: In([...ids]),
    });
    return rows.map(toCaseworker);
  }
}
