import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { TrustedDayService } from '../organisation/trusted-day.service.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';
import type { CasePurge } from './case-purge.service.ts';
import type { DueCase, DueCases } from './due-cases.service.ts';

/** Deletes closed cases once they have been kept for as long as the organisation set. */
export class RetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly trustedDay: TrustedDayService,
    private readonly dueCases: DueCases,
    private readonly purge: CasePurge,
    private readonly wakeUp: WakeUp,
  ) {}

  /**
   * Deletes all that is due today, a transaction for each case; nothing while the day is in doubt. Any number of processes
   * may do so at once, and whoever is stopped in the middle goes on the next time.
   *
   * A case that nobody has opened, or in which its reporter wrote something that nobody has opened, stays. One that nobody
   * can open any more goes: nothing in it would ever be read.
   *
   * @param signal ends it between two cases.
   * @returns how many were deleted.
   */
  async run(signal: AbortSignal): Promise<number> {
    const today = await this.trustedDay.today();
    if (today === null) return 0;
    let deleted = 0;
    try {
      for await (const batch of this.dueCases.through(today)) {
        for (const due of batch.filter(({ isKeptBack }) => !isKeptBack)) {
          if (signal.aborted) return deleted;
          if (await this.deleteOne(due, today)) deleted += 1;
        }
      }
    } finally {
      if (deleted > 0) this.wakeUp.notify();
    }
    return deleted;
  }

  /** Looks once more under its locks: a case that was opened again or written in meanwhile stays. */
  private async deleteOne({ id }: DueCase, today: Day): Promise<boolean> {
    const closedBefore = await this.organisations.closedBefore(today);
    return inTransaction(this.dataSource, async (manager) => {
      const held = await this.purge.hold(manager, id);
      const isDue =
        held !== null &&
        (held.isLost || (held.status === CaseStatus.CLOSED && held.openedBy.length > 0)) &&
        held.endedOn !== null &&
        closedBefore !== null &&
        held.endedOn <= closedBefore;
      if (!isDue) return false;
      await this.purge.delete(manager, held, 'service', { purpose: 'RETENTION' });
      return true;
    });
  }
}
