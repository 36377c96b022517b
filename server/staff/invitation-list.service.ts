import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import { isUuid } from '../shared/uuid.ts';
import { holdAdministrator } from './administrator-links.ts';
import { emailKey, looksLikeEmail } from './email-address.ts';
import type { InvitePersonInput } from './invitation.input.ts';
import {
  InvalidInvitation,
  type Invitation,
  InvitationDrawn,
  InvitationNotFound,
} from './invitation.type.ts';
import { LINK_LIFE } from './link-life.ts';
import { StaffRole } from './staff-role.type.ts';

/** Invitations that administrators made and nobody has accepted yet. */
export class InvitationListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Those that can still be accepted, and those that are too old and can be drawn anew; by address. */
  async open(): Promise<Invitation[]> {
    return this.dataSource.query<Invitation[]>(`${INVITATION} WHERE ${IS_OPEN} ORDER BY i.email, i.id`);
  }

  /**
   * Invites somebody, or draws another link for the invitation with this id: only a hash of a link is stored, so an
   * answer that was lost cannot be given again.
   */
  async invite(by: string, input: InvitePersonInput): Promise<InvitationDrawn | InvalidInvitation> {
    const email = input.email.trim();
    if (!isUuid(input.id))
      return new InvalidInvitation('The id of an invitation is a UUID. Nothing was done.');
    if (!looksLikeEmail(email)) {
      return new InvalidInvitation('Enter a mail address, like name@example.org. Nothing was done.');
    }
    const token = newSessionToken();
    const roles = [StaffRole.ADMINISTRATOR, StaffRole.CASEWORKER].filter((role) =>
      input.roles.includes(role),
    );
    const team = input.team && isUuid(input.team) ? input.team : null;
    return inTransaction(this.dataSource, async (manager) => {
      await holdAdministrator(manager, by);
      const stored = await manager.query<unknown[]>(
        `INSERT INTO invitation (id, token_hash, roles, email, works_until, team_id, drawn_by)
         SELECT $1, $2, $3, $4, $5, (SELECT id FROM team WHERE id = $6 FOR KEY SHARE), $8
         WHERE NOT EXISTS (SELECT FROM caseworker WHERE email_key = $7)
         ON CONFLICT (id) DO UPDATE SET token_hash = EXCLUDED.token_hash, roles = EXCLUDED.roles,
           email = EXCLUDED.email, works_until = EXCLUDED.works_until, team_id = EXCLUDED.team_id, drawn_by = EXCLUDED.drawn_by
         WHERE NOT invitation.is_used RETURNING id`,
        [input.id, hashSessionToken(token), roles, email, this.inADay(), team, emailKey(email), by],
      );
      if (stored.length > 0) return this.drawn(manager, by, input.id, token);
      return new InvalidInvitation('A colleague has this address already. Nothing was done.');
    });
  }

  /** Draws another link for an invitation; the earlier one stops working. */
  async drawAgain(by: string, id: string): Promise<InvitationDrawn | InvitationNotFound> {
    if (!isUuid(id)) return new InvitationNotFound();
    const token = newSessionToken();
    return inTransaction(this.dataSource, async (manager) => {
      await holdAdministrator(manager, by);
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE invitation i SET token_hash = $2, works_until = $3, drawn_by = $4 WHERE i.id = $1 AND ${IS_OPEN}`,
        [id, hashSessionToken(token), this.inADay(), by],
      );
      return count === 0 ? new InvitationNotFound() : this.drawn(manager, by, id, token);
    });
  }

  /** Takes an invitation back, where nobody has accepted it. */
  async revoke(by: string, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[{ email: string }[], number]>(
        'DELETE FROM invitation WHERE id = $1 AND NOT is_used RETURNING email',
        [id],
      );
      const [gone] = rows;
      if (!gone) return;
      this.audit.record(manager, { caseworkerId: by }, AuditAct.INVITATION_WITHDRAWN, { object: gone.email });
    });
  }

  private async drawn(
    manager: EntityManager,
    by: string,
    id: string,
    token: string,
  ): Promise<InvitationDrawn> {
    const [invitation] = await manager.query<Invitation[]>(`${INVITATION} WHERE i.id = $1`, [id]);
    if (!invitation) throw new TypeError('The invitation has just been stored');
    const { email, roles } = invitation;
    this.audit.record(manager, { caseworkerId: by }, AuditAct.PERSON_INVITED, { object: email }, { roles });
    return new InvitationDrawn(invitation, token);
  }

  private inADay(): Date {
    return new Date(this.clock.now().getTime() + LINK_LIFE);
  }
}

/** SQL: nobody has accepted it. The first administrator's link has no id, and is nobody's to list. */
const IS_OPEN = 'NOT i.is_used AND i.id IS NOT NULL';

/** SELECT of invitations as administrators know them. */
const INVITATION = `SELECT i.id, i.email, i.roles, i.works_until AS "worksUntil", i.team_id AS team FROM invitation i`;
