import type { EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Day } from '../shared/day.ts';

/** Takes all cases from somebody who leaves. */
export class DepartureService {
  constructor(
    private readonly epochs: CaseEpochService,
    private readonly caseFiles: CaseFileService,
  ) {}

  /** How many cases would be lost for good with somebody: nobody else who may work holds a key to them. */
  async lostWith(manager: EntityManager, caseworkerId: string): Promise<number> {
    return this.epochs.onlyHeldBy(manager, caseworkerId);
  }

  /**
   * Somebody was disabled, removed, reset, or is no caseworker any more: inside the caller's transaction, all their
   * wraps go, and every case that they held gets a new key for those who are left.
   *
   * Closed cases too: a reporter's message reopens one, and a note can be added to it, and neither may be readable with
   * a key that somebody took along.
   *
   * Call it before rows of caseworkers are locked, and wake the others after COMMIT. It takes about 70 µs for each case
   * and each of those who are left.
   *
   * @param today from before the transaction: see `StaffDepartures`.
   */
  async departed(manager: EntityManager, caseworkerId: string, today: Day): Promise<void> {
    await this.epochs.change(manager);
    const rows = await manager.query<{ case_id: string }[]>(
      'SELECT case_id FROM case_wrap WHERE caseworker_id = $1 ORDER BY case_id',
      [caseworkerId],
    );
    const caseIds = rows.map((row) => row.case_id);
    await this.epochs.takeFrom(manager, caseworkerId, caseIds);
    await this.caseFiles.withdraw(manager, caseworkerId, caseIds, today);
  }
}
