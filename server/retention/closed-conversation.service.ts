import type { DataSource } from 'typeorm';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { addDays, type Day } from '../shared/day.ts';

/** Closes conversations for good once their cases have been closed for as long as the organisation set. */
export class ClosedConversationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Closes what is over on a day; open sessions end with it. */
  async sweep(today: Day): Promise<void> {
    const { reopenDays } = await this.organisations.settings();
    const [row] = await this.dataSource.query<{ count: number }[]>(
      // Locks both rows and waits for neither: what somebody works on just now is looked at next time.
      `WITH over AS (
         SELECT c.id, c.case_id FROM conversation c JOIN case_file f ON f.id = c.case_id
         WHERE c.is_open AND f.status = 'CLOSED' AND f.closed_on < $1 FOR UPDATE OF c, f SKIP LOCKED
       ), closed AS (
         UPDATE conversation c SET is_open = false FROM over WHERE c.id = over.id RETURNING c.id
       ), sessions AS (
         DELETE FROM reporter_session s USING over WHERE s.conversation_id = over.id
       ), changed AS (
         UPDATE case_file f SET version = version + 1, changed_on = $2 FROM over WHERE f.id = over.case_id
       )
       SELECT count(*)::int AS count FROM closed`,
      [addDays(today, -reopenDays), today],
    );
    if (row && row.count > 0) this.wakeUp.notify();
  }
}
