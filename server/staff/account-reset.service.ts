import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { newKeyPair } from '../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import type { AccountKeys } from './account-keys.service.ts';
import { endLinksOf, holdAdministrator } from './administrator-links.ts';
import { CaseworkerEntity } from './caseworker.entity.ts';
import type { Joined } from './invitation.service.ts';
import { LINK_LIFE } from './link-life.ts';
import { lossDetails, type PeopleService, type PersonRequest } from './people.service.ts';
import { CasesWouldBeLost, PersonNotFound, ResetDrawn } from './person.type.ts';
import type { SecondFactorService } from './second-factor.service.ts';
import type { StaffDepartures } from './staff-departure.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** Links with which somebody who has lost password and recovery key, or was switched off, begins anew. */
export class AccountResetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
    private readonly people: PeopleService,
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: StaffSessionService,
    private readonly departures: StaffDepartures,
    private readonly audit: AuditService,
  ) {}

  /**
   * Draws a link for somebody; an earlier one stops working. Until it is used their account stays as it is.
   *
   * What only their old key pair opens is lost once they use it, so the link is good for no more cases than was agreed.
   */
  async draw({ by, id, losing }: PersonRequest): Promise<ResetDrawn | CasesWouldBeLost | PersonNotFound> {
    const token = newSessionToken();
    const worksUntil = new Date(this.clock.now().getTime() + LINK_LIFE);
    return inTransaction(this.dataSource, async (manager) => {
      await holdAdministrator(manager, by);
      const person = await this.people.find(manager, id);
      if (!person) return new PersonNotFound();
      const mayLose = await this.departures.lostWith(manager, id);
      if (mayLose > 0 && mayLose > losing) return new CasesWouldBeLost(mayLose);
      await manager.query(
        `INSERT INTO account_reset (caseworker_id, token_hash, works_until, may_lose, drawn_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (caseworker_id) DO UPDATE SET token_hash = EXCLUDED.token_hash,
           works_until = EXCLUDED.works_until, may_lose = EXCLUDED.may_lose, drawn_by = EXCLUDED.drawn_by`,
        [id, hashSessionToken(token), worksUntil, mayLose, by],
      );
      this.audit.record(
        manager,
        { caseworkerId: by },
        AuditAct.PASSWORD_RESET,
        { object: person.name },
        lossDetails(mayLose),
      );
      return new ResetDrawn(person, token, worksUntil);
    });
  }

  /** Whom a link is for, or null when it does not work. */
  async personBehind(token: string): Promise<{ id: string; name: string; email: string } | null> {
    const [person] = await this.dataSource.query<{ id: string; name: string; email: string }[]>(
      `SELECT c.id, c.name, c.email FROM account_reset r JOIN caseworker c ON c.id = r.caseworker_id
       WHERE r.token_hash = $1 AND r.works_until > $2 AND NOT c.is_removed`,
      [hashSessionToken(token), this.clock.now()],
    );
    return person ?? null;
  }

  /**
   * Gives somebody another key pair under a new password, takes their second factor away and switches them on. What
   * was wrapped for the old key pair stays closed, so it is dropped.
   *
   * @returns `null` when the link was used or replaced meanwhile; `loses-more` when more cases would be lost by it than
   *   the administrator agreed to who drew it: then it stays unused.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async accept(
    token: string,
    caseworkerId: string,
    password: string,
    lane: string,
  ): Promise<Joined | 'loses-more' | null> {
    const pair = newKeyPair();
    const underPassword = await this.keys.underPassword(caseworkerId, password, pair.privateKey, lane);
    const { recoveryKey, recoveryWrap } = this.keys.underRecoveryKey(caseworkerId, pair.privateKey);
    const today = await this.departures.today();
    const caseworker = await inTransaction(this.dataSource, async (manager) => {
      await this.departures.begin(manager);
      const [link] = await manager.query<{ mayLose: number }[]>(
        `SELECT may_lose AS "mayLose" FROM account_reset
         WHERE token_hash = $1 AND caseworker_id = $2 AND works_until > $3 FOR UPDATE`,
        [hashSessionToken(token), caseworkerId, this.clock.now()],
      );
      if (!link) return null;
      const lost = await this.departures.lostWith(manager, caseworkerId);
      if (lost > link.mayLose) return 'loses-more';
      await manager.query('DELETE FROM account_reset WHERE caseworker_id = $1', [caseworkerId]);
      await manager.update(
        CaseworkerEntity,
        { id: caseworkerId, isRemoved: false },
        { ...underPassword, recoveryWrap, publicKey: pair.publicKey, isActive: true },
      );
      await this.secondFactor.drop(manager, caseworkerId);
      await this.departures.departed(manager, caseworkerId, today);
      await this.sessions.endAllOf(manager, caseworkerId);
      await endLinksOf(manager, caseworkerId, this.clock.now());
      this.audit.record(manager, { caseworkerId }, AuditAct.PERSON_SWITCHED_ON, null, lossDetails(lost));
      return manager.findOneBy(CaseworkerEntity, { id: caseworkerId, isActive: true });
    });
    if (caseworker === null || caseworker === 'loses-more') return caseworker;
    this.sessions.tell();
    return { caseworker, recoveryKey, privateKey: pair.privateKey };
  }
}
