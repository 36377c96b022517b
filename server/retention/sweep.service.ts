import type { Log } from '../shared/log.ts';

const BETWEEN_SWEEPS = 15 * 60_000; // 15 minutes

/** A part of the program with something that time puts an end to. */
export interface Sweepable {
  /** Puts an end to it. Any number of processes may do so at once. */
  sweep(): Promise<void>;
}

/** Goes round all parts, so that nothing stays that is over. */
export class SweepService {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly log: Log,
    private readonly parts: readonly Sweepable[],
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
    for (const part of this.parts) {
      // Each by itself: one that fails again and again must not keep the others from ever having their turn.
      await part.sweep().catch((error: unknown) => {
        this.log.warn('What is over could not be swept away; it is tried again in 15 minutes', { error });
      });
    }
  }
}
