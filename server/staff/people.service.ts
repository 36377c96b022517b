import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import type { Day } from '../shared/day.ts';
import { isUuid } from '../shared/uuid.ts';
import { endLinksOf, holdAdministrator } from './administrator-links.ts';
import {
  CasesWouldBeLost,
  NotEnoughPeople,
  type Person,
  PersonChanged,
  PersonNotFound,
} from './person.type.ts';
import type { StaffDepartures } from './staff-departure.type.ts';
import { StaffRole } from './staff-role.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** What came of an act on somebody. */
export type PersonOutcome = PersonChanged | NotEnoughPeople | CasesWouldBeLost | PersonNotFound;

interface Standing {
  readonly name: string;
  readonly roles: StaffRole[];
  readonly isActive: boolean;
}

/** What an act on somebody was. */
interface PersonAct {
  readonly act: AuditAct;
  readonly roles?: readonly string[];
  /** Whether it takes their cases from them. */
  readonly leaves: boolean;
}

/** Who is acted on, by whom, and how many cases may be lost for good by it. */
export interface PersonRequest {
  readonly by: string;
  readonly id: string;
  readonly losing: number;
}

/** Who works here, and what they may do. */
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: StaffSessionService,
    private readonly departures: StaffDepartures,
    private readonly audit: AuditService,
  ) {}

  /** Everybody who was not removed, by name. */
  async all(): Promise<Person[]> {
    return this.dataSource.query<Person[]>(`${PERSON} WHERE NOT c.is_removed ORDER BY c.name, c.id`);
  }

  /** Gives somebody these roles and takes all others. Their sessions end where that is a change. */
  async changeRoles(request: PersonRequest, roles: readonly StaffRole[]): Promise<PersonOutcome> {
    const wanted = ORDER.filter((role) => roles.includes(role));
    return this.change(request, async (manager, before) => {
      if (wanted.length === before.roles.length && wanted.every((role) => before.roles.includes(role))) {
        return null;
      }
      await manager.query('UPDATE caseworker SET roles = $2 WHERE id = $1', [request.id, wanted]);
      const leaves = before.roles.includes(StaffRole.CASEWORKER) && !wanted.includes(StaffRole.CASEWORKER);
      return { act: AuditAct.PERSON_CHANGED, roles: wanted, leaves };
    });
  }

  /** Switches somebody off: their sessions, their keys and their wraps are gone. */
  async disable(request: PersonRequest): Promise<PersonOutcome> {
    return this.change(request, async (manager, before) => {
      if (!before.isActive) return null;
      // What the old password and the printed key open goes too: whoever comes back begins with another key pair.
      await manager.query(
        `UPDATE caseworker SET is_active = false, password_wrap = '', recovery_wrap = '' WHERE id = $1`,
        [request.id],
      );
      await manager.query('DELETE FROM account_reset WHERE caseworker_id = $1', [request.id]);
      return { act: AuditAct.PERSON_SWITCHED_OFF, leaves: true };
    });
  }

  /**
   * Removes somebody for good. Their name stays with what they wrote; their address is free for others. Answers the same where
   * they were removed before: the answer to an earlier try may have been lost.
   */
  async remove(request: PersonRequest): Promise<PersonOutcome> {
    const { id } = request;
    const outcome = await this.change(request, async (manager) => {
      await manager.query(
        `UPDATE caseworker SET is_active = false, is_removed = true, email = '', email_key = 'removed/' || id,
           password_verifier = '', password_wrap = '', recovery_wrap = '', roles = '{}',
           totp_secret = NULL, totp_pending = NULL, totp_last_step = NULL WHERE id = $1`,
        [id],
      );
      await manager.query('DELETE FROM recovery_code WHERE caseworker_id = $1', [id]);
      await manager.query('DELETE FROM team_member WHERE caseworker_id = $1', [id]);
      await manager.query('DELETE FROM account_reset WHERE caseworker_id = $1', [id]);
      return { act: AuditAct.PERSON_REMOVED, leaves: true };
    });
    return outcome instanceof PersonNotFound ? this.removedBefore(id) : outcome;
  }

  /** Somebody by their id, unless they were removed. */
  async find(manager: EntityManager, id: string): Promise<Person | null> {
    if (!isUuid(id)) return null;
    const [person] = await manager.query<Person[]>(`${PERSON} WHERE NOT c.is_removed AND c.id = $1`, [id]);
    return person ?? null;
  }

  /**
   * One such act at a time, in whichever process, so that two administrators never remove each other at once. It is
   * undone where it would leave nobody to read reports or to run the installation, or lose more cases than was said.
   */
  private async change(
    { by, id, losing }: PersonRequest,
    perform: (manager: EntityManager, before: Standing) => Promise<PersonAct | null>,
  ): Promise<PersonOutcome> {
    if (!isUuid(id)) return new PersonNotFound();
    const today = await this.departures.today();
    try {
      const changed = await inTransaction(this.dataSource, async (manager) => {
        await this.departures.begin(manager);
        await manager.query('LOCK TABLE staff_policy IN EXCLUSIVE MODE');
        await holdAdministrator(manager, by);
        const [before] = await manager.query<Standing[]>(
          `SELECT name, roles, is_active AS "isActive" FROM caseworker WHERE id = $1 AND NOT is_removed FOR UPDATE`,
          [id],
        );
        if (!before) return new PersonNotFound();
        const done = await perform(manager, before);
        const left = await countActive(manager);
        for (const role of before.isActive ? before.roles : []) {
          if (left[role] === 0) throw new Undone(NotEnoughPeople.without(role));
        }
        if (done) {
          const lost = done.leaves ? await this.takeCases(manager, id, losing, today) : 0;
          await this.sessions.endAllOf(manager, id);
          if (!done.roles?.includes(StaffRole.ADMINISTRATOR)) await endLinksOf(manager, id, this.clock.now());
          const { act, roles } = done;
          const details = { ...(roles && { roles }), ...lossDetails(lost) };
          this.audit.record(manager, { caseworkerId: by }, act, { object: before.name }, details);
        }
        const [person] = await manager.query<Person[]>(`${PERSON} WHERE c.id = $1`, [id]);
        return person ? new PersonChanged(person, left.CASEWORKER) : new PersonNotFound();
      });
      if (changed instanceof PersonChanged) this.sessions.tell();
      return changed;
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }

  private async removedBefore(id: string): Promise<PersonChanged | PersonNotFound> {
    if (!isUuid(id)) return new PersonNotFound();
    const { manager } = this.dataSource;
    const [person] = await manager.query<Person[]>(`${PERSON} WHERE c.is_removed AND c.id = $1`, [id]);
    if (!person) return new PersonNotFound();
    const { CASEWORKER: readers } = await countActive(manager);
    return new PersonChanged(person, readers);
  }

  /** @returns how many cases nobody can open from then on. */
  private async takeCases(manager: EntityManager, id: string, losing: number, today: Day): Promise<number> {
    const lost = await this.departures.lostWith(manager, id);
    if (lost > 0 && lost > losing) throw new Undone(new CasesWouldBeLost(lost));
    await this.departures.departed(manager, id, today);
    return lost;
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

/** What the audit log tells of cases that were lost for good: their number, where there were any. */
export function lossDetails(casesLost: number): Readonly<Record<string, number>> {
  return casesLost > 0 ? { casesLost } : {};
}

/** Rolls an act back that must not be done. */
class Undone extends Error {
  constructor(readonly outcome: NotEnoughPeople | CasesWouldBeLost) {
    super('This act was undone.');
  }
}
