import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { Argon2Queue } from '../crypto/argon2-queue.ts';
import { newKeyPair, wrapKey } from '../crypto/key-wrapping.ts';
import { derivePasswordKeys, newPasswordSalt } from '../crypto/password-keys.ts';
import { formatRecoveryKey, newRecoveryKey, recoveryWrappingKey } from '../crypto/recovery-key.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import { CaseworkerEntity } from './caseworker.entity.ts';
import { emailKey } from './email-address.ts';
import { passwordWrapPlace, recoveryWrapPlace } from './key-places.ts';
import { StaffRole } from './staff-role.type.ts';

/** How long a link works. */
const LINK_LIFE = 24 * 60 * 60_000; // 24 hours

/** What came of looking for the first administrator's link. */
export type FirstLink =
  | { kind: 'new'; token: string }
  | { kind: 'waiting'; worksUntil: Date }
  | { kind: 'unneeded' };

/** Somebody who accepts an invitation, already checked. */
export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Links that make somebody a member of staff, once. */
export class InvitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly argon2: Argon2Queue,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Draws the link of the first administrator, who is a caseworker too, where nobody has joined yet.
   *
   * Only its hash is stored, so it can be shown once; while it works no second one is drawn, also not by a process
   * that starts at the same moment.
   */
  async first(): Promise<FirstLink> {
    return inTransaction(this.dataSource, async (manager): Promise<FirstLink> => {
      await manager.query('LOCK TABLE invitation IN EXCLUSIVE MODE');
      if (await manager.exists(CaseworkerEntity)) return { kind: 'unneeded' };
      const [waiting] = await manager.query<{ works_until: Date }[]>(
        'SELECT works_until FROM invitation WHERE NOT is_used AND works_until > $1 ORDER BY works_until DESC LIMIT 1',
        [this.clock.now()],
      );
      if (waiting) return { kind: 'waiting', worksUntil: waiting.works_until };
      const token = newSessionToken();
      await manager.query('INSERT INTO invitation (token_hash, roles, works_until) VALUES ($1, $2, $3)', [
        hashSessionToken(token),
        [StaffRole.ADMINISTRATOR, StaffRole.CASEWORKER],
        new Date(this.clock.now().getTime() + LINK_LIFE),
      ]);
      return { kind: 'new', token };
    });
  }

  /**
   * Draws a link for an administrator, for whoever runs the machine: the way back in where no administrator is left.
   * Like the first link it makes a caseworker too where nobody has joined yet.
   *
   * @returns the token, shown once; only its hash is stored.
   */
  async byOperator(): Promise<string> {
    return inTransaction(this.dataSource, async (manager) => {
      const isFirst = !(await manager.exists(CaseworkerEntity));
      const roles = isFirst ? [StaffRole.ADMINISTRATOR, StaffRole.CASEWORKER] : [StaffRole.ADMINISTRATOR];
      const token = newSessionToken();
      await manager.query('INSERT INTO invitation (token_hash, roles, works_until) VALUES ($1, $2, $3)', [
        hashSessionToken(token),
        roles,
        new Date(this.clock.now().getTime() + LINK_LIFE),
      ]);
      this.audit.record(manager, 'operator', AuditAct.PERSON_INVITED, null, { roles });
      return token;
    });
  }

  /** The address an invitation was made for, null when it carries none, or undefined when the link does not work. */
  async addressOf(token: string): Promise<string | null | undefined> {
    const [row] = await this.dataSource.query<{ email: string | null }[]>(
      'SELECT email FROM invitation WHERE token_hash = $1 AND NOT is_used AND works_until > $2',
      [hashSessionToken(token), this.clock.now()],
    );
    return row?.email;
  }

  /**
   * Makes a member of staff with a key pair of their own.
   *
   * @param lane whose place in the Argon2 queue this takes.
   * @returns null when somebody else was faster, or the address belongs to a colleague already.
   *   `recoveryKey` is shown once and not stored; `privateKey` is X25519, 32 bytes, for the first session.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async accept(
    token: string,
    newcomer: Newcomer,
    lane: string,
  ): Promise<{
    caseworker: CaseworkerEntity;
    recoveryKey: string;
    privateKey: Buffer;
  } | null> {
    const id = randomUUID();
    const salt = newPasswordSalt();
    const keys = await this.argon2.run(lane, () => derivePasswordKeys(newcomer.password, salt));
    const pair = newKeyPair();
    const recovery = newRecoveryKey();
    const person = {
      id,
      name: newcomer.name,
      email: newcomer.email,
      emailKey: emailKey(newcomer.email),
      isActive: true,
      passwordSalt: salt,
      passwordVerifier: keys.verifier,
      publicKey: pair.publicKey,
      passwordWrap: wrapKey(pair.privateKey, keys.passwordKey, passwordWrapPlace(id)),
      recoveryWrap: wrapKey(pair.privateKey, recoveryWrappingKey(recovery), recoveryWrapPlace(id)),
    };
    return inTransaction(this.dataSource, async (manager) => {
      const roles = await this.use(manager, token);
      if (!roles) return null;
      if (await manager.existsBy(CaseworkerEntity, { emailKey: person.emailKey })) throw new AddressTaken();
      const caseworker = manager.create(CaseworkerEntity, { ...person, roles });
      await manager.insert(CaseworkerEntity, caseworker);
      this.audit.record(manager, { caseworkerId: id }, AuditAct.JOINED, null, { roles });
      return {
        caseworker,
        recoveryKey: formatRecoveryKey(recovery),
        privateKey: pair.privateKey,
      };
    }).catch((error: unknown) => {
      if (error instanceof AddressTaken) return null;
      throw error;
    });
  }

  private async use(manager: EntityManager, token: string): Promise<StaffRole[] | null> {
    const [rows] = await manager.query<[{ roles: StaffRole[] }[], number]>(
      `UPDATE invitation SET is_used = true
       WHERE token_hash = $1 AND NOT is_used AND works_until > $2 RETURNING roles`,
      [hashSessionToken(token), this.clock.now()],
    );
    return rows[0]?.roles ?? null;
  }
}

/** Rolls the transaction back, so that the link can be used again with another address. */
class AddressTaken extends Error {}
