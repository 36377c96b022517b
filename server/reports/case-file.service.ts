import type { EntityManager } from 'typeorm';
import type { Day } from '../shared/day.ts';

/** What happens to a case when somebody writes. Each is one statement inside the caller's transaction. */
export class CaseFileService {
  /**
   * A reporter wrote: the case is open again if it waited for them or was closed, and an answer is due.
   *
   * An answer that is due already stays due, so that a second message does not put it off.
   *
   * @returns the day by which the answer is due.
   */
  async noteReporterMessage(manager: EntityManager, caseId: string, dueBy: Day, today: Day): Promise<Day> {
    const [rows] = await manager.query<[{ reply_due_by: Day }[], number]>(
      `UPDATE case_file SET reply_due_by = COALESCE(reply_due_by, $2), version = version + 1, changed_on = $3,
              status = CASE WHEN status IN ('WAITING_FOR_REPORTER', 'CLOSED') THEN 'OPEN' ELSE status END
       WHERE id = $1 RETURNING reply_due_by`,
      [caseId, dueBy, today],
    );
    return rows[0]?.reply_due_by ?? dueBy;
  }

  /** A caseworker replied: no answer is due any more, and a new case is being worked on. */
  async noteReply(manager: EntityManager, caseId: string, today: Day): Promise<void> {
    await manager.query(
      `UPDATE case_file SET reply_due_by = NULL, version = version + 1, changed_on = $2,
              status = CASE WHEN status = 'NEW' THEN 'OPEN' ELSE status END
       WHERE id = $1`,
      [caseId, today],
    );
  }
}
