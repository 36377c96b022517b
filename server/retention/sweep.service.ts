import type { TrustedDayService } from '../organisation/trusted-day.service.ts';
import type { Day } from '../shared/day.ts';
import type { Log } from '../shared/log.ts';

const BETWEEN_SWEEPS = 15 * 60_000; // 15 minutes

/** A part of the program with something that time puts an end to, of which nothing is missed. */
export interface Sweepable {
  /** Puts an end to it. Any number of processes may do so at once. */
  sweep(): Promise<void>;
}

/** A part of the program with something that time puts an end to, and nothing brings back. */
export interface SweepableForGood {
  /**
   * Puts an end to it. Any number of processes may do so at once.
   *
   * @param today the day to go by.
   */
  sweep(today: Day): Promise<void>;
}

/** What is swept. */
export interface SweptParts {
  readonly parts: readonly Sweepable[];
  /** Left alone while the day is in doubt. */
  readonly forGood: readonly SweepableForGood[];
}

/** Goes round all parts, so that nothing stays that is over. */
export class SweepService {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly log: Log,
    private readonly trustedDay: TrustedDayService,
    private readonly swept: SweptParts,
  ) {}

  /** Sweeps now, and then every 15 minutes. Any number of processes may do so. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.sweep(), BETWEEN_SWEEPS);
    this.timer.unref();
    await this.sweep();
  }

  /** No further sweeps. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    for (const part of this.swept.parts) await this.attempt(() => part.sweep());
    await this.attempt(async () => {
      const today = await this.trustedDay.today();
      if (today === null) return;
      for (const part of this.swept.forGood) await this.attempt(() => part.sweep(today));
    });
  }

  /** Each by itself: one that fails again and again must not keep the others from ever having their turn. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      this.log.warn('What is over could not be swept away; it is tried again in 15 minutes', { error });
    });
  }
}
