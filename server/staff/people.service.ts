import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import { isUuid } from '../shared/uuid.ts';
import { NotEnoughPeople, type Person, PersonChanged, PersonNotFound } from './person.type.ts';
import type { StaffDepartures } from './staff-departure.type.ts';
import { StaffRole } from './staff-role.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** What came of an act on somebody. */
export type PersonOutcome = PersonChanged | NotEnoughPeople | PersonNotFound;

interface Standing {
  readonly name: string;
  readonly roles: StaffRole[];
  readonly isActive: boolean;
}

/** Who works here, and what they may do. */
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: StaffSessionService,
    private readonly departures: StaffDepartures,
    private readonly audit: AuditService,
  ) {}

  /** Everybody who was not removed, by name. */
  async all(): Promise<Person[]> {
    return this.dataSource.query<Person[]>(`${PERSON} WHERE NOT c.is_removed ORDER BY c.name, c.id`);
  }

  /** Gives somebody these roles and takes all others. Their sessions end where that is a change. */
  async changeRoles(by: string, id: string, roles: readonly StaffRole[]): Promise<PersonOutcome> {
    const wanted = ORDER.filter((role) => roles.includes(role));
    return this.change(id, async (manager, before) => {
      if (wanted.length === before.roles.length && wanted.every((role) => before.roles.includes(role)))
        return;
      await manager.query('UPDATE caseworker SET roles = $2 WHERE id = $1', [id, wanted]);
      if (before.roles.includes(StaffRole.CASEWORKER) && !wanted.includes(StaffRole.CASEWORKER)) {
        await this.departures.departed(manager, id);
      }
      await this.sessions.endAllOf(manager, id);
      this.note(manager, by, AuditAct.PERSON_CHANGED, before, { roles: wanted });
    });
  }

  /** Switches somebody off: their sessions, their keys and their wraps are gone. */
  async disable(by: string, id: string): Promise<PersonOutcome> {
    return this.change(id, async (manager, before) => {
      if (!before.isActive) return;
      // What the old password and the printed key open goes too: whoever comes back begins with another key pair.
      await manager.query(
        `UPDATE caseworker SET is_active = false, password_wrap = '', recovery_wrap = '' WHERE id = $1`,
        [id],
      );
      await this.leave(manager, id);
      this.note(manager, by, AuditAct.PERSON_SWITCHED_OFF, before);
    });
  }

  /** Removes somebody for good. Their name stays with what they wrote; their address is free for others. */
  async remove(by: string, id: string): Promise<PersonOutcome> {
    return this.change(id, async (manager, before) => {
      await manager.query(
        `UPDATE caseworker SET is_active = false, is_removed = true, email = '', email_key = 'removed/' || id,
           password_verifier = '', password_wrap = '', recovery_wrap = '', roles = '{}',
           totp_secret = NULL, totp_pending = NULL, totp_last_step = NULL WHERE id = $1`,
        [id],
      );
      await manager.query('DELETE FROM recovery_code WHERE caseworker_id = $1', [id]);
      await manager.query('DELETE FROM team_member WHERE caseworker_id = $1', [id]);
      await this.leave(manager, id);
      this.note(manager, by, AuditAct.PERSON_REMOVED, before);
    });
  }

  /** Somebody by their id, unless they were removed. */
  async find(manager: EntityManager, id: string): Promise<Person | null> {
    if (!isUuid(id)) return null;
    const [person] = await manager.query<Person[]>(`${PERSON} WHERE NOT c.is_removed AND c.id = $1`, [id]);
    return person ?? null;
  }

  private note(
    manager: EntityManager,
    by: string,
    act: AuditAct,
    { name }: Standing,
    details: { readonly roles?: readonly string[] } = {},
  ): void {
    this.audit.record(manager, { caseworkerId: by }, act, { object: name }, details);
  }

  private async leave(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM account_reset WHERE caseworker_id = $1', [id]);
    await this.departures.departed(manager, id);
    await this.sessions.endAllOf(manager, id);
  }

  /**
   * One such act at a time, in whichever process, so that two administrators never remove each other at once. It is
   * undone where it would leave nobody to read reports or to run the installation.
   */
  private async change(
    id: string,
    act: (manager: EntityManager, before: Standing) => Promise<void>,
  ): Promise<PersonOutcome> {
    if (!isUuid(id)) return new PersonNotFound();
    try {
      const changed = await inTransaction(this.dataSource, async (manager) => {
        await this.departures.begin(manager);
        await manager.query('LOCK TABLE staff_policy IN EXCLUSIVE MODE');
        const [before] = await manager.query<Standing[]>(
          `SELECT name, roles, is_active AS "isActive" FROM caseworker WHERE id = $1 AND NOT is_removed FOR UPDATE`,
          [id],
        );
        if (!before) return new PersonNotFound();
        await act(manager, before);
        const left = await countActive(manager);
        for (const role of before.isActive ? before.roles : []) {
          if (left[role] === 0) throw new NobodyLeft(role);
        }
        const [person] = await manager.query<Person[]>(`${PERSON} WHERE c.id = $1`, [id]);
        return person ? new PersonChanged(person, left.CASEWORKER) : new PersonNotFound();
      });
      if (changed instanceof PersonChanged) this.sessions.tell();
      return changed;
    } catch (error) {
      if (error instanceof NobodyLeft) return NotEnoughPeople.without(error.role);
      throw error;
    }
  }
}

/** Roles as they are stored. */
const ORDER = [StaffRole.ADMINISTRATOR, StaffRole.CASEWORKER];

/** SELECT of people as administrators know them. */
const PERSON = `SELECT c.id, c.name, c.email, c.roles, c.totp_secret IS NOT NULL AS "hasSecondFactor",
  CASE WHEN c.is_removed THEN 'REMOVED' WHEN c.is_active THEN 'ACTIVE' ELSE 'DISABLED' END AS state,
  ARRAY(SELECT m.team_id FROM team_member m WHERE m.caseworker_id = c.id) AS teams
  FROM caseworker c`;

async function countActive(manager: EntityManager): Promise<Record<StaffRole, number>> {
  const [row] = await manager.query<Record<StaffRole, number>[]>(
    `SELECT count(*) FILTER (WHERE $1 = ANY(roles))::int AS "CASEWORKER",
            count(*) FILTER (WHERE $2 = ANY(roles))::int AS "ADMINISTRATOR" FROM caseworker WHERE is_active`,
    [StaffRole.CASEWORKER, StaffRole.ADMINISTRATOR],
  );
  return row ?? { CASEWORKER: 0, ADMINISTRATOR: 0 };
}

/** Rolls back what would leave nobody in a role. */
class NobodyLeft extends Error {
  constructor(readonly role: StaffRole) {
    super('Nobody would be left in a role.');
  }
}
