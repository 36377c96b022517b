import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { newKeyPair } from '../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { takenIn } from '../database/database-unavailable.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import type { AccountKeys } from './account-keys.service.ts';
import { CaseworkerEntity } from './caseworker.entity.ts';
import { emailKey } from './email-address.ts';
import { LINK_LIFE } from './link-life.ts';
import { StaffRole } from './staff-role.type.ts';

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

/** Somebody who has just got an account, or begun theirs anew. */
export interface Joined {
  readonly caseworker: CaseworkerEntity;
  /** Shown once and not stored. */
  readonly recoveryKey: string;
  /** X25519, 32 bytes, for the first session. */
  readonly privateKey: Buffer;
}

/** Links that make somebody a member of staff, once. */
export class InvitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: AccountKeys,
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
   * Like the first link it makes a caseworker too where nobody has joined yet. Earlier ones, the first too, stop working.
   *
   * @returns the token, shown once; only its hash is stored.
   */
  async byOperator(): Promise<string> {
    return inTransaction(this.dataSource, async (manager) => {
      const isFirst = !(await manager.exists(CaseworkerEntity));
      const roles = isFirst ? [StaffRole.ADMINISTRATOR, StaffRole.CASEWORKER] : [StaffRole.ADMINISTRATOR];
      const token = newSessionToken();
      await manager.query('DELETE FROM invitation WHERE id IS NULL AND NOT is_used');
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
   * @returns `link-spent` when somebody else was faster; `address-taken` when the address belongs to a colleague
   *   already, and the link still works.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async accept(
    token: string,
    { name, email, password }: Newcomer,
    lane: string,
  ): Promise<Joined | 'link-spent' | 'address-taken'> {
    const id = randomUUID();
    const pair = newKeyPair();
    const underPassword = await this.keys.underPassword(id, password, pair.privateKey, lane);
    const { recoveryKey, recoveryWrap } = this.keys.underRecoveryKey(id, pair.privateKey);
    const person = {
      ...underPassword,
      id,
      name,
      email,
      emailKey: emailKey(email),
      isActive: true,
      publicKey: pair.publicKey,
      recoveryWrap,
    };
    return inTransaction(this.dataSource, async (manager): Promise<Joined | 'link-spent'> => {
      const used = await this.use(manager, token);
      if (!used) return 'link-spent';
      const caseworker = manager.create(CaseworkerEntity, { ...person, roles: used.roles, isRemoved: false });
      await manager.insert(CaseworkerEntity, caseworker);
      await manager.query(
        'INSERT INTO team_member (team_id, caseworker_id) SELECT id, $2 FROM team WHERE id = $1 FOR KEY SHARE',
        [used.team_id, id],
      );
      this.audit.record(manager, { caseworkerId: id }, AuditAct.JOINED, null, { roles: used.roles });
      return { caseworker, recoveryKey, privateKey: pair.privateKey };
    }).catch((error: unknown) => {
      // Of the tables that are written here only the addresses of colleagues can meet.
      if (takenIn(error) !== null) return 'address-taken';
      throw error;
    });
  }

  private async use(
    manager: EntityManager,
    token: string,
  ): Promise<{ roles: StaffRole[]; team_id: string | null } | null> {
    const [rows] = await manager.query<[{ roles: StaffRole[]; team_id: string | null }[], number]>(
      `UPDATE invitation SET is_used = true
       WHERE token_hash = $1 AND NOT is_used AND works_until > $2 RETURNING roles, team_id`,
      [hashSessionToken(token), this.clock.now()],
    );
    return rows[0] ?? null;
  }
}
