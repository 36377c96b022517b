import type { EntityManager } from 'typeorm';
import { withCommit } from '../database/transaction.ts';
import type { ReplyCalendar } from '../organisation/reply-calendar.type.ts';
import type { Day } from '../shared/day.ts';
import { CaseStatus } from './case-status.type.ts';
import { askedAgain, movedOn, type ReplyClock, STOPPED } from './reply-clock.ts';

/** Where a case stands, read under the lock of its row. */
export interface CaseState extends ReplyClock {
  readonly status: CaseStatus;
  readonly assigneeId: string | null;
}

/**
 * What happens to a case when somebody works on it. Everything is done inside the caller's transaction, and counts the
 * change, so that open inboxes can tell it.
 */
export class CaseFileService {
  /** Locks the row of a case, so that what follows is decided on what is there. Null where it is gone. */
  async lock(manager: EntityManager, caseId: string): Promise<CaseState | null> {
    const [row] = await manager.query<CaseState[]>(
      `SELECT status, assignee_id AS "assigneeId", clock_started_on AS "startedOn", clock_days_used AS "daysUsed",
              reply_due_by AS "dueBy"
       FROM case_file WHERE id = $1 FOR UPDATE`,
      [caseId],
    );
    return row ?? null;
  }

  /**
   * A reporter wrote: the case is open again if it waited for them or was closed, and an answer is due.
   *
   * @returns the day by which the answer is due.
   */
  async noteReporterMessage(manager: EntityManager, caseId: string, calendar: ReplyCalendar): Promise<Day> {
    const state = await this.lock(manager, caseId);
    const clock = askedAgain(state ?? STOPPED, calendar);
    const hasWaited =
      state?.status === CaseStatus.WAITING_FOR_REPORTER || state?.status === CaseStatus.CLOSED;
    write(manager, caseId, hasWaited ? CaseStatus.OPEN : (state?.status ?? null), clock, calendar.today);
    return clock.dueBy ?? calendar.dayAfter(calendar.today, calendar.targetWorkingDays);
  }

  /** A caseworker replied: no answer is due any more, and a new case is being worked on. */
  async noteReply(manager: EntityManager, caseId: string, today: Day): Promise<void> {
    const state = await this.lock(manager, caseId);
    const status = state?.status === CaseStatus.NEW ? CaseStatus.OPEN : (state?.status ?? null);
    write(manager, caseId, status, STOPPED, today);
  }

  /** A caseworker moved the case on. `state` was read under the lock. */
  async changeStatus(
    manager: EntityManager,
    caseId: string,
    state: CaseState,
    to: CaseStatus,
    calendar: ReplyCalendar,
  ): Promise<void> {
    const clock = movedOn(state, state.status, to, calendar);
    write(manager, caseId, to, clock, calendar.today);
  }

  /** @param assigneeId null: nobody. */
  async assign(manager: EntityManager, caseId: string, assigneeId: string | null, today: Day): Promise<void> {
    await manager.query(
      'UPDATE case_file SET assignee_id = $2, version = version + 1, changed_on = $3 WHERE id = $1',
      [caseId, assigneeId, today],
    );
  }

  /** Something that belongs to the case was changed. */
  async noteChange(manager: EntityManager, caseId: string, today: Day): Promise<void> {
    await manager.query('UPDATE case_file SET version = version + 1, changed_on = $2 WHERE id = $1', [
      caseId,
      today,
    ]);
  }

  /** Something that belongs to each of these cases was changed. */
  async noteChanges(manager: EntityManager, caseIds: readonly string[], today: Day): Promise<void> {
    await manager.query('UPDATE case_file SET version = version + 1, changed_on = $2 WHERE id = ANY($1)', [
      caseIds,
      today,
    ]);
  }

  /**
   * Somebody can open these cases no more: what was theirs among them is nobody's, and all of them have changed. Which of them
   * nobody can open from now on is noted with the day. Called when the wraps are gone.
   */
  async withdraw(
    manager: EntityManager,
    caseworkerId: string,
    caseIds: readonly string[],
    today: Day,
  ): Promise<void> {
    await manager.query(
      `UPDATE case_file f SET assignee_id = NULLIF(assignee_id, $1), version = version + 1, changed_on = $3,
              lost_on = CASE WHEN NOT EXISTS (SELECT FROM case_wrap w WHERE w.case_id = f.id) THEN $3::date END
       WHERE id = ANY($2)`,
      [caseworkerId, caseIds, today],
    );
  }
}

/** What was decided under the lock goes out with the COMMIT: nothing in the same transaction looks at it. */
function write(
  manager: EntityManager,
  caseId: string,
  status: CaseStatus | null,
  { startedOn, daysUsed, dueBy }: ReplyClock,
  today: Day,
): void {
  const text = `UPDATE case_file SET status = COALESCE($2, status), clock_started_on = $3, clock_days_used = $4,
           reply_due_by = $5, version = version + 1, changed_on = $6,
           closed_on = CASE WHEN COALESCE($2, status) = 'CLOSED' THEN COALESCE(closed_on, $6) END
    WHERE id = $1`;
  withCommit(manager, [{ text, values: [caseId, status, startedOn, daysUsed, dueBy, today] }]);
}
