import type { DataSource } from 'typeorm';
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
  ) {}

  /** Opens the session, and shows the recovery key this once. */
  async welcome({ caseworker, privateKey, recoveryKey }: Joined, context: RequestContext): Promise<Welcome> {
    const opened = await this.sessions.open(this.dataSource.manager, caseworker.id, privateKey);
    context.staffCookie.set(opened.token, opened.endsAt);
    // With one more person here a second factor may be needed from now on, by whoever has a session open too.
    this.sessions.tell();
    return new Welcome(toCaseworker(caseworker, opened.hasToSetUp), recoveryKey);
  }
}
