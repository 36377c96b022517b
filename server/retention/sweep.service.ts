import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { ReporterSessionService } from '../access/reporter-session.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Log } from '../shared/log.ts';
import type { StaffSessionService } from '../staff/staff-session.service.ts';

const BETWEEN_SWEEPS = 15 * 60_000; // 15 minutes

/** Deletes rows that nothing needs any more: sessions that are over, writes that no client retries. */
export class SweepService {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly reporterSessions: ReporterSessionService,
    private readonly staffSessions: StaffSessionService,
    private readonly log: Log,
  ) {}

  /** Sweeps now and every 15 minutes. Any number of processes may do so. */
  start(): void {
    this.timer = setInterval(() => void this.sweep(), BETWEEN_SWEEPS);
    this.timer.unref();
    void this.sweep();
  }

  /** No further sweeps. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      await this.reporterSessions.sweep();
      await this.staffSessions.sweep();
      await this.idempotency.sweep(await this.organisations.today());
    } catch (error) {
      this.log.warn('What is over could not be swept away; it is tried again in 15 minutes', { error });
    }
  }
}
