import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { ReplyCalendar } from '../organisation/reply-calendar.type.ts';
import { InvalidServiceHours, ServiceHoursChanged } from '../organisation/service-hours.type.ts';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import type { Day } from '../shared/day.ts';
import type { Caseworker } from '../viewer.ts';
import { recomputed } from './reply-clock.ts';

type GivenHours = Parameters<OrganisationService['changeServiceHours']>[1];

/** Deadlines that are the same: they began on one day with as much used up. */
interface DeadlineRow {
  readonly started_on: Day;
  readonly days_used: number;
  readonly due_by: Day;
}

/** Keeps the days by which answers are due in step with the organisation's calendar. */
export class DeadlineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly wakeUp: WakeUp,
    private readonly audit: AuditService,
  ) {}

  /** Changes the service hours, and moves every open deadline with them: both or neither. */
  async changeServiceHours(
    administrator: Caseworker,
    given: GivenHours,
  ): Promise<ServiceHoursChanged | InvalidServiceHours | ChangedMeanwhile> {
    const today = await this.organisations.today();
    const outcome = await inTransaction(this.dataSource, async (manager) => {
      const changed = await this.organisations.changeServiceHours(manager, given, today);
      if (changed instanceof ChangedMeanwhile) return changed;
      if ('fault' in changed) return new InvalidServiceHours(changed.fault, changed.field);
      const moved = await recompute(manager, changed.calendar);
      this.audit.record(manager, administrator, AuditAct.SERVICE_HOURS_CHANGED);
      return new ServiceHoursChanged(changed.serviceHours, moved);
    });
    this.organisations.forget();
    this.wakeUp.notify();
    return outcome;
  }

  /** Moves what another process worked out with the calendar of a moment ago. */
  async sweep(): Promise<void> {
    const calendar = await this.organisations.replyCalendar();
    if ((await recompute(this.dataSource.manager, calendar)) > 0) this.wakeUp.notify();
  }
}

/** @returns how many cases have their deadline on another day now. */
async function recompute(manager: EntityManager, calendar: ReplyCalendar): Promise<number> {
  const rows = await manager.query<DeadlineRow[]>(
    `SELECT DISTINCT clock_started_on AS started_on, clock_days_used AS days_used, reply_due_by AS due_by
     FROM case_file WHERE clock_started_on IS NOT NULL`,
  );
  const moved = rows
    .map((row) => ({ ...row, now: recomputed(clockOf(row), calendar).dueBy }))
    .filter(({ due_by: before, now }) => now !== before);
  if (moved.length === 0) return 0;
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE case_file f SET reply_due_by = moved.now, version = version + 1, changed_on = $5
     FROM unnest($1::date[], $2::smallint[], $3::date[], $4::date[]) AS moved(started_on, days_used, due_by, now)
     WHERE f.clock_started_on = moved.started_on AND f.clock_days_used = moved.days_used
       AND f.reply_due_by = moved.due_by`,
    [
      moved.map((row) => row.started_on),
      moved.map((row) => row.days_used),
      moved.map((row) => row.due_by),
      moved.map((row) => row.now),
      calendar.today,
    ],
  );
  return count;
}

function clockOf({ started_on: startedOn, days_used: daysUsed, due_by: dueBy }: DeadlineRow) {
  return { startedOn, daysUsed, dueBy };
}
