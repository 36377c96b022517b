import { ArrayContains, type DataSource, type EntityManager, In } from 'typeorm';
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

  /** Proves once more that it is somebody who has signed in. One Argon2 run. See `prove`. */
  async proveAgain(
    caseworkerId: string,
    password: string,
    lane: string,
  ): Promise<{ caseworker: CaseworkerEntity; privateKey: Buffer } | null> {
    const found = await this.dataSource.manager.findOneBy(CaseworkerEntity, { id: caseworkerId });
    return this.proved(found, password, lane);
  }

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
    return this.proved(found, password, lane);
  }

  /**
   * Locks the account of somebody who has just proved their password, so that nobody changes it before the caller's
   * transaction ends. Proving takes a while: a password that was changed, a person who was switched off meanwhile
   * count no more.
   *
   * @returns the second factor as it stands now, sealed; null when what they proved no longer holds.
   */
  async holdProved(
    manager: EntityManager,
    { id, passwordVerifier }: CaseworkerEntity,
  ): Promise<{ totpSecret: Buffer | null } | null> {
    const [row] = await manager.query<{ totpSecret: Buffer | null }[]>(
      `SELECT totp_secret AS "totpSecret" FROM caseworker
       WHERE id = $1 AND is_active AND password_verifier = $2 FOR NO KEY UPDATE`,
      [id, passwordVerifier],
    );
    return row ?? null;
  }

  private async proved(
    found: CaseworkerEntity | null,
    password: string,
    lane: string,
  ): Promise<{ caseworker: CaseworkerEntity; privateKey: Buffer } | null> {
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
    return this.dataSource.manager.existsBy(CaseworkerEntity, {
      isActive: true,
      roles: ArrayContains([StaffRole.CASEWORKER]),
    });
  }

  /** The people with these ids, in no order, as colleagues may know them. */
  async byIds(ids: readonly string[]): Promise<Caseworker[]> {
    const rows = await this.dataSource.manager.findBy(CaseworkerEntity, {
      id: In([...ids]),
    });
    return rows.map((row) => toCaseworker(row));
  }

  /** Somebody who is known to work here. @throws {TypeError} nobody has this id. */
  async colleague(id: string): Promise<Caseworker> {
    const [person] = await this.byIds([id]);
    if (!person) throw new TypeError('Nobody has this id');
    return person;
  }

  /** Everybody who may be given cases, by name, as colleagues may know them. */
  async activeCaseworkers(): Promise<Caseworker[]> {
    return this.dataSource.query<Caseworker[]>(
      `SELECT ${AS_COLLEAGUE} FROM caseworker c WHERE c.is_active AND $1 = ANY(c.roles) ORDER BY c.name, c.id`,
      [StaffRole.CASEWORKER],
    );
  }

  /** Who of them can open each of these cases, by name. One statement. */
  async holdersOf(caseIds: readonly string[]): Promise<{ caseId: string; holder: Caseworker }[]> {
    const rows = await this.dataSource.query<(Caseworker & { caseId: string })[]>(
      `SELECT w.case_id AS "caseId", ${AS_COLLEAGUE} FROM case_wrap w JOIN caseworker c ON c.id = w.caseworker_id
       WHERE w.case_id = ANY($1) AND c.is_active AND $2 = ANY(c.roles) ORDER BY c.name, c.id`,
      [caseIds, StaffRole.CASEWORKER],
    );
    return rows.map(({ caseId, ...holder }) => ({ caseId, holder }));
  }

  /** Who of them holds keys to each of these cases, with what new ones are wrapped for. Inside the caller's transaction. */
  async keyHoldersOf(
    manager: EntityManager,
    caseIds: readonly string[],
  ): Promise<{ caseId: string; id: string; publicKey: Buffer }[]> {
    return manager.query<{ caseId: string; id: string; publicKey: Buffer }[]>(
      `SELECT w.case_id AS "caseId", c.id, c.public_key AS "publicKey"
       FROM case_wrap w JOIN caseworker c ON c.id = w.caseworker_id
       WHERE w.case_id = ANY($1) AND c.is_active AND $2 = ANY(c.roles) ORDER BY w.case_id, c.id`,
      [caseIds, StaffRole.CASEWORKER],
    );
  }

  /** Whether somebody may be given a case: active, a caseworker, and the holder of a key to it. */
  async canOpen(manager: EntityManager, caseworkerId: string, caseId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 AS found FROM case_wrap w JOIN caseworker c ON c.id = w.caseworker_id
       WHERE w.case_id = $2 AND w.caseworker_id = $1 AND c.is_active AND $3 = ANY(c.roles)`,
      [caseworkerId, caseId, StaffRole.CASEWORKER],
    );
    return rows.length > 0;
  }
}

/** What colleagues may know of `caseworker c`. */
const AS_COLLEAGUE = 'c.id, c.name, c.email, c.roles';
