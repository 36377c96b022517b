import type { Clock } from '../shared/clock.ts';

/** Shows whatever time it was set to, so that a year can be told in a minute. */
export class DemoClock implements Clock {
  private shown: Date;

  /** @param present the end of the story; nothing is told after it. */
  constructor(readonly present: Date) {
    this.shown = present;
  }

  now(): Date {
    return this.shown;
  }

  /** Shows another time, the present at the latest. */
  set(time: Date): void {
    this.shown = time < this.present ? time : this.present;
  }
}
