import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { RequestContext } from '../viewer.ts';
import { toCaseworker } from './caseworker.view.ts';
import type { Joined } from './invitation.service.ts';
import { Welcome } from './staff.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** Opens the first session of somebody who has just got an account, or begun theirs anew. */
export class WelcomeDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditService,
  ) {}

  /** Opens the session, and shows the recovery key this once. */
  async welcome({ caseworker, privateKey, recoveryKey }: Joined, context: RequestContext): Promise<Welcome> {
    const { id: caseworkerId } = caseworker;
    const opened = await inTransaction(this.dataSource, (manager) => {
      this.audit.record(manager, { caseworkerId }, AuditAct.SIGNED_IN);
      return this.sessions.open(manager, caseworkerId, privateKey);
    });
    context.staffCookie.set(opened.token, opened.endsAt);
    // With one more person here a second factor may be needed from now on, by whoever has a session open too.
    this.sessions.tell();
    return new Welcome(toCaseworker(caseworker, opened.hasToSetUp), recoveryKey);
  }
}
